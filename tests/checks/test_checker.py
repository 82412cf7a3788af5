"""Findings stand at the nearest thing that was written, and a crash is loud."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from designkit.analysis.facts import Facts
from designkit.checks.checker import check, element_of, span_of
from designkit.checks.rule import Finding, Path, Rule
from designkit.checks.rules import all_rules
from designkit.checks.rules.serving.store_memory import store_memory
from designkit.diagnostics import Severity
from designkit.source.loader import load_text
from tests.rule_examples import load_example

TEXT = """\
designkit: 1
name: A
system: generic
components:
  a: {kind: client}
  b:
    kind: gateway
    timeout: 1 s
flows:
  calls:
    - a -> b: request
  streams: [a -> b]
"""


@pytest.mark.parametrize(
    ("path", "place", "element"),
    [
        pytest.param(("components", "b"), (6, 3), "components.b", id="a component"),
        pytest.param(
            ("components", "b", "timeout"), (8, 5), "components.b.timeout", id="a key"
        ),
        pytest.param(
            ("components", "b", "owner"),
            (6, 3),
            "components.b.owner",
            id="a lack in it",
        ),
        pytest.param(("flows", 0), (11, 7), "flows.a->b:request", id="a flow"),
        pytest.param(("flows", 1), (12, 13), "flows.a->b:None", id="a bare flow"),
        pytest.param(("experiment",), (3, 1), "experiment", id="a section that lacks"),
    ],
)
def test_a_finding_has_a_place_and_a_lasting_name(
    path: Path, place: tuple[int, int], element: str
) -> None:
    loaded = load_text(TEXT)
    span = span_of(loaded, path)

    assert (span.line, span.column) == place
    assert element_of(loaded, path) == element


def some(name: str = "no-monitoring") -> Rule:
    return next(rule for rule in all_rules() if rule.name == name)


def test_a_rule_that_does_not_apply_does_not_run() -> None:
    def crash(facts: Facts) -> Iterator[Finding]:
        raise AssertionError(facts)

    rule = replace(some(), check=crash, applies=lambda facts: False)
    checked = check(load_text(TEXT), (rule,))

    assert not checked.crashed
    assert [verdict.applied for verdict in checked.verdicts] == [False]


def test_a_crash_is_a_finding_and_the_others_still_run() -> None:
    def crash(facts: Facts) -> Iterator[Finding]:
        raise ZeroDivisionError("by nothing")

    broken = replace(some("no-registry"), check=crash)
    checked = check(load_text(TEXT), (broken, some()))

    assert checked.crashed
    assert [(d.code, d.message) for d in checked.diagnostics] == [
        ("DK099", "the rule no-registry failed: ZeroDivisionError: by nothing"),
        ("DK110", "monitoring is missing: nothing watches this system"),
    ]


def test_a_design_that_does_not_load_runs_no_rule() -> None:
    checked = check(load_text("designkit: 1\n"), (some(),))

    assert checked.verdicts == ()
    assert {d.code for d in checked.diagnostics} == {"DK011"}


def test_a_project_may_set_a_severity() -> None:
    checked = check(
        load_text(TEXT), (some(),), severities={"no-monitoring": Severity.INFO}
    )

    assert [d.severity for d in checked.diagnostics] == [Severity.INFO]


ASSUMED = """\
components:
  table:
    kind: online-store
    entities: 200 M
    entity-size: {value: 12.3 kB, %s}
    memory: 1 TB
"""


@pytest.mark.parametrize(
    ("tag", "strict", "severity", "said"),
    [
        pytest.param("assumed: a guess", False, "warning", True, id="assumed"),
        pytest.param("assumed: a guess", True, "error", True, id="strictly"),
        pytest.param(
            "derived: 1,540 numbers of 8 B", False, "error", False, id="computed"
        ),
    ],
)
def test_what_rests_on_an_assumption_says_so_and_counts_less(
    tag: str, strict: bool, severity: str, said: bool
) -> None:
    loaded = load_example(ASSUMED % tag, store_memory)
    (finding,) = check(loaded, (store_memory,), strict=strict).diagnostics

    assert finding.severity == severity
    assert finding.message.endswith("; 12.3 kB is assumed") is said
