"""Deadlines by the clock: when a chain of jobs is done, and what room is left."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

CHAIN = """
    components:
      copy: {kind: batch-ingest, at: 22:30, runtime: 50 min, interval: 24 h}
      lake: {kind: lake}
      table: {kind: batch-transform, starts: input, runtime: 2 h}
      score:
        {kind: batch-scorer, entities: 40 M, throughput: 10 k/s, by: 05:00}
    flows:
      batches:
        - copy -> lake -> table: raw-table
        - table -> score: feature-table
"""


def test_a_chain_is_done_after_all_its_runs_also_across_midnight() -> None:
    found = estimated(CHAIN)

    assert told(found, "deadlines.score.ready-at") == (
        "copy at + copy runtime + table runtime + run time",
        "22:30 + 50 min + 2 h + 1 h 7 min",
        "02:27 (+1 d)",
    )
    assert told(found, "deadlines.score.room") == (
        "score by - ready at",
        "05:00 - 02:27 (+1 d)",
        "2 h 33 min",
    )


def test_what_is_late_has_no_room() -> None:
    found = estimated(CHAIN.replace("by: 05:00", "by: 02:00"))

    assert lacking(found, "deadlines.score.room") == (
        "it is done after its deadline (ready at 02:27 (+1 d), score by 02:00)"
    )


def test_the_input_with_the_least_room_counts() -> None:
    found = estimated("""
        components:
          early: {kind: batch-transform, at: 23:00, runtime: 1 h}
          late: {kind: batch-transform, at: 01:00, runtime: 2 h..3 h}
          score: {kind: batch-scorer, runtime: 10 min, by: 05:00}
        flows: {batches: ["early, late -> score": feature-table]}
    """)

    assert figure(found, "deadlines.score.ready-at").text == "03:10..04:10"
    assert figure(found, "deadlines.score.room").text == "50 min..1 h 50 min"


@pytest.mark.parametrize(
    "score",
    ["kind: batch-scorer, by: 05:00", "kind: batch-scorer, by: 05:00, interval: 1 d"],
)
def test_a_chain_without_a_start_is_not_guessed(score: str) -> None:
    found = estimated(f"components: {{score: {{{score}}}}}")

    assert lacking(found, "deadlines.score.ready-at") == (
        "needs components.score.at "
        "(the time of day at which it, or what it waits for, starts)"
    )


def test_a_model_is_taken_as_it_is() -> None:
    found = estimated("""
        components:
          train: {kind: trainer, at: 04:00, runtime: 20 h}
          score: {kind: batch-scorer, at: 02:00, runtime: 1 h, by: 05:00}
        flows: {batches: [train -> score: model]}
    """)

    assert figure(found, "deadlines.score.room").text == "2 h"


def test_without_a_deadline_nothing_is_told() -> None:
    assert of_topic(estimated(CHAIN.replace(", by: 05:00", "")), "deadlines") == []


def test_a_chain_of_thousands_of_jobs_is_followed_to_its_start() -> None:
    last = 3_000
    jobs = "".join(
        f"  j{n}: {{kind: batch-transform, runtime: 1 s}}\n" for n in range(1, last)
    )
    text = f"""\
components:
  j0: {{kind: batch-transform, at: "02:00", runtime: 1 s}}
{jobs}  j{last}: {{kind: batch-transform, runtime: 1 s, by: "05:00"}}
flows:
  batches: [{" -> ".join(f"j{n}" for n in range(last + 1))}]
"""

    assert figure(estimated(text), f"deadlines.j{last}.ready-at").text == "02:50"
