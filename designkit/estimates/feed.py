"""What a peak surely brings into a log: events a second, and how that is known.

Only what a design states counts, ranges with their low end.
"""

from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.estimates.formulas.traffic import average_rate, peak_rate
from designkit.model.component import Component
from designkit.quantities.bounds import capped
from designkit.quantities.writing import TIMES, shown_count


@dataclass(frozen=True, slots=True)
class Feed:
    """A log at peak: its events a second at least, how that is known, and where."""

    log: Component
    rate: float
    arithmetic: str
    path: tuple[str, ...]


def feed_of(facts: Facts, log: Component) -> Feed | None:
    """Return the events that come into `log` in a second at peak, if it is stated.

    Its own peak-events count; of the only log, else, the events of a day times the
    peak factor of the workload.
    """
    if stated := log.quantity("peak-events"):
        path = ("components", log.id, "peak-events")
        return Feed(log, capped(stated.low), f"{stated} at peak", path)
    load = facts.design.workload
    is_only = len(facts.of_kind("event-log")) == 1
    if load is None or not (is_only and load.events_per_day and load.peak_factor):
        return None
    average = average_rate(load.events_per_day.low)
    rate = capped(peak_rate(average, load.peak_factor.low))
    day, peak = load.events_per_day, load.peak_factor
    arithmetic = f"{day} a day {TIMES} {peak} at peak = {shown_count(rate)}/s"
    return Feed(log, rate, arithmetic, ("workload", "events-per-day"))
