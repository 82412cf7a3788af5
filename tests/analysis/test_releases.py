"""Releases: what deployers state together, and which of them meet traffic."""

import pytest

from designkit.analysis.facts import Facts, State
from designkit.analysis.releases import releases, said_by
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Releases
system: generic
components:
  registry: {kind: model-registry}
  test: {kind: deployer, rollback: auto}
  live: {kind: deployer}
  other: {kind: deployer}
  score: {kind: model-server}
  why: {kind: explainer}
flows:
  control:
    - registry -> test, other: model
    %s
"""


def released(flows: str) -> list[list[str]]:
    return [[part.id for part in release] for release in releases(_facts(flows))]


def _facts(flows: str) -> Facts:
    design = load_text(DESIGN % flows, "design.yaml").design
    assert design is not None
    return Facts(design)


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param("", [["test"], ["live"], ["other"]], id="nothing is handed on"),
        pytest.param(
            "- test -> live -> score: model",
            [["test", "live"], ["other"]],
            id="two environments of one release",
        ),
        pytest.param(
            "- other -> why: model", [["test"], ["live"]], id="one meets no users"
        ),
        pytest.param(
            "- test, live, other -> score: model",
            [["test"], ["live"], ["other"]],
            id="three models in one server",
        ),
        pytest.param(
            "- test -> live -> test -> score: model",
            [["test", "live"], ["other"]],
            id="back and forth between two",
        ),
        pytest.param(
            "- test -> live -> test -> other -> score: model",
            [["test", "live", "other"]],
            id="and on to a third",
        ),
    ],
)
def test_a_release_is_a_chain_of_deployers_that_meets_traffic(
    flows: str, expected: list[list[str]]
) -> None:
    assert released(flows) == expected


def test_what_one_deployer_states_holds_for_its_release() -> None:
    facts = _facts("- test -> live -> score: model")
    first, other = releases(facts)

    assert [
        (deployer.id, state)
        for deployer, state in (
            said_by(facts, first, "rollback"),
            said_by(facts, other, "rollback"),
        )
    ] == [("test", State.PRESENT), ("other", State.UNSTATED)]
