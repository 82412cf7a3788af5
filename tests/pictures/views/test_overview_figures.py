import pytest

from designkit.pictures.views.overview_figures import FIGURES, figure_of
from tests.drawn import design_of
from tests.language_designs import LOOP, RENTED

STATED = """\
designkit: 1
name: Stated
system: generic
problem:
  label: {name: bought, positive-rate: 2%}
workload:
  {daily-users: 10 M, requests-per-day: 30 M, events-per-day: 90 M, features: 500}
objectives: {latency: {p99: 100 ms}}
components:
  app: {kind: client}
  gate: {kind: gateway, latency: {p50: 2 ms, p99: 6 ms}}
  log: {kind: event-log, peak-events: 4 k/s}
  train: {kind: trainer}
  models: {kind: model-registry, keep-versions: 10}
  release: {kind: deployer, strategy: [shadow, canary]}
  watch: {kind: monitor, watch: [data, skew]}
  again: {kind: retrain-trigger, max-model-age: 28 d}
  trail: {kind: audit-log, retention: 7 y}
flows:
  calls:
    - app -> gate: request
features:
  fast: {freshness: 5 s}
  slow: {freshness: 1 d}
models:
  scorer: {retrain: {every: 7 d}}
experiment: {unit: user, mde: 2%, duration: 14 d}
"""

SKETCH = "designkit: 1\nname: X\nsystem: generic\ncomponents: {app: {kind: client}}\n"


@pytest.mark.parametrize(
    ("stage", "figure"),
    [
        ("problem", "10 M daily users"),
        ("ingestion", "90 M events a day · 4 k/s at peak"),
        ("features", "500 features · freshest 5 s"),
        ("training", "2% positive · trained every 7 d"),
        ("registry", "10 versions kept · shadow → canary"),
        ("serving", "p99 budget 6 ms of 100 ms"),
        ("monitoring", "2 things watched · model at most 28 d old"),
        ("experimentation", "by user · detects 2% · 14 d"),
        ("governance", "audit kept 7 y"),
    ],
)
def test_a_card_has_the_figure_that_matters_most(stage: str, figure: str) -> None:
    assert figure_of(design_of(STATED), stage) == figure


@pytest.mark.parametrize(
    ("design", "figure"),
    [
        (RENTED, "first token, p99 budget 1,960 ms of 2 s"),
        (RENTED.replace("first-token: {p99: 2 s}, ", ""), "answer p99 objective 10 s"),
        (LOOP, "first token, p99 budget 5,000 ms"),
    ],
    ids=["first token", "whole answer", "nothing promised"],
)
def test_serving_shows_what_people_wait_for(design: str, figure: str) -> None:
    head = "designkit: 1\nname: Stream\nsystem: generic\n"

    assert figure_of(design_of(head + design), "serving") == figure


@pytest.mark.parametrize("stage", FIGURES)
def test_what_was_not_stated_gives_no_figure(stage: str) -> None:
    assert figure_of(design_of(SKETCH), stage) == ""


def test_without_users_requests_are_counted() -> None:
    text = STATED.replace("daily-users: 10 M, ", "")

    assert figure_of(design_of(text), "problem") == "30 M requests a day"


def test_without_times_of_the_hops_the_objective_is_shown() -> None:
    text = STATED.replace(", latency: {p50: 2 ms, p99: 6 ms}", "")

    assert figure_of(design_of(text), "serving") == "p99 objective 100 ms"


def test_without_an_objective_the_budget_stands_alone() -> None:
    text = STATED.replace("objectives: {latency: {p99: 100 ms}}\n", "")

    assert figure_of(design_of(text), "serving") == "p99 budget 6 ms"


def test_one_thing_watched_is_said_in_the_singular() -> None:
    text = STATED.replace("watch: [data, skew]", "watch: [data]")
    text = text.replace(", max-model-age: 28 d", "")

    assert figure_of(design_of(text), "monitoring") == "1 thing watched"
