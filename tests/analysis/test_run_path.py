from designkit.analysis.facts import Facts
from designkit.analysis.run_path import RunPath, answers_requests
from tests.drawn import SMALL, design_of

NIGHTLY = """\
designkit: 1
name: Nightly
system: generic
components:
  orders: {kind: source-db}
  ingest: {kind: batch-ingest, interval: 1 d, at: "20:00", runtime: 1 h}
  lake: {kind: lake}
  score: {kind: batch-scorer, interval: 1 d, at: "22:00", runtime: 1 h, by: "04:00"}
  select: {kind: decision-engine, accepted-by: desk}
  desk: {kind: review-queue, capacity: 450/day, sla: 1 d}
  buyer: {kind: client}
  kept: {kind: prediction-log}
  join: {kind: label-joiner}
  objection: {kind: appeal-process}
  registry: {kind: model-registry}
  watch: {kind: monitor}
flows:
  streams:
    - desk -> buyer: decision
    - desk -> orders: decision
    - buyer -> objection: event
    - objection -> desk: review-task
  batches:
    - orders -> ingest -> lake -> score: raw-table
    - score -> select, kept, watch: prediction
    - select -> desk: review-task
    - kept -> join: prediction
  control:
    - registry -> score: model
"""
"""A list that is made each night, released by people, and objected to."""

STREAMED = """\
designkit: 1
name: Streamed
system: generic
components:
  app: {kind: client}
  log: {kind: event-log}
  sums: {kind: batch-transform, interval: 1 d, runtime: 3 h}
  online: {kind: online-store}
  score: {kind: stream-scorer, lag: 2 s}
  desk: {kind: review-queue}
flows:
  lookups:
    - online -> score: feature-values
  streams:
    - app -> log -> score: event
    - score -> desk: prediction
    - desk -> app: decision
  batches:
    - log -> sums: event
    - sums -> online: feature-values
"""
"""Cases that are scored as they come, while nobody waits."""


def run_of(text: str) -> RunPath:
    return RunPath(Facts(design_of(text)))


def sides(run: RunPath) -> tuple[set[str], ...]:
    return {*run.before}, {*run.scorers}, {*run.after}, {*run.controls}


def test_a_run_has_what_is_read_what_is_said_and_what_steers() -> None:
    assert sides(run_of(NIGHTLY)) == (
        {"orders", "ingest", "lake"},
        {"score"},
        {"select", "desk", "buyer", "kept"},
        {"registry"},
    )


def test_learning_watching_and_objections_are_no_part_of_a_run() -> None:
    run = run_of(NIGHTLY)

    assert {"join", "watch", "objection"}.isdisjoint(run.parts)
    assert len(run.flows) == 9


def test_people_who_get_results_and_report_back_come_after_what_scores() -> None:
    run = run_of(NIGHTLY + "    - desk -> ingest: event\n")

    assert "desk" in run.after


def test_one_who_asks_and_waits_has_no_run() -> None:
    run = run_of(SMALL)

    assert (run.scorers, run.flows) == (frozenset(), ())
    assert answers_requests(run.facts)


def test_a_run_answers_no_request() -> None:
    assert not answers_requests(run_of(NIGHTLY).facts)
    assert not answers_requests(run_of(STREAMED).facts)


def test_a_job_that_calls_a_model_answers_no_request() -> None:
    job = "  calls:\n    - score -> rented: prompt\n    - rented -> score: completion\n"
    parts = NIGHTLY.replace(
        "flows:\n", "  rented: {kind: hosted-model}\nflows:\n" + job
    )

    assert not answers_requests(run_of(parts).facts)
    assert "rented" in run_of(parts).parts


def test_what_comes_event_by_event_is_streamed_though_batches_feed_its_store() -> None:
    assert run_of(STREAMED).is_streamed
    assert not run_of(NIGHTLY).is_streamed


def test_the_nightly_run_of_a_design_with_requests_ends_at_what_they_read() -> None:
    both = NIGHTLY.replace("  kept: {kind: prediction-log}", "  kept: {kind: lake}")
    asked = """\
  gate: {kind: gateway}
  answers: {kind: prediction-store}
flows:
  calls:
    - buyer -> gate: request
    - gate -> buyer: response
  lookups:
    - answers -> gate: prediction
"""
    text = both.replace("flows:\n", asked)
    run = run_of(text.replace("score -> select,", "score -> answers, select,"))

    assert answers_requests(run.facts)
    assert "answers" in run.after
    assert "gate" not in run.parts
