"""What tells merit from having been on top."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.position_bias import position_bias
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
problem: {label: {name: click}}
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
""",
            snapshot(
                [
                    "4 error: what is on top is clicked for being there, and no "
                    "place is logged"
                ]
            ),
            id="clicks whose place is lost",
        ),
        pytest.param(
            """\
problem: {label: {name: order}}
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
""",
            snapshot(
                [
                    "4 warning: what is on top is clicked for being there, and "
                    "no place is logged"
                ]
            ),
            id="orders whose place is lost",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log}
  join: {kind: label-joiner}
""",
            snapshot(
                [
                    "4 info: what is on top is clicked for being there, and no "
                    "model sees the place"
                ]
            ),
            id="a log that does not say what it keeps",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [slot]}
  join: {kind: label-joiner}
features: {price: {entity: item}}
""",
            snapshot(
                [
                    "5 warning: what is on top is clicked for being there, and "
                    "no model sees the place"
                ]
            ),
            id="features without a place",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [slot]}
  join: {kind: label-joiner}
features: {display: {definition: slot of the page}}
""",
            snapshot([]),
            id="a feature",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [slot]}
  join: {kind: label-joiner}
models: {ranker: {loss: log-loss with inverse propensity}}
""",
            snapshot([]),
            id="weights",
        ),
        pytest.param(
            """\
problem: {label: {name: click, method: human}}
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
""",
            snapshot([]),
            id="rated by people",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
  other: {kind: prediction-log, fields: [score]}
""",
            snapshot(
                [
                    "1 warning: what is on top is clicked for being there, and "
                    "no place is logged"
                ]
            ),
            id="two logs, neither with a place",
        ),
        pytest.param(
            """\
problem: {label: {name: click}}
components:
  score: {kind: model-server}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
""",
            snapshot([]),
            id="nothing is put in order",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
features: {position: {entity: request}}
""",
            snapshot(
                [
                    "3 warning: what is on top is clicked for being there, and no place"
                    " is logged"
                ]
            ),
            id="a remedy for a place that is lost",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score, position]}
  join: {kind: label-joiner}
features: {position: {entity: request}}
""",
            snapshot(
                [
                    "5 warning: what is on top is clicked for being there, and no model"
                    " sees the place"
                ]
            ),
            id="a feature that only sounds like a place",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score, position]}
  join: {kind: label-joiner}
features: {seen-at: {entity: request, default: first place}}
""",
            snapshot([]),
            id="a place that is the same for all when it is served",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score, position]}
  join: {kind: label-joiner}
features: {seen-at: {offline-by: shown, online-by: rank, default: "1"}}
""",
            snapshot([]),
            id="what was logged in training, a constant when it is served",
        ),
    ],
)
def test_clicks_are_read_together_with_their_place(
    text: str, expected: list[str]
) -> None:
    assert told(text, position_bias) == expected


ONE_IS_SHOWN = """\
workload: {funnel: {open: 60, shown: SHOWN}}
problem: {label: {name: solved, method: natural}}
components:
  app: {kind: client}
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
"""


def test_where_one_item_is_shown_there_is_no_second_place() -> None:
    assert told(ONE_IS_SHOWN.replace("SHOWN", "1"), position_bias) == []
    assert len(told(ONE_IS_SHOWN.replace("SHOWN", "5"), position_bias)) == 1
