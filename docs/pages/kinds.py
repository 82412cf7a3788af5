"""A page for every kind of component, and the index of kinds by stage."""

from collections.abc import Iterable, Iterator

import yaml

from designkit.catalog.kind import Attribute, Kind, Plane, Stage
from designkit.catalog.kinds import IMPLICIT, all_kinds
from designkit.catalog.only_told import FOR_READERS, ONLY_TOLD
from designkit.catalog.technologies import technology
from designkit.quantities.units import Dimension
from designkit.source.examples import attribute_example
from designkit.source.node import Plain
from pages.markdown import (
    anchor,
    bullets,
    code,
    codes,
    link,
    page,
    section,
    sentence,
    table,
)
from pages.shipped import Use, in_short, untagged, uses

SOURCE = "designkit/catalog/kinds"
SHOWN = ("name", "technology", "latency", "timeout", "replicas")
"""What every component may state that is worth a line in an example."""

PLANES = {
    Plane.ONLINE: "somebody waits for it",
    Plane.ASYNC: "it follows events; nobody waits",
    Plane.OFFLINE: "it works through stored data, by the clock or on demand",
    Plane.CONTROL: "it decides what the others run",
    Plane.ANY: "it can work on any plane",
}


ANYTHING = "anything"
GENERAL = (
    "This is a general kind: it says how something works, not what it does. What goes "
    "in comes out again, so that personal data stays personal, ages and times add up, "
    "and nothing hides behind it. It does the work of a stage only if it says so "
    "(`stage: serving`): otherwise a design without a kind made for that work still "
    "lacks it."
)


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of each page."""
    yield "kinds/README.md", _index()
    for kind in all_kinds():
        yield f"kinds/{kind.name}.md", _page(kind)


def _index() -> bytes:
    introduction = (
        "A component of a design has a kind. The kind says what the component takes, "
        "what it gives, and what it should state about itself; `designkit` refuses a "
        f"flow that does not fit. There are {len(all_kinds())} kinds in "
        f"{len(Stage)} stages, in the order in which data passes them. What flows "
        f"between them are the {link('data types', '../data-types/README.md')}."
    )
    stages = (section(stage.title, _of_stage(stage)) for stage in Stage)
    return page("Kinds of components", SOURCE, introduction, *stages)


def _of_stage(stage: Stage) -> str:
    rows = (
        (to_kind(kind.name), kind.plane.value, kind.definition)
        for kind in all_kinds()
        if kind.stage is stage
    )
    return table(("Kind", "Plane", "What it is"), rows)


def _page(kind: Kind) -> bytes:
    return page(
        kind.name,
        SOURCE,
        kind.definition,
        GENERAL if kind.is_general else "",
        _facts(kind),
        section("What to state", _attributes(kind)),
        section("Example", _example(kind)),
        section("What comes before", bullets(_before(kind))),
        section("What comes after", bullets(_after(kind))),
        section("What it typically runs on", bullets(_technologies(kind))),
        section("In the shipped designs", bullets(map(_use, uses(kind.name)))),
        link("All kinds", "README.md"),
    )


def to_kind(name: str, folder: str = "") -> str:
    """Return a link to the page of the kind called `name`."""
    return link(name, f"{folder}{name}.md")


def to_type(name: str) -> str:
    """Return a link to the page of the data type called `name`."""
    return link(name, f"../data-types/{name}.md")


def _facts(kind: Kind) -> str:
    stage = link(kind.stage.title, f"README.md#{anchor(kind.stage.title)}")
    rows = (
        ("Stage", stage),
        ("Plane", f"{kind.plane.value}: {PLANES[kind.plane]}"),
        ("Takes", ANYTHING if kind.is_general else _types(kind.takes)),
        ("Must take", ", ".join(_needed(kind)) or "nothing in particular"),
        ("Gives", ANYTHING if kind.is_general else _types(kind.gives)),
    )
    return table(("", ""), rows)


def _types(names: Iterable[str]) -> str:
    return ", ".join(map(to_type, names)) or "nothing"


def _needed(kind: Kind) -> Iterator[str]:
    """Give what a kind must take; of each group, one is enough."""
    yield from map(to_type, kind.needs)
    for group in kind.needs_one:
        yield " or ".join(map(to_type, group))


def _attributes(kind: Kind) -> str:
    rows = (
        (code(item.name), item.holds.value, _meaning(kind, item), _form(kind, item))
        for item in kind.attributes
    )
    common = (
        "Besides, like every component: a name, a technology, a reason, latency and "
        f"the other {link('common keys', '../keys.md#components')}."
    )
    stated = table(("Key", "Holds", "Meaning", "Written"), rows)
    return f"{stated}\n\n{common}"


def _meaning(kind: Kind, item: Attribute) -> str:
    """Say what a key means, and whether it is there for readers alone."""
    is_told = item.name in ONLY_TOLD.get(kind.name, ())
    return sentence(item.meaning) + (f" *{FOR_READERS}*" if is_told else "")


def _form(kind: Kind, item: Attribute) -> str:
    """Say how a value is written: one of the choices, or like an example."""
    if item.choices:
        return " or ".join(map(code, item.choices))
    fixed = _given(kind).get(item.name)
    stated = (use.plain[item.name] for use in uses(kind.name) if item.name in use.plain)
    texts = (in_short(untagged(value)) for value in (fixed, *stated))
    shown = next(filter(None, texts), "") or attribute_example(kind, item)
    return f"like {code(shown)}" if shown else ""


def _example(kind: Kind) -> str:
    stated = _given(kind) or _from_designs(kind) or dict(_made_up(kind))
    component: dict[str, Plain] = {"kind": kind.name, **stated}
    text = yaml.safe_dump(
        {"components": {f"the-{kind.name}": component}},
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=88,
    )
    return f"```yaml\n{text}```"


def _given(kind: Kind) -> dict[str, Plain]:
    """Return the example that the entry of the kind gives, if it gives one."""
    given: dict[str, Plain] = yaml.safe_load(kind.example or "{}")
    return given


def _from_designs(kind: Kind) -> dict[str, Plain]:
    """Return what the shipped component that states most of the kind's keys says."""
    own = {item.name for item in kind.attributes}
    said = (use.plain for use in uses(kind.name))
    fullest = max(said, key=lambda plain: len(own & set(plain)), default={})
    keys = (*SHOWN, *(item.name for item in kind.attributes))
    return {key: _bare(fullest[key]) for key in keys if key in fullest}


def _made_up(kind: Kind) -> Iterator[tuple[str, Plain]]:
    """Yield a value for each key that shows by itself what it holds."""
    for item in kind.attributes:
        if isinstance(item.holds, Dimension) or item.choices:
            yield item.name, yaml.safe_load(attribute_example(kind, item))


def _bare(value: Plain) -> Plain:
    """Return a value of a file without the tags of its figures."""
    bare = untagged(value)
    if isinstance(bare, dict):
        return {key: _bare(inner) for key, inner in bare.items()}
    return bare


def _before(kind: Kind) -> Iterator[str]:
    for name in () if kind.is_general else kind.takes:
        givers = [to_kind(other) for other in givers_of(name)]
        must = " (it must have this)" if name in kind.needs else ""
        any_one = ", or any other component" if name in IMPLICIT else ""
        yield f"{to_type(name)}{must} from {_list(givers)}{any_one}"


def _after(kind: Kind) -> Iterator[str]:
    for name in () if kind.is_general else kind.gives:
        takers = [to_kind(other) for other in takers_of(name)]
        yield f"{to_type(name)} to {_list(takers)}"


def givers_of(name: str) -> tuple[str, ...]:
    """Return the kinds that are there to give a data type, without the general ones."""
    kinds = (kind for kind in all_kinds() if not kind.is_general)
    return tuple(kind.name for kind in kinds if name in kind.gives)


def takers_of(name: str) -> tuple[str, ...]:
    """Return the kinds that are there to take a data type, without the general ones."""
    kinds = (kind for kind in all_kinds() if not kind.is_general)
    return tuple(kind.name for kind in kinds if name in kind.takes)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "nobody"


def _technologies(kind: Kind) -> Iterator[str]:
    for name in kind.technologies:
        found = technology(name)
        yield f"{name}: {found.does}" if found and found.does else name


def _use(use: Use) -> str:
    component = use.component
    design = link(use.shipped.design.name, f"../../{use.shipped.path}")
    on = f" on {component.technology}" if component.technology else ""
    why = f": {component.why}" if component.why else ""
    return f"{design}, {codes([component.id])}{on}{why}"
