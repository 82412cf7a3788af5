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
                    "4 warning: what is on top is clicked for being there, and no place is logged"
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
                    "4 info: what is on top is clicked for being there, and nothing says how that is made up for"
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
datasets: {shown-rows: {position-bias: none}}
""",
            snapshot(
                [
                    "5 warning: what is on top is clicked for being there, and nothing says how that is made up for"
                ]
            ),
            id="said to be made up for by nothing",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [slot]}
  join: {kind: label-joiner}
datasets: {shown-rows: {split: time}}
""",
            snapshot(
                [
                    "5 info: what is on top is clicked for being there, and nothing says how that is made up for"
                ]
            ),
            id="a set that does not say",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [slot]}
  join: {kind: label-joiner}
features: {position: {definition: slot of the page, default: first place}}
models: {ranker: {loss: log-loss with inverse propensity}}
datasets: {position: {note: unbiased}}
""",
            snapshot(
                [
                    "7 info: what is on top is clicked for being there, and nothing says how that is made up for"
                ]
            ),
            id="words are no fact",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [slot]}
  join: {kind: label-joiner}
datasets: {shown-rows: {position-bias: inverse propensity}}
""",
            snapshot([]),
            id="made up for",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [score]}
  join: {kind: label-joiner}
datasets: {shown-rows: {position-bias: inverse propensity}}
""",
            snapshot(
                [
                    "3 warning: what is on top is clicked for being there, and no place is logged"
                ]
            ),
            id="a place that was never kept",
        ),
        pytest.param(
            """\
components:
  rank: {kind: model-server, role: rank}
  shown: {kind: prediction-log, fields: [slot]}
  join: {kind: label-joiner}
datasets: {learnt: {split: time}, judged: {position-bias: random order}}
models: {ranker: {datasets: learnt}}
""",
            snapshot(
                [
                    "5 info: what is on top is clicked for being there, and nothing says how that is made up for"
                ]
            ),
            id="made up for where nothing is learnt",
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
