"""A profile is true to the catalogue, and its starter has all that it asks for."""

from collections.abc import Iterator
from functools import cache

import pytest

from designkit.analysis.facts import Facts
from designkit.catalog.kinds import all_kinds, kind
from designkit.catalog.profile import Profile, Requirement
from designkit.catalog.systems import SYSTEMS
from designkit.checks.checker import check
from designkit.checks.rule import Finding
from designkit.checks.rules import all_rules
from designkit.checks.rules.domain.missing_requirement import missing_requirement
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.quantities.fields import kebab
from designkit.source.loader import Loaded, load_text
from designkit.source.profiles import PROFILES, profile

NAMES = [system.name for system in SYSTEMS]
RULES = {rule.name: rule for rule in all_rules()}

every_system = pytest.mark.parametrize("name", NAMES)


def requirements() -> Iterator[tuple[str, Requirement]]:
    yield from ((name, item) for name in NAMES for item in profile(name).requires)


def named(pair: object) -> str:
    return pair if isinstance(pair, str) else getattr(pair, "what", "")


every_requirement = pytest.mark.parametrize(
    ("name", "wanted"), list(requirements()), ids=named
)
every_unruled = pytest.mark.parametrize(
    ("name", "wanted"),
    [(name, item) for name, item in requirements() if item.rule is None],
    ids=named,
)


@cache
def starter(name: str) -> Loaded:
    return load_text(profile(name).starter, name)


def design_of(name: str) -> Design:
    design = starter(name).design
    assert design is not None
    return design


def found(design: Design) -> list[Finding]:
    return list(missing_requirement.check(Facts(design)))


def test_every_system_has_a_profile_and_no_other_file_is_there() -> None:
    assert sorted(path.stem for path in PROFILES.iterdir()) == sorted(NAMES)


@every_system
def test_a_profile_calls_its_system_as_the_catalogue_does(name: str) -> None:
    told: Profile = profile(name)
    (known,) = [system for system in SYSTEMS if system.name == name]

    assert (told.system, told.title, told.definition) == (
        known.name,
        known.title,
        known.definition,
    )


def test_loading_a_design_reads_no_profile() -> None:
    text = profile("generic").starter
    profile.cache_clear()
    load_text(text)

    assert profile.cache_info().currsize == 0


@every_requirement
def test_a_requirement_speaks_of_kinds_that_there_are(
    name: str, wanted: Requirement
) -> None:
    kinds = {item.name for item in all_kinds()}

    assert {*wanted.kind, *wanted.needed_by} <= kinds


@every_requirement
def test_a_requirement_asks_for_what_can_be_stated(
    name: str, wanted: Requirement
) -> None:
    unknown = [path for path in wanted.states if not can_state(wanted, path)]

    assert wanted.kind or wanted.states
    assert unknown == []


def can_state(wanted: Requirement, path: str) -> bool:
    owners = [owner for item in wanted.kind if (owner := kind(item))]
    if owners:
        return all(owner.attribute(path) for owner in owners)
    section, *rest = path.split(".")
    if section == "components":
        return any(owner.attribute(rest[-1]) for owner in all_kinds())
    return section in {kebab(field) for field in Design.model_fields}


@every_requirement
def test_a_reason_is_one_clause_that_ends_a_message(
    name: str, wanted: Requirement
) -> None:
    assert not wanted.because.endswith(".")
    assert not wanted.because[0].isupper()
    assert "\n" not in wanted.because


@every_requirement
def test_the_rule_that_looks_for_it_is_one_for_this_system(
    name: str, wanted: Requirement
) -> None:
    rule = RULES[wanted.rule or "missing-requirement"]

    assert name in (rule.systems or NAMES)


@every_system
def test_a_starter_has_nothing_wrong_with_it(name: str) -> None:
    checked = check(starter(name), all_rules(), strict=True)

    assert [f"{it.name}: {it.message}" for it in checked.diagnostics] == []


@every_system
def test_a_starter_is_of_its_system_and_small(name: str) -> None:
    design = design_of(name)

    assert design.system == name
    assert len(design.components) < 30


@every_system
def test_a_starter_says_what_to_fill_in(name: str) -> None:
    lines = profile(name).starter.splitlines()

    assert lines[0].startswith("# ")
    assert sum(" # " in line for line in lines) >= 25
    assert [line for line in lines if len(line) > 110] == []


@every_unruled
def test_what_is_taken_from_a_starter_is_found_missing(
    name: str, wanted: Requirement
) -> None:
    (finding,) = found(without(design_of(name), wanted))

    assert finding.message.endswith(f": {wanted.because}")
    assert wanted.what in finding.message
    assert finding.severity is wanted.severity


def without(design: Design, wanted: Requirement) -> Design:
    """Take away the components that are asked for, or what is stated."""
    if not wanted.states:
        return without_kinds(design, wanted.kind)
    for path in wanted.states:
        if wanted.kind or path.startswith("components."):
            design = unsaid_by_components(design, wanted.kind, path.split(".")[-1])
        else:
            design = unsaid(design, tuple(path.split(".")))
    return design


def without_kinds(design: Design, kinds: tuple[str, ...]) -> Design:
    kept = {id: c for id, c in design.components.items() if c.kind not in kinds}
    flows = tuple(f for f in design.flows if {*f.ends} <= kept.keys())
    return design.model_copy(update={"components": kept, "flows": flows})


def unsaid_by_components(design: Design, kinds: tuple[str, ...], name: str) -> Design:
    def silent(component: Component) -> Component:
        if kinds and component.kind not in kinds:
            return component
        rest = {key: it for key, it in component.attributes.items() if key != name}
        return component.model_copy(update={"attributes": rest})

    silenced = {id: silent(item) for id, item in design.components.items()}
    return design.model_copy(update={"components": silenced})


def unsaid(part: Design, path: tuple[str, ...]) -> Design:
    """Leave out what `path` leads to, in a section or in all of many."""
    return part.model_copy(update=emptied(part, path))


def emptied(part: object, path: tuple[str, ...]) -> dict[str, object]:
    field = path[0].replace("-", "_")
    value = getattr(part, field)
    if len(path) == 1:
        return {field: {} if isinstance(value, dict) else None}
    if isinstance(value, dict) and path[1] in value:
        return {field: {key: it for key, it in value.items() if key != path[1]}}
    if path[1] == "*":
        rest = {
            id: it.model_copy(update=emptied(it, path[2:])) for id, it in value.items()
        }
        return {field: rest}
    return {field: value.model_copy(update=emptied(value, path[1:]))}
