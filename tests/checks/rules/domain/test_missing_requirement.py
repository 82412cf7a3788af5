"""What a profile asks for: said, not said, said not to be, and not enough."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.checker import check
from designkit.checks.rules.domain.missing_requirement import missing_requirement
from designkit.source.loader import load_text
from tests.rule_examples import told

ETA = """\
system: delivery-eta
problem: {costs: {false-negative: 4 USD}, label: {bias: cancelled orders}}
models: {time: {output: quantile}}
evaluation: {slices: [rain]}
components:
  eta: {kind: model-server}
  load: {kind: stream-transform}
  route: {kind: routing-engine, source-freshness: 2 min}
  promise: {kind: decision-engine}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", snapshot([]), id="all is there"),
        pytest.param(
            "  promise: {kind: decision-engine}\n",
            "",
            snapshot(["6 warning: no step from prediction to promise"]),
            id="no component of the kind",
        ),
        pytest.param(
            "costs: {false-negative: 4 USD}, ",
            "",
            snapshot(["2 info: costs of early and late not stated"]),
            id="not said",
        ),
        pytest.param(
            "costs: {false-negative: 4 USD}, ",
            "costs: none, ",
            snapshot(["2 warning: no costs of early and late"]),
            id="said not to be",
        ),
        pytest.param(
            "output: quantile",
            "output: value",
            snapshot(["3 warning: no quantile among the outputs"]),
            id="another value",
        ),
        pytest.param(
            "{time: {output: quantile}}",
            "{old: {output: value}, time: {output: quantile}}",
            snapshot([]),
            id="one of several values",
        ),
        pytest.param(
            "{output: quantile}",
            "{output: none}",
            snapshot(["3 warning: no quantile among the outputs"]),
            id="said not to be, under some id",
        ),
        pytest.param(
            "source-freshness: 2 min",
            "source-freshness: 5 min",
            snapshot([]),
            id="just fresh enough",
        ),
        pytest.param(
            "source-freshness: 2 min",
            "source-freshness: 6 min",
            snapshot(["8 warning: source-freshness 6 min of route is more than 5 min"]),
            id="too old",
        ),
        pytest.param(
            ", source-freshness: 2 min",
            "",
            snapshot(["8 info: age of the traffic not stated"]),
            id="attribute not said",
        ),
        pytest.param(
            "  promise:",
            "  plan: {kind: optimizer, time-limit: 5 s, incumbent-fallback: none}\n"
            "  promise:",
            snapshot(["9 error: no last plan as fallback of the solver"]),
            id="attribute said not to be, with a severity of its own",
        ),
    ],
)
def test_a_delivery_system_needs_what_its_profile_says(
    old: str, new: str, expected: list[str]
) -> None:
    assert leads(ETA.replace(old, new, 1)) == expected


def leads(design: str) -> list[str]:
    """Return line, severity and what is missing, without the reason."""
    lines = told(design, missing_requirement)
    return [": ".join(line.split(": ")[:2]) for line in lines]


def test_less_than_the_least_is_too_little() -> None:
    design = """\
system: fraud-detection
components:
  score: {kind: model-server}
  join: {kind: label-joiner, window: 30 d}
"""

    assert "4 warning: window 30 d of join is less than 90 d" in leads(design)


def test_a_sketch_without_a_model_is_not_asked() -> None:
    design = "system: fraud-detection\ncomponents:\n  shop: {kind: client}\n"

    assert told(design, missing_requirement) == []


def test_a_sketch_of_two_components_does_not_drown() -> None:
    design = """\
system: fraud-detection
components:
  shop: {kind: client}
  score: {kind: model-server}
"""

    assert leads(design) == snapshot(
        [
            "1 info: base rate not stated",
            "4 warning: no rules layer",
            "4 error: no decision engine",
        ]
    )


def test_findings_at_one_component_are_told_apart() -> None:
    loaded = load_text(
        "designkit: 1\nname: Ads\nsystem: ad-click-prediction\n"
        "components: {rank: {kind: model-server}}\n"
    )
    elements = [it.element for it in check(loaded, (missing_requirement,)).diagnostics]

    assert elements == snapshot(
        [
            "components.rank.auction",
            "components.rank.consent-service",
            "components.rank.eligibility-filter",
        ]
    )
