"""Faults that are put into a design are those that the checker finds, and no others."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache

import pytest

from designkit.checks.checker import Checked, check
from designkit.checks.explanation import explanations
from designkit.checks.rules import all_rules
from designkit.checks.run import make_plan
from designkit.diagnostics import Severity
from designkit.errors import DesignkitError, FaultsError
from designkit.handouts.fault_hunt.bench import Bench
from designkit.handouts.fault_hunt.breaking import bench_of, break_design
from designkit.handouts.fault_hunt.findings import owners_of
from designkit.handouts.fault_hunt.planted_fault import Broken
from designkit.handouts.fault_hunt.visible import without_reasons
from designkit.pictures.views import find_view
from designkit.source.loader import Loaded, load_text
from designkit.source.settings import Settings
from tests.mutated import DESIGNS, shipped
from tests.sampled import sampled
from tests.sizes import sized

SEEDS = sized(10, 50)
"""Sheets of each shipped design; 50 of four designs make 200."""

COUNTS = (5, 3, 5, 1, 4)
"""How many faults the sheets have, one seed after the other."""

WITHOUT_ROOM = """\
designkit: 1
name: Sketch
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
"""

SCRIPT = """
import json, sys
from pathlib import Path
from designkit.handouts.fault_hunt.breaking import bench_of, break_design
from designkit.files import bundled
from designkit.source.loader import load_file

bench = bench_of(load_file(Path(bundled("designs")) / "fraud.yaml", "fraud.yaml"))
print(json.dumps([[f.code, f.what, f.message] for f in break_design(bench, 7).faults]))
"""

every_design = pytest.mark.parametrize("name", DESIGNS)


@cache
def bench(name: str) -> Bench:
    """The bench of a design without its reasons, on which checks take half as long."""
    return bench_of(without_reasons(shipped(name)))


@cache
def whole_bench(name: str) -> Bench:
    return bench_of(shipped(name))


@cache
def sheets(name: str) -> tuple[Broken, ...]:
    counts = (COUNTS[seed % len(COUNTS)] for seed in range(SEEDS))
    return tuple(break_design(bench(name), seed, n) for seed, n in enumerate(counts))


@cache
def stages() -> dict[str, str]:
    return {item.code: item.stage for item in explanations()}


def checked(loaded: Loaded) -> Checked:
    assert loaded.design is not None, loaded.diagnostics
    return check(loaded, all_rules())


def told(broken: Broken) -> Counter[tuple[str, str]]:
    return Counter((fault.code, fault.message) for fault in broken.faults)


def found(broken: Broken) -> Counter[tuple[str, str]]:
    """What a check says beyond what was known."""
    said = Counter((d.code, d.message) for d in checked(broken.loaded).diagnostics)
    return said - Counter((d.code, d.message) for d in broken.known)


@sampled("name", DESIGNS, 2)
def test_the_key_of_every_sheet_is_what_a_check_finds(name: str) -> None:
    for broken in sheets(name):
        assert told(broken) == found(broken)


@sampled("name", DESIGNS, 4)
def test_every_sheet_has_as_many_faults_as_were_asked_for(name: str) -> None:
    counts = [len(broken.faults) for broken in sheets(name)]

    assert counts == [COUNTS[seed % len(COUNTS)] for seed in range(SEEDS)]


@sampled("name", DESIGNS, 4)
def test_each_fault_of_a_sheet_is_of_a_rule_and_at_an_element_of_its_own(
    name: str,
) -> None:
    for broken in sheets(name):
        count = len(broken.faults)

        assert len({fault.code for fault in broken.faults}) == count
        assert len({fault.element for fault in broken.faults}) == count
        assert len({fault.path for fault in broken.faults}) == count


@sampled("name", DESIGNS, 4)
def test_every_fault_matters(name: str) -> None:
    levels = {fault.severity for broken in sheets(name) for fault in broken.faults}

    assert levels == {Severity.ERROR, Severity.WARNING}


@sampled("name", DESIGNS, 4)
def test_faults_are_spread_over_the_stages(name: str) -> None:
    fives = [broken for broken in sheets(name) if len(broken.faults) == 5]
    counts = [len({stages()[f.code] for f in broken.faults}) for broken in fives]

    assert min(counts) >= 3
    assert sum(counts) >= 4.5 * len(fives)


@pytest.mark.slow
@sampled("name", DESIGNS, 4)
def test_many_seeds_teach_many_rules(name: str) -> None:
    rules = Counter(f.name for broken in sheets(name) for f in broken.faults)

    assert len(rules) >= 30
    assert max(rules.values()) < SEEDS / 2


@sampled("name", DESIGNS, 4)
def test_a_broken_design_can_be_drawn(name: str) -> None:
    for broken in sheets(name)[:10]:
        assert broken.loaded.design is not None
        for view in ("overview", "request-path", "training"):
            assert find_view(view).draw(broken.loaded.design).nodes


@every_design
def test_a_whole_design_is_broken_as_well(name: str) -> None:
    broken = break_design(whole_bench(name), 1)

    assert told(broken) == found(broken)
    assert len(broken.faults) == 5
    assert broken.loaded.design is not None
    assert broken.loaded.design.tradeoffs == whole_bench(name).whole.design.tradeoffs


@every_design
def test_each_fault_alone_is_one_finding(name: str) -> None:
    tried = whole_bench(name)
    chosen = break_design(tried, 2).faults
    known = Counter((d.code, d.element) for d in tried.known)
    changes = {c.path: c for batch in tried._tried for c in batch}

    for fault in chosen:
        alone = checked(tried.whole.changed([changes[fault.path]])).diagnostics
        new = Counter((d.code, d.element) for d in alone) - known

        assert sum(new.values()) == 1


@pytest.mark.slow
def test_faults_come_in_the_order_of_the_document() -> None:
    for broken in sheets("fraud"):
        loaded = bench("fraud").loaded
        lines = [_line(loaded, fault.path) for fault in broken.faults]

        assert lines == sorted(lines)


def _line(loaded: Loaded, path: tuple[str | int, ...]) -> int:
    if path[0] == "flows" and isinstance(path[1], int):
        return loaded.locate(loaded.flow_paths[path[1]], key=True).line
    return loaded.locate(path, key=True).line


def test_the_design_itself_stays_as_it_is() -> None:
    before = shipped("fraud").design
    break_design(whole_bench("fraud"), 3)

    assert whole_bench("fraud").loaded.design == before
    assert checked(shipped("fraud")).diagnostics == ()


def test_one_seed_gives_one_sheet_whatever_was_tried_before() -> None:
    fresh = break_design(bench_of(without_reasons(shipped("fraud"))), 5, 5)

    assert fresh.faults == sheets("fraud")[5].faults


def test_seeds_differ() -> None:
    plain = {tuple(f.what for f in broken.faults) for broken in sheets("fraud")}

    assert len(plain) == SEEDS


@pytest.mark.slow
def test_one_seed_gives_one_sheet_on_every_machine() -> None:
    runs = [_run({"PYTHONHASHSEED": seed, "LC_ALL": "C"}) for seed in ("0", "1")]
    here = break_design(whole_bench("fraud"), 7).faults

    assert runs[0] == runs[1] == [[f.code, f.what, f.message] for f in here]


def _run(environment: dict[str, str]) -> object:
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    return json.loads(made.stdout)


@pytest.mark.slow
def test_ten_faults_can_be_had() -> None:
    broken = break_design(bench("recommendation"), 1, 10)

    assert len(broken.faults) == 10
    assert told(broken) == found(broken)


@pytest.mark.parametrize("number", [0, -1, 11])
def test_a_number_that_makes_no_sense_is_refused(number: int) -> None:
    with pytest.raises(FaultsError, match=f"1 to 10 faults, and not {number}"):
        break_design(bench("fraud"), 1, number)


def test_a_sketch_has_no_room_for_faults() -> None:
    sketch = bench_of(load_text(WITHOUT_ROOM, "sketch.yaml"))

    with pytest.raises(DesignkitError) as told:
        break_design(sketch, 1)
    assert str(told.value) == (
        "sketch.yaml has room for no fault, and 5 were asked for; "
        "ask for fewer, or take a design that states more"
    )


@pytest.mark.slow
def test_a_design_with_some_room_says_how_much() -> None:
    rules = make_plan(Settings(), ["no-rollback", "no-guardrails"])

    with pytest.raises(FaultsError, match=r"has room for [12] faults?, and 5 were"):
        break_design(bench_of(without_reasons(shipped("fraud")), rules), 2)


def test_a_design_that_does_not_load_is_not_broken_further() -> None:
    with pytest.raises(FaultsError, match=r"bad\.yaml does not load"):
        bench_of(load_text("designkit: 1", "bad.yaml"))


def test_what_was_found_before_is_no_fault() -> None:
    text = shipped("fraud").text.replace("rollback: auto", "rollback: none")
    faulty = bench_of(load_text(text, "fraud.yaml"))
    broken = break_design(faulty, 1, 3)

    assert [item.name for item in broken.known] == ["no-rollback"]
    assert "no-rollback" not in {fault.name for fault in broken.faults}
    assert told(broken) == found(broken)


def test_what_the_author_accepts_is_no_fault() -> None:
    rules = make_plan(Settings(), ["no-rollback", "no-guardrails", "big-bang"])
    waiver = "waivers: [{rule: no-rollback, reason: we never look back}]\n"
    text = without_rollback(shipped("fraud").text) + waiver
    broken = break_design(bench_of(load_text(text, "fraud.yaml"), rules), 1, 2)

    assert sorted(fault.name for fault in broken.faults) == [
        "big-bang",
        "no-guardrails",
    ]


def without_rollback(text: str) -> str:
    return text.replace("    rollback: auto\n", "    rollback: none\n")


@pytest.mark.slow
def test_the_parts_at_which_faults_lie_differ() -> None:
    for broken in sheets("search-ranking"):
        places: Sequence[frozenset[str]] = [owners_of(f.found) for f in broken.faults]

        assert len(set(places)) == len(places)
