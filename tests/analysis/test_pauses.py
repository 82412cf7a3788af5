"""How long values wait between steps that start by the clock."""

from designkit.analysis.freshness import Ways
from designkit.analysis.pauses import pauses_of
from designkit.model.graph import Graph
from designkit.quantities.durations import HOUR
from designkit.source.loader import load_text

NIGHT = """\
designkit: 1
name: Night
system: generic
components:
  orders: {kind: source-db}
  copy: {kind: batch-ingest, interval: 1 d, at: "20:00", runtime: 1 h}
  lake: {kind: lake}
  derive: {kind: batch-transform, interval: 1 d, at: "21:30", runtime: 90 min}
  history: {kind: offline-store}
flows:
  batches:
    - orders -> copy -> lake -> derive: raw-table
    - derive -> history: feature-table
"""


def pause_and_age(text: str) -> tuple[float | None, float]:
    """Return the hours before `derive`, and how old the history gets."""
    design = load_text(text).design
    assert design is not None
    pauses = pauses_of(design.components.values())
    age = Ways(Graph(design)).age_at("history").worst
    pause = pauses.get("derive")
    return (None if pause is None else pause / HOUR), age / HOUR


def test_two_starts_by_the_clock_leave_a_known_time_between_them() -> None:
    assert pause_and_age(NIGHT) == (0.5, 27.0)


def test_a_start_before_its_input_is_that_of_the_next_day() -> None:
    assert pause_and_age(NIGHT.replace("21:30", "20:30")) == (23.5, 50.0)


def test_without_a_start_any_time_of_the_day_may_be_waited_for() -> None:
    assert pause_and_age(NIGHT.replace('at: "21:30", ', "")) == (None, 50.5)


def test_another_interval_has_no_known_pause() -> None:
    weekly = NIGHT.replace(
        "batch-transform, interval: 1 d", "batch-transform, interval: 7 d"
    )

    assert pause_and_age(weekly) == (None, 194.5)
