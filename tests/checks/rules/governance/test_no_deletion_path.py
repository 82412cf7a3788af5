"""Which stores a deletion must reach, and how."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.governance.no_deletion_path import no_deletion_path
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  lake: {kind: lake, name: Event lake, pii: personal}
  log: {kind: prediction-log, pii: sensitive}
""",
            snapshot(
                [
                    "1 error: personal data is kept, and no privacy-service "
                    "deletes it on request"
                ]
            ),
            id="no service",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake, pii: personal}
""",
            snapshot(
                [
                    "2 error: personal data is kept, and no privacy-service "
                    "deletes it on request"
                ]
            ),
            id="one store",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake, name: Event lake, pii: personal}
  log: {kind: prediction-log, pii: sensitive}
privacy: {deletion: by hand on request}
""",
            snapshot(
                [
                    "1 warning: personal data is kept, and no privacy-service "
                    "deletes it on request"
                ]
            ),
            id="said in words only",
        ),
        pytest.param(
            """\

components:
  store: {kind: online-store}
features:
  tastes: {pii: personal}
""",
            snapshot(
                [
                    "2 error: personal data is kept, and no privacy-service "
                    "deletes it on request"
                ]
            ),
            id="personal features",
        ),
        pytest.param(
            """\
components:
  store: {kind: online-store}
privacy: {data: [names]}
""",
            snapshot(
                [
                    "1 error: personal data is kept, and no privacy-service "
                    "deletes it on request"
                ]
            ),
            id="personal data is listed",
        ),
        pytest.param(
            """\
components:
  store: {kind: online-store}
""",
            snapshot([]),
            id="nothing personal",
        ),
        pytest.param(
            """\
components:
  score: {kind: model-server}
features:
  tastes: {pii: personal}
""",
            snapshot([]),
            id="nothing is stored",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake, name: Event lake, pii: personal}
  log: {kind: prediction-log, pii: sensitive}
  privacy: {kind: privacy-service}
""",
            snapshot(["4 warning: privacy does not say that it covers lake and log"]),
            id="coverage not said",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake, name: Event lake, pii: personal}
  log: {kind: prediction-log, pii: sensitive}
  privacy: {kind: privacy-service, covers: none}
""",
            snapshot(
                [
                    "2 error: lake keeps personal data, and no privacy-service "
                    "covers it",
                    "3 error: log keeps sensitive data, and no privacy-service "
                    "covers it",
                ]
            ),
            id="coverage refused",
        ),
        pytest.param(
            """\
components:
  lake: {kind: lake, name: Event lake, pii: personal}
  log: {kind: prediction-log, pii: sensitive}
  privacy: {kind: privacy-service, covers: [event lake]}
flows:
  streams:
    - privacy -> log: event
""",
            snapshot([]),
            id="by name and by flow",
        ),
    ],
)
def test_every_store_of_personal_data_must_be_reached(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_deletion_path) == expected


LINEAGE = """\
components:
  core: {kind: source-db, pii: sensitive}
  log: {kind: event-log%s}
  lake: {kind: lake}
  table: {kind: offline-store}
  privacy: {kind: privacy-service, covers: [core%s]%s}
flows:
  streams: [core -> log -> lake: event]
  batches: [lake -> table: feature-table]
"""


@pytest.mark.parametrize(
    ("log", "covers", "sla", "expected"),
    [
        pytest.param(
            "",
            "",
            "",
            [
                "3 warning: log keeps sensitive data of core, and no privacy-service "
                "covers it",
                "4 warning: lake keeps sensitive data of core, and no privacy-service "
                "covers it",
            ],
            id="rows travel on",
        ),
        pytest.param("", ", log, lake", "", [], id="all of them are covered"),
        pytest.param(", pii: none", "", "", [], id="the person is taken out"),
        pytest.param(
            ", pii: none",
            "",
            ", sla: 60 d",
            [
                "6 warning: privacy completes a deletion within 60 d; a month is owed, "
                "three at most where a request is complex"
            ],
            id="later than a month",
        ),
        pytest.param(
            ", pii: none",
            "",
            ", sla: 180 d",
            [
                "6 error: privacy completes a deletion within 180 d; a month is owed, "
                "three at most where a request is complex"
            ],
            id="later than three",
        ),
        pytest.param(", pii: none", "", ", sla: 31 d", [], id="within a month"),
    ],
)
def test_personal_rows_are_followed_into_stores_without_a_tag(
    log: str, covers: str, sla: str, expected: list[str]
) -> None:
    assert told(LINEAGE % (log, covers, sla), no_deletion_path) == expected


SEARCH = """\
components:
  files: {{kind: source-db, pii: sensitive}}
  parse: {{kind: document-parser}}
  build: {{kind: index-builder{grows}}}
  words: {{kind: inverted-index}}
  ask: {{kind: agent}}
  privacy: {{kind: privacy-service, covers: [{covers}], sla: 30 d}}
flows:
  batches:
    - files -> parse: raw-table
    - parse -> build: passages
    - build -> words: index
  calls: [ask -> words: request / {answer}]
"""


@pytest.mark.parametrize(
    ("covers", "answer", "grows", "expected"),
    [
        (
            "files",
            "passages",
            ", incremental: true",
            [
                "5 warning: words keeps sensitive data of files, and no "
                "privacy-service covers it"
            ],
        ),
        ("files, words", "passages", ", incremental: true", []),
        ("files, build", "passages", ", incremental: true", []),
        ("files, parse", "passages", ", incremental: true", []),
        ("files", "candidates", ", incremental: true", []),
        ("files", "passages", ", incremental: false", []),
        ("files", "passages", "", []),
    ],
)
def test_an_index_keeps_the_words_of_people(
    covers: str, answer: str, grows: str, expected: list[str]
) -> None:
    text = SEARCH.format(covers=covers, answer=answer, grows=grows)

    assert told(text, no_deletion_path) == expected
