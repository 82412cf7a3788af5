"""How long one event keeps a place of a stream scorer: stated, or of its latency."""

from designkit.estimates.choosing import is_known, one_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Option, Result, Term, called
from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.load import service_time
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component
from designkit.quantities.measure import LATENCY

NOTE = "Of a lognormal time, as if an event waited for nothing."


def mean_time(sheet: EstimateInputs, scorer: Component) -> Result | None:
    """Return the mean of a latency that is stated by p50 and p99 (seconds).

    Nothing where a service time is stated, or one of the percentiles is not: then that
    time counts, or the median.
    """
    at = ("components", scorer.id)
    p50, p99 = (sheet.stated(*at, "latency", name) for name in ("p50", "p99"))
    is_known = isinstance(p50, FigureInput) and isinstance(p99, FigureInput)
    if not is_known or isinstance(sheet.stated(*at, "service-time"), FigureInput):
        return None
    return compute(
        FigureEntry(
            f"streams.{scorer.id}.service-time",
            f"{scorer.title}: mean time of one event",
            LATENCY,
            note=NOTE,
            about=scorer.id,
        ),
        "{p50} * exp((ln({p99} / {p50}) / 2.33)² / 2)",
        lambda p50, p99: Lognormal.fitted(p50, p99).mean,
        p50=p50,
        p99=p99,
    )


def event_time(sheet: EstimateInputs, scorer: Component) -> Term:
    """Return what is stated, else the mean of the latency, else its median."""
    mean, own = mean_time(sheet, scorer), service_time(sheet, scorer)
    if mean is None:
        return own
    return one_of(Option(called(mean, "service time"), is_known(mean)), Option(own))
