"""What a peak surely brings into a log: events a second, and how that is known.

Only what a design states counts, ranges with their low end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.estimates.formulas.traffic import average_rate, peak_rate
from designkit.estimates.inflow import is_only_log, writers
from designkit.model.component import Component, Flow
from designkit.quantities.bounds import capped
from designkit.quantities.writing import TIMES, shown_count


@dataclass(frozen=True, slots=True)
class Feed:
    """A log at peak: its events a second at least, how that is known, and where."""

    log: Component
    rate: float
    arithmetic: str
    path: tuple[str | int, ...]


def feed_of(facts: Facts, log: Component) -> Feed | None:
    """Return the events that come into `log` in a second at peak, if it is stated.

    Its own peak-events count; else the rates of the flows into it, and for the only log
    the events of a day, each times the peak factor of the workload.
    """
    if stated := log.quantity("peak-events"):
        path = ("components", log.id, "peak-events")
        return Feed(log, capped(stated.low), f"{stated} at peak", path)
    if flows := tuple(writers(facts, log.id)):
        return _of_flows(facts, log, flows)
    load = facts.design.workload
    if load is None or not (is_only_log(facts, log) and load.events_per_day):
        return None
    if load.peak_factor is None:
        return None
    average = average_rate(load.events_per_day.low)
    rate = capped(peak_rate(average, load.peak_factor.low))
    day, peak = load.events_per_day, load.peak_factor
    arithmetic = f"{day} a day {TIMES} {peak} at peak = {shown_count(rate)}/s"
    return Feed(log, rate, arithmetic, ("workload", "events-per-day"))


def feed_to(facts: Facts, log: Component, reader: str) -> Feed | None:
    """Return what `reader` gets from `log` at peak: what the flow states, else all."""
    flows = [it for it in writers(facts, reader) if it[1].source == log.id]
    return _of_flows(facts, log, flows) if flows else feed_of(facts, log)


def _of_flows(facts: Facts, log: Component, flows: Sequence[tuple[int, Flow]]) -> Feed:
    """Add up the rates of flows; without a peak factor, the average is the least."""
    load = facts.design.workload
    peak = load.peak_factor if load else None
    stated = [flow.rate for _, flow in flows if flow.rate]
    average = capped(sum(rate.low for rate in stated))
    rate = capped(peak_rate(average, max(peak.low, 1.0))) if peak else average
    added = " + ".join(map(str, stated))
    sums = f"({added})" if peak and len(stated) > 1 else added
    at_peak = f" {TIMES} {peak} at peak" if peak else " on average"
    total = f" = {shown_count(rate)}/s" if peak or len(stated) > 1 else ""
    return Feed(log, rate, f"{sums}{at_peak}{total}", ("flows", flows[0][0], "rate"))
