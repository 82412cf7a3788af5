"""Models that go out by themselves."""

import pytest

from designkit.checks.rules.release.auto_promote_ungated import auto_promote_ungated
from tests.rule_examples import told

DESIGN = """\
components:
  registry: {{kind: model-registry{approval}}}
  evaluate: {{kind: evaluator{gates}}}
  deploy: {{kind: deployer{release}}}
"""
FOUND = "registry approves every model by itself and no gate is stated"


def told_of(approval: str, gates: str = "", release: str = "") -> list[str]:
    written = DESIGN.format(approval=approval, gates=gates, release=release)
    return told(written, auto_promote_ungated)


@pytest.mark.parametrize(
    ("approval", "gates", "level"),
    [
        pytest.param(", approval: none", ", gates: none", "error", id="none at all"),
        pytest.param(", approval: automatic", ", gates: none", "error", id="automatic"),
        pytest.param(", approval: Automatic", "", "warning", id="gates unstated"),
    ],
)
def test_promotion_without_person_or_gate_is_found(
    approval: str, gates: str, level: str
) -> None:
    assert told_of(approval, gates) == [f"2 {level}: {FOUND}"]


@pytest.mark.parametrize(
    ("approval", "gates", "release"),
    [
        pytest.param("", ", gates: none", "", id="approval unstated"),
        pytest.param(", approval: two engineers", ", gates: none", "", id="a person"),
        pytest.param(", approval: autonomy board", ", gates: none", "", id="a board"),
        pytest.param(", approval: automatic", ", gates: AUC > 0.9", "", id="a gate"),
        pytest.param(
            ", approval: automatic", "", ", gates: p99 < 1 s", id="a canary gate"
        ),
    ],
)
def test_a_person_or_a_gate_is_enough(approval: str, gates: str, release: str) -> None:
    assert told_of(approval, gates, release) == []
