"""Calls of a rented model that may wait: paid less, and back in time."""

import pytest

from designkit.checks.rules.serving.batch_answers_late import batch_answers_late
from designkit.checks.rules.serving.online_price_for_batch_work import (
    online_price_for_batch_work,
)
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  chat: {{kind: agent}}
  lake: {{kind: lake}}
  teacher: {{kind: weak-labeler{job}}}
  door: {{kind: llm-gateway}}
  llm: {{kind: hosted-model, price: {{input: 2 USD}}{stated}}}
flows:
  calls: [app -> chat: request{call}]
  batches: [lake -> teacher: raw-table, teacher -> door: prompt, door -> llm: prompt]
"""
DEAR = "7 info: nobody waits for what teacher asks llm, and no batch-discount is stated"
BATCH = ", batch-discount: 50%, batch-window: 24 h"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param({}, [DEAR], id="no clock"),
        pytest.param({"job": ", interval: 7 d"}, [DEAR], id="weekly"),
        pytest.param({"job": ", interval: 10 min"}, [], id="it cannot wait for a day"),
        pytest.param({"job": ", interval: 1 d, by: 06:00"}, [], id="it has a deadline"),
        pytest.param(
            {"job": ", interval: 2 h", "stated": ", batch-window: 1 h"},
            [DEAR],
            id="the window is short",
        ),
        pytest.param({"stated": ", batch-discount: none"}, [], id="there is none"),
        pytest.param({"stated": BATCH}, [], id="it is sent in a batch"),
        pytest.param({"call": ", chat -> llm: prompt"}, [], id="people wait as well"),
    ],
)
def test_work_that_can_wait_is_paid_less(
    keys: dict[str, str], expected: list[str]
) -> None:
    text = DESIGN.format(**{"job": "", "stated": "", "call": ""} | keys)

    assert told(text, online_price_for_batch_work) == expected


@pytest.mark.parametrize(
    ("job", "call", "expected"),
    [
        pytest.param(
            ", interval: 1 h",
            "",
            [
                "5 warning: teacher starts every 1 h, and llm may take 24 h to answer "
                "what it was sent"
            ],
            id="hourly",
        ),
        pytest.param(", interval: 1 d", "", [], id="daily"),
        pytest.param("", "", [], id="no clock"),
        pytest.param(
            ", interval: 1 h", ", chat -> llm: prompt", [], id="asked at once"
        ),
    ],
)
def test_a_batch_is_back_before_the_next(
    job: str, call: str, expected: list[str]
) -> None:
    text = DESIGN.format(job=job, call=call, stated=BATCH)

    assert told(text, batch_answers_late) == expected
