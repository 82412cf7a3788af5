"""What answers in a call, and is not called."""

import pytest

from designkit.checks.rules.wiring.answers_unasked import answers_unasked
from tests.rule_examples import told


def design(kind: str, *more: str) -> str:
    extra = "".join(f"    - {flow}\n" for flow in more)
    return f"""\
components:
  shop: {{kind: client}}
  score: {{kind: model-server}}
  side: {{kind: {kind}}}
  log: {{kind: event-log}}
flows:
  calls:
    - shop -> score: request
    - score -> shop: response
{extra}  streams:
    - log -> side: event
  batches:
    - side -> log
"""


@pytest.mark.parametrize("kind", ["business-rules", "third-party", "inverted-index"])
def test_whoever_answers_a_call_has_to_be_called(kind: str) -> None:
    assert told(design(kind, "side -> score"), answers_unasked) == [
        "4 info: side answers score in a call, and nobody calls side"
    ]


@pytest.mark.parametrize(
    ("kind", "flows"),
    [
        pytest.param("third-party", ("shop -> side", "side -> score"), id="called"),
        pytest.param("third-party", (), id="no call"),
        pytest.param("online-store", ("side -> score",), id="read by key"),
        pytest.param("stream-scorer", ("side -> score",), id="works on a stream"),
        pytest.param("business-rules", ("side -> log",), id="beside the request"),
    ],
)
def test_what_is_called_or_read_is_quiet(kind: str, flows: tuple[str, ...]) -> None:
    assert told(design(kind, *flows), answers_unasked) == []
