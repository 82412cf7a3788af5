"""What was deleted is gone from all that answers from it."""

import pytest

from designkit.checks.rules.governance.no_deletion_path import no_deletion_path
from tests.rule_examples import told

ANSWERING = """\
components:
  app: {{kind: client}}
  mail: {{kind: source-db, pii: {pii}}}
  parse: {{kind: document-parser}}
  build: {{kind: index-builder{build}}}
  near: {{kind: ann-index}}
  ask: {{kind: agent}}
  answers: {{kind: cache}}
  memory: {{kind: session-memory}}
  traces: {{kind: prediction-log}}
  privacy: {{kind: privacy-service, covers: [{covers}], sla: 30 d}}
flows:
  calls: [app -> ask -> near: request, near -> ask: passages]
  streams:
    - ask -> traces: trace
    - ask -> answers: completion
    - ask -> memory: event
  batches:
    - mail -> parse: raw-table
    - parse -> build: passages
    - build -> near: index
  control:
    - privacy -> {orders}: policy
"""
ADDS = ", incremental: true"
REST = "mail, answers, memory, traces"


def answering(
    covers: str = "mail",
    build: str = ADDS,
    orders: str = "ask",
    pii: str = "personal",
) -> str:
    return ANSWERING.format(covers=covers, build=build, orders=orders, pii=pii)


def kept(line: int, id: str) -> str:
    told = "keeps personal data of mail, and no privacy-service covers it"
    return f"{line} warning: {id} {told}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            answering(),
            [
                kept(6, "near"),
                kept(8, "answers"),
                kept(9, "memory"),
                kept(10, "traces"),
            ],
            id="the document is gone and answers stay",
        ),
        pytest.param(answering(REST), [kept(6, "near")], id="an index that only grows"),
        pytest.param(answering(f"{REST}, near"), [], id="all of them"),
        pytest.param(
            answering(REST, orders="build"), [], id="its builder takes it out"
        ),
        pytest.param(answering(REST, build=""), [], id="an index that is built anew"),
        pytest.param(answering(pii="none"), [], id="texts about nobody"),
    ],
)
def test_deleted_text_answers_no_more(text: str, expected: list[str]) -> None:
    assert told(text, no_deletion_path) == expected
