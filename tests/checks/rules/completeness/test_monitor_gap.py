import pytest

from designkit.checks.rules.completeness.monitor_gap import monitor_gap
from tests.rule_examples import told

ALL_BUT_DATA = "[skew, prediction, model-quality, business, ops]"


@pytest.mark.parametrize(
    ("monitors", "expected"),
    [
        pytest.param(
            f"  a: {{kind: monitor, watch: {ALL_BUT_DATA}}}\n",
            ["2 warning: no monitor watches data"],
            id="skew stands for features, data is missing",
        ),
        pytest.param(
            f"  a: {{kind: monitor, watch: {ALL_BUT_DATA}}}\n  b: {{kind: monitor}}\n",
            ["3 info: no monitor says that it watches data"],
            id="one does not say what it watches: it may be that",
        ),
        pytest.param(
            f"  a: {{kind: monitor, watch: {ALL_BUT_DATA}}}\n"
            "  b: {kind: monitor, watch: none}\n",
            ["2 warning: no monitor watches data"],
            id="one says that it watches nothing",
        ),
        pytest.param(
            "  a: {kind: monitor}\n",
            [
                "2 info: no monitor says that it watches data, features, predictions, "
                "model quality, business or operations"
            ],
            id="a sketch has one question, not six",
        ),
        pytest.param(
            f"  a: {{kind: monitor, watch: {ALL_BUT_DATA}}}\n"
            "  b: {kind: monitor, watch: data}\n  c: {kind: monitor}\n",
            [],
            id="all is watched, whatever the third does",
        ),
        pytest.param("  a: {kind: client}\n", [], id="no monitor is another rule"),
    ],
)
def test_what_no_monitor_sees_is_named(monitors: str, expected: list[str]) -> None:
    assert told("components:\n" + monitors, monitor_gap) == expected
