"""What is taken out of a good design, or turned round in it, is found by a rule.

Where it is not, a sentence says why a reader should accept that, or what is still to be
found. An entry that excuses nothing any more fails, so that there are ever fewer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache

import pytest

from benchmarks.strength.measuring import done_of, tasks
from benchmarks.strength.mutations import Family
from designkit.analysis.facts import Facts
from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kinds import kind, may_give, may_take
from designkit.checks.rule import Path
from designkit.checks.rules import all_rules
from designkit.model.component import MODE_KEYS, Flow
from designkit.model.design import Design
from designkit.source.inputs import shipped as shipped_designs
from designkit.source.load_code import LoadCode
from tests.excuses import (
    OPTIONAL,
    TWICE,
    advice,
    differences,
    place,
    unfound,
)
from tests.mutated import (
    DESIGNS,
    Tree,
    checked,
    flows_of,
    load,
    shipped,
    short,
)
from tests.recorded import findings, part_at, readers, taken_out

TYPES = tuple(item.name for item in DATA_TYPES)

every_design = pytest.mark.parametrize("name", DESIGNS)


def test_what_to_do_with_an_excuse_is_said_with_its_place() -> None:
    excuse, table = place("features.*.pii"), place("OPTIONAL")

    assert advice("OPTIONAL", ["features.*.pii"], ["features.*.new"]) == (
        f"{excuse}: 'features.*.pii' is found now: strike this excuse\n"
        f"{table}: no rule misses 'features.*.new': let one find it, or say in OPTIONAL "
        "why a reader should accept that"
    )


def design_of(name: str) -> Design:
    design = shipped(name).design
    assert design is not None
    return design


@every_design
def test_a_shortened_design_is_still_a_good_one(name: str) -> None:
    assert checked(short(name), name, strict=True).diagnostics == ()


# ---- a part or a flow is gone, or of another type


CHANGES = (Family.DELETION, Family.RETYPE)


@pytest.mark.slow
@pytest.mark.parametrize("name", DESIGNS)
def test_what_is_gone_or_of_another_type_is_found_or_has_a_reason(name: str) -> None:
    todo = tasks([shipped_designs()[name]], families=CHANGES)
    unseen = [one.what for task in todo for one in done_of(task) if not one.finds]

    assert differences(name, unseen) == []


def test_every_sentence_on_what_is_not_found_is_one() -> None:
    told = [unfound(name, which) for name in DESIGNS for which in ("", ".open")]

    assert all(len(why.split()) >= 5 for part in told for why in part.values())


# ---- a flow carries something else


def in_order(design: Design) -> list[Flow]:
    """Return the flows in the order in which a shortened design writes them."""
    return [f for mode in MODE_KEYS.values() for f in design.flows if f.mode is mode]


def fitting(design: Design, flow: Flow) -> list[str]:
    """Return the other types that both ends of `flow` accept."""
    ends = [kind(design.components[end].kind) for end in flow.ends]
    source, target = ends
    assert source is not None
    assert target is not None
    given = may_give(source)
    return [t for t in after(flow) if t in given and t in may_take(target)]


def after(flow: Flow) -> tuple[str, ...]:
    """Return all types but that of `flow`, from the one that follows it on."""
    assert flow.carries is not None
    at = TYPES.index(flow.carries)
    return TYPES[at + 1 :] + TYPES[:at]


def retyped(name: str, types: Mapping[int, str]) -> Tree:
    tree = short(name)
    flows = [options for _, options in flows_of(tree)]
    for index, carries in types.items():
        flows[index]["carries"] = carries
    return tree


@every_design
def test_every_flow_of_a_wrong_type_is_an_error(name: str) -> None:
    design = design_of(name)
    wrong = {
        index: next(t for t in after(flow) if t not in fitting(design, flow))
        for index, flow in enumerate(in_order(design))
    }
    result = load(retyped(name, wrong), name)

    told = Counter(
        d.element for d in result.diagnostics if d.code == LoadCode.TYPE_MISMATCH.value
    )
    assert result.design is not None
    assert len(told) == len(design.flows)


# ---- something is no longer said


def pattern_of(design: Design, path: Path) -> str:
    """Write a path so that it speaks for all like it."""
    return ".".join(_general(design, path))


def _general(design: Design, path: Path) -> Iterator[str]:
    for index, step in enumerate(path):
        if index == 1 and path[0] == "components":
            yield design.components[str(step)].kind
        elif index == 1 and path[0] in ("features", "models", "datasets"):
            yield "*"
        else:
            yield "*" if isinstance(step, int) else step


@cache
def unmissed() -> Counter[str]:
    """Count what rules read and do not miss when it is gone, by pattern."""
    found: Counter[str] = Counter()
    for design in map(design_of, DESIGNS):
        for path, rules in readers(design).items():
            left = taken_out(design, path)
            if left and not any(findings(rule, left) for rule in rules):
                found[pattern_of(design, path)] += 1
    return found


def test_what_a_rule_reads_is_missed_when_it_is_gone() -> None:
    unexcused = [
        pattern
        for pattern in unmissed()
        if not any(fnmatchcase(pattern, excuse) for excuse in OPTIONAL)
    ]

    assert unexcused == [], advice("OPTIONAL", (), unexcused)


@pytest.mark.parametrize("excuse", OPTIONAL)
def test_no_excuse_is_stale(excuse: str) -> None:
    is_needed = any(fnmatchcase(pattern, excuse) for pattern in unmissed())

    assert is_needed, advice("OPTIONAL", [excuse], ())


@pytest.mark.parametrize(("name", "rule"), [(n, r) for r in TWICE for n in DESIGNS])
def test_what_is_said_in_several_places_is_missed_in_all(name: str, rule: str) -> None:
    design = design_of(name)
    (asking,) = (item for item in all_rules() if item.name == rule)
    concerned = asking.concerns(Facts(design))
    for path in list(stated(design, TWICE[rule])):
        design = taken_out(design, path)

    assert bool(findings(asking, design)) == concerned


def stated(design: Design, patterns: tuple[str, ...]) -> Iterator[Path]:
    """Give the paths of what `design` states at `patterns`."""
    for pattern in patterns:
        section, *rest = pattern.split(".")
        if section == "components":
            ids = [c.id for c in design.of_kind(rest[0])]
            paths = [(section, id, *rest[1:]) for id in ids]
        elif rest[:1] == ["*"]:
            paths = [(section, id, *rest[1:]) for id in part_at(design, (section,))]
        else:
            paths = [(section, *rest)]
        yield from (p for p in paths if said(design, p))


def said(design: Design, path: Path) -> bool:
    part: object = design
    for step in path:
        part = part_at(part, (step,))
        if part in (None, (), {}):
            return False
    return True
