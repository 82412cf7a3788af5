"""Whether what was served reaches the join."""

import pytest

from designkit.checks.rules.consistency.joined_to_nothing import joined_to_nothing
from tests.rule_examples import told

DESIGN = """\
components:
  served: {kind: prediction-log%s}
  lake: {kind: lake}
  raters: {kind: human-labeling}
  join: {kind: label-joiner, join-key: request-id}
flows:
  batches: [lake -> join: raw-table%s]
"""
KEY = ", join-key: request-id"
FOUND = (
    "5 warning: nothing of what served keeps reaches join: outcomes are joined to no "
    "prediction"
)


@pytest.mark.parametrize(
    ("key", "flows", "expected"),
    [
        pytest.param(KEY, "", [FOUND], id="outcomes alone"),
        pytest.param(
            KEY,
            ", served -> raters: prediction, raters -> join: label",
            [FOUND],
            id="what people say of it",
        ),
        pytest.param(KEY, ", served -> join: prediction", [], id="directly"),
        pytest.param(KEY, ", served -> lake: event", [], id="over the lake"),
        pytest.param(KEY, ", served -> lake", [], id="by what is not said"),
        pytest.param("", "", [], id="a log that is not meant to be joined"),
    ],
)
def test_outcomes_meet_predictions(key: str, flows: str, expected: list[str]) -> None:
    assert told(DESIGN % (key, flows), joined_to_nothing) == expected
