"""Where personal data lies."""

from designkit.analysis.facts import Facts
from designkit.analysis.personal import out_of_reach, personal_stores
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


SERVED = """\
designkit: 1
name: Served
system: generic
components:
  posts: {kind: event-log, pii: personal}
  score: {kind: stream-scorer}
  answers: {kind: prediction-store}
  totals: {kind: prediction-store, pii: none}
  privacy: {kind: privacy-service}
  orders: {kind: event-log}
  lake: {kind: lake}
  copy: {kind: lake}
flows:
  streams:
    - posts -> score, lake: event
    - score -> answers, totals: prediction
    - privacy -> orders -> lake: event
  batches:
    - lake -> copy: raw-table
"""


def test_what_a_model_says_of_a_person_is_personal() -> None:
    design = load_text(SERVED, "design.yaml").design
    assert design is not None

    assert personal_stores(Facts(design)) == {
        "posts": ("personal", "posts"),
        "lake": ("personal", "posts"),
        "copy": ("personal", "posts"),
        "answers": ("personal", "posts"),
    }


def test_orders_to_delete_pass_what_is_given_nothing_else() -> None:
    design = load_text(SERVED, "design.yaml").design
    assert design is not None
    parts, facts = design.components.values(), Facts(design)

    missed = out_of_reach(facts, parts)
    reached = [part.id for part in parts if part not in missed]
    assert reached == ["orders", "lake"]


def test_a_log_that_is_given_more_passes_no_orders() -> None:
    text = SERVED.replace(
        "    - privacy ->", "    - posts -> orders: event\n    - privacy ->"
    )
    design = load_text(text, "design.yaml").design
    assert design is not None
    lake = design.components["lake"]

    assert out_of_reach(Facts(design), (lake,)) == [lake]
