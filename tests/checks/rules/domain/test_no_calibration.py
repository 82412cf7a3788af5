"""What makes a score a price."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.no_calibration import no_calibration
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  rank: {kind: model-server}
  auction: {kind: auction}
""",
            snapshot(
                [
                    "3 error: auction multiplies bids by scores that no "
                    "calibrator made probabilities"
                ]
            ),
            id="no monitor to ask",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server}
  auction: {kind: auction}
models: {ctr: {calibration: isotonic}}
""",
            snapshot([]),
            id="the model says how",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server}
  auction: {kind: auction}
  fix: {kind: calibrator}
  a: {kind: monitor}
  b: {kind: monitor}
""",
            snapshot(
                [
                    "1 warning: no monitor compares predicted clicks with "
                    "clicks: wrong prices stay unseen"
                ]
            ),
            id="monitors that do not say what they watch",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server}
  auction: {kind: auction}
  fix: {kind: calibrator}
  a: {kind: monitor, watch: [prediction]}
  b: {kind: monitor, watch: [ops]}
""",
            snapshot(
                [
                    "5 error: no monitor compares predicted clicks with clicks: "
                    "wrong prices stay unseen"
                ]
            ),
            id="the one that watches predictions",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server}
""",
            snapshot([]),
            id="no auction",
        ),
    ],
)
def test_a_score_that_prices_is_made_and_watched_as_a_probability(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_calibration) == expected
