"""Where personal data lies."""

from designkit.analysis.facts import Facts
from designkit.analysis.personal import personal_stores
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Lineage
system: generic
components:
  shop: {kind: source-db, pii: personal}
  clinic: {kind: source-db, pii: sensitive}
  log: {kind: event-log}
  lake: {kind: lake}
  anonymous: {kind: lake, pii: none}
  later: {kind: lake}
  sets: {kind: dataset-builder}
  answers: {kind: prediction-log, pii: personal}
flows:
  streams:
    - shop -> log -> lake: event
    - clinic -> lake: event
  batches:
    - lake -> anonymous -> later: raw-table
    - lake -> sets: raw-table
"""


def test_rows_are_as_personal_wherever_they_come_to_lie() -> None:
    design = load_text(DESIGN, "design.yaml").design
    assert design is not None

    assert personal_stores(Facts(design)) == {
        "log": ("personal", "shop"),
        "lake": ("sensitive", "clinic"),
        "answers": ("personal", "answers"),
    }
