"""General kinds hide nothing: rows, ages, times, loads and prices go through them."""

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import age_of
from designkit.analysis.personal import personal_rows, personal_stores
from designkit.analysis.renewal import renewal_of
from designkit.estimates.estimator import estimate
from designkit.model.design import Design
from designkit.source.loader import load_text

HOUR = 3600.0

DESIGN = """\
designkit: 1
name: General
system: generic
workload: {requests-per-day: 43.2 M, peak-factor: 2}
components:
  app: {kind: client}
  api:
    kind: service
    service-time: 8 ms
    concurrency: 4
    replicas: 6
    latency: {p50: 5 ms, p99: 20 ms}
  checks: {kind: service, call-cost: 0.01 EUR, latency: {p50: 5 ms, p99: 40 ms}}
  crm: {kind: source-db, pii: personal}
  nightly: {kind: job, interval: 24 h, runtime: 2 h}
  copy: {kind: store}
  blurred: {kind: job, pii: none}
  rest: {kind: store}
  counts: {kind: batch-transform, interval: 1 h, runtime: 10 min}
  fill: {kind: job, interval: 2 h, runtime: 20 min}
  online: {kind: online-store}
  score: {kind: model-server, latency: {p50: 5 ms, p99: 30 ms}}
  sort: {kind: job, interval: 12 h, runtime: 30 min}
  sets: {kind: dataset-builder, runtime: 1 h}
  train: {kind: trainer, interval: 24 h, runtime: 1 h}
flows:
  calls:
    - app -> api -> score, checks: request
  lookups:
    - online -> score: feature-values
  batches:
    - crm -> nightly -> copy -> blurred -> rest: raw-table
    - copy -> counts: raw-table
    - counts -> fill: feature-table
    - fill -> online: feature-values
    - sort -> sets: label
    - sets -> train: dataset
    - train -> score: model
features:
  orders: {online-by: fill, offline-by: counts}
models:
  m: {trained-by: train, served-by: score}
"""


def design() -> Design:
    found = load_text(DESIGN).design
    assert found is not None
    return found


def test_personal_rows_stay_personal_through_jobs_and_stores() -> None:
    facts = Facts(design())

    assert personal_stores(facts) == {"copy": ("personal", "crm")}
    assert "nightly" in personal_rows(facts)


def test_a_value_ages_by_the_interval_and_the_runtime_of_a_job() -> None:
    facts = Facts(design())
    age = age_of(facts.design.features["orders"], facts.graph)

    assert age is not None
    assert {step.id: step.worst / HOUR for step in age.aging} == {
        "nightly": 26.0,
        "counts": 1 + 1 / 6,
        "fill": 2 + 1 / 3,
    }


def test_knowledge_waits_for_a_job_between_labels_and_examples() -> None:
    renewal = renewal_of("m", Facts(design()).graph)

    assert [time.path for time in renewal.before] == [
        ("components", "sort", "interval"),
        ("components", "sort", "runtime"),
    ]


def test_a_service_is_sized_priced_and_waited_for() -> None:
    figures = {figure.id: figure.value for figure in estimate(design()).figures}

    assert figures["latency.p99-budget"] == 0.06
    assert figures["serving.api.calls-at-once"] == 8.0
    assert round(figures["serving.api.utilisation"], 3) == 0.333
    assert round(figures["cost.per-1k-requests"], 6) == 10.0
