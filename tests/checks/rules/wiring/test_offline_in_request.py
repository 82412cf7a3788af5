import pytest

from designkit.checks.rules.wiring.offline_in_request import offline_in_request
from tests.rule_examples import told

COMPONENTS = """\
components:
  app: {kind: client}
  score: {kind: model-server}
  near: {kind: online-store}
  history: {kind: offline-store}
  accounts: {kind: source-db}
flows:
  calls:
    - app -> score: request
  lookups:
"""


@pytest.mark.parametrize(
    ("lookups", "expected"),
    [
        pytest.param(
            ["history -> score: embedding"],
            [
                "5 error: score waits in a request for history, "
                "which works offline (offline-store)"
            ],
            id="read in the request",
        ),
        pytest.param(
            ["near -> score: embedding", "history -> near: embedding"],
            [
                "5 error: near waits in a request for history, "
                "which works offline (offline-store)"
            ],
            id="read through a store",
        ),
        pytest.param(["accounts -> score"], [], id="a database answers by key"),
    ],
)
def test_no_request_waits_for_a_batch(lookups: list[str], expected: list[str]):
    text = COMPONENTS + "".join(f"    - {flow}\n" for flow in lookups)

    assert told(text, offline_in_request) == expected


def test_a_job_that_calls_what_a_request_waits_for_is_not_waited_for():
    text = """\
components:
  app: {kind: client}
  score: {kind: model-server}
  ann: {kind: ann-index}
  build: {kind: index-builder}
flows:
  calls:
    - app -> score: request
    - score -> ann: embedding
    - ann -> score: candidates
    - build -> ann: index
"""

    assert told(text, offline_in_request) == []
