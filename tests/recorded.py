"""Which parts of a design each rule reads: found by watching, so none is forgotten."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from designkit.analysis.facts import Facts
from designkit.checks.rule import Path, Rule
from designkit.checks.rules import all_rules
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.quantities.fields import SpecPart

SKELETON = frozenset(
    {
        *("absent", "attributes", "components", "datasets", "designkit", "features"),
        *(
            "answer",
            "flows",
            "id",
            "kind",
            "mode",
            "models",
            "name",
            "source",
            "system",
        ),
        *("target", "waivers"),
    }
)
"""What makes a design one, as against what it says about its parts."""

PLAUSIBLE = frozenset({"implausible-number", "percentiles-out-of-order"})
"""Rules that look at whatever number is stated, and so miss none that is not."""

Seen = set[Path]


class Watched(dict):
    """The attributes of a component; notes which of them are asked for."""

    def __init__(self, component: Component, seen: Seen) -> None:
        super().__init__(component.attributes)
        self.at, self.seen = ("components", component.id), seen

    def get(self, name, default=None):
        self.seen.add((*self.at, name))
        return super().get(name, default)

    def __getitem__(self, name):
        self.seen.add((*self.at, name))
        return super().__getitem__(name)

    def __contains__(self, name):
        self.seen.add((*self.at, name))
        return super().__contains__(name)


def readers(design: Design) -> Mapping[Path, tuple[Rule, ...]]:
    """Return the paths of what rules read in `design` and is stated, with the rules."""
    found: dict[Path, list[Rule]] = defaultdict(list)
    with watching(design) as (watched, seen):
        for rule in (item for item in all_rules() if item.name not in PLAUSIBLE):
            seen.clear()
            findings(rule, watched)
            for path in seen:
                found[path].append(rule)
    return {
        path: tuple(rules)
        for path, rules in sorted(found.items(), key=lambda item: str(item[0]))
        if path[-1] not in SKELETON and part_at(design, path) not in (None, (), {})
    }


def findings(rule: Rule, design: Design) -> list[str]:
    """Return what one rule says of `design`."""
    facts = Facts(design)
    return [f.message for f in rule.check(facts)] if rule.concerns(facts) else []


@contextmanager
def watching(design: Design) -> Iterator[tuple[Design, Seen]]:
    """Give a copy of `design` and the set that fills with what is read in it."""
    seen: Seen = set()
    parts = {
        id: component.model_copy(update={"attributes": Watched(component, seen)})
        for id, component in design.components.items()
    }
    watched = design.model_copy(update={"components": parts})
    places = {id(section): path for path, section in sections(watched)}

    def spy(self: SpecPart, name: str) -> object:
        if name in type(self).model_fields and id(self) in places:
            seen.add((*places[id(self)], name.replace("_", "-")))
        return object.__getattribute__(self, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SpecPart, "__getattribute__", spy)
        yield watched, seen


def sections(part: object, path: Path = ()) -> Iterator[tuple[Path, SpecPart]]:
    """Give every section within `part` with its path."""
    if isinstance(part, SpecPart):
        yield path, part
        within = {name.replace("_", "-"): value for name, value in part}
    elif isinstance(part, Mapping):
        within = dict(part)
    else:
        within = dict(enumerate(part)) if isinstance(part, tuple) else {}
    for step, value in within.items():
        yield from sections(value, (*path, step))


def part_at(part: object, path: Path) -> object:
    """Return what stands at `path`."""
    for step in path:
        part = step_into(part, step)
    return part


def step_into(part, step):
    if isinstance(part, Component) and step in part.attributes:
        return part.attributes[step]
    if isinstance(part, SpecPart):
        return getattr(part, step.replace("-", "_"), None)
    return part.get(step) if isinstance(part, Mapping) else part[step]


def taken_out(part, path: Path):
    """Return a copy of `part` in which nothing is stated at `path`.

    Nothing at all if a design could not be without.
    """
    step, *rest = path
    if rest:
        inner = taken_out(step_into(part, step), tuple(rest))
        return inner and put(part, step, inner)
    if isinstance(part, Component) and step in part.attributes:
        return put(part, "attributes", without_key(part.attributes, step))
    if isinstance(part, Mapping):
        return without_key(part, step)
    field = type(part).model_fields[step.replace("-", "_")]
    missing = field.get_default(call_default_factory=True)
    return None if field.is_required() else put(part, step, missing)


def without_key(part: Mapping, key: str) -> dict:
    return {k: value for k, value in part.items() if k != key}


def put(part, step, value):
    """Return a copy of `part` with `value` one step down."""
    if isinstance(part, SpecPart):
        return part.model_copy(update={step.replace("-", "_"): value})
    if isinstance(part, Mapping):
        return {**part, step: value}
    return (*part[:step], value, *part[step + 1 :])
