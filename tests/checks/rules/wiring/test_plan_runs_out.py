"""Plans that end before the next one is there."""

import pytest

from designkit.checks.rules.wiring.plan_runs_out import plan_runs_out
from tests.rule_examples import told

DESIGN = "components: {routes: {kind: optimizer, %s}}\n"


@pytest.mark.parametrize(
    ("solver", "expected"),
    [
        pytest.param(
            "interval: 24 h, time-limit: 30 min, horizon: 24 h",
            "covers 24 h; the next starts after 24 h and its solve may take 30 min: "
            "30 min have none",
            id="while the next is solved",
        ),
        pytest.param(
            "interval: 2 h, horizon: 1 h",
            "covers 1 h; the next starts after 2 h: 1 h have none",
            id="before the next starts",
        ),
    ],
)
def test_a_plan_that_ends_too_soon_is_found(solver: str, expected: str) -> None:
    assert told(DESIGN % solver, plan_runs_out) == [
        f"1 warning: a plan of routes {expected}"
    ]


@pytest.mark.parametrize(
    "solver",
    [
        pytest.param("interval: 24 h, time-limit: 30 min, horizon: 36 h", id="longer"),
        pytest.param("interval: 24 h, horizon: 24 h", id="just so"),
        pytest.param("interval: 24 h, horizon: 12 h..36 h", id="at best"),
        pytest.param("horizon: 1 h", id="no interval"),
    ],
)
def test_a_plan_that_lasts_passes(solver: str) -> None:
    assert told(DESIGN % solver, plan_runs_out) == []
