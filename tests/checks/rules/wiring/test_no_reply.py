import pytest

from designkit.checks.rules.wiring.no_reply import no_reply
from tests.rule_examples import told

COMPONENTS = """\
components:
  app: {kind: client}
  partner: {kind: client}
  gateway: {kind: gateway}
  score: {kind: model-server}
  review: {kind: review-queue}
flows:
  calls:
    - app -> gateway: request
    - app -> score: request
"""
SILENT = "9 error: app asks gateway and waits, and no response comes"


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param("", [SILENT], id="told once for each client"),
        pytest.param("    - gateway -> app: response\n", [], id="a response"),
        pytest.param("    - gateway -> app: decision\n", [], id="another answer"),
        pytest.param(
            "  streams: [gateway -> app: response]\n", [], id="pushed when it is ready"
        ),
        pytest.param(
            "  streams: [review -> app: decision]\n",
            [SILENT],
            id="a later decision is no answer",
        ),
        pytest.param(
            "    - gateway -> app: response\n    - partner -> gateway: request\n",
            ["12 error: partner asks gateway and waits, and no response comes"],
            id="the answer to another client",
        ),
    ],
)
def test_who_calls_gets_a_response(flows: str, expected: list[str]):
    assert told(COMPONENTS + flows, no_reply) == expected
