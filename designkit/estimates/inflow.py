"""What flows into a log and out of it: rates that flows state, and what follows.

Several writers add up. Where no flow states a rate, the only log gets the events of the
workload; of several logs each gets what flows into it, so none gets all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from designkit.analysis.facts import Facts
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Lack, Result, Term
from designkit.estimates.formulas.traffic import peak_rate
from designkit.estimates.topic import EstimateInputs, first
from designkit.model.component import Component, Flow, Mode
from designkit.quantities.measure import RATE
from designkit.source.keys import meaning_of

ADDED = "Flows that state no rate are left out, so this is the least."


def writers(facts: Facts, id: str) -> Iterator[tuple[int, Flow]]:
    """Give the flows that bring data to `id` at a stated rate, with their numbers."""
    for number, flow in enumerate(facts.design.flows):
        if flow.target == id and flow.rate and _moves(flow):
            yield number, flow


def _moves(flow: Flow) -> bool:
    """Whether `flow` brings data that nobody asked for, and steers nothing."""
    return flow.mode in (Mode.STREAM, Mode.BATCH)


def rates(sheet: EstimateInputs, flows: Iterable[tuple[int, Flow]]) -> dict[str, Term]:
    """Return the rates of `flows` as terms, called for their sources: ``app rate``."""
    return {
        f"rate_{number}": sheet.of_flow(number, "rate", f"{flow.source} rate")
        for number, flow in flows
    }


def summed(names: Iterable[str]) -> str:
    """Write the sum of terms as a formula, in brackets if there are several."""
    terms = [f"{{{name}}}" for name in names]
    return terms[0] if len(terms) == 1 else f"({' + '.join(terms)})"


def is_only_log(facts: Facts, log: Component) -> bool:
    """Whether `log` gets the events of the workload: there is no other log."""
    return facts.of_kind("event-log") == (log,)


def inflow_of(sheet: EstimateInputs, log: Component) -> Iterator[Result]:
    """Give what flows into `log` in a second, on average and at peak, if it says so.

    Nothing for the only log where no flow states a rate: it gets the events of the
    workload.
    """
    named = f"storage.{log.id}"
    average = FigureEntry(
        f"{named}.average-rate",
        f"{log.title}: events that flow into it, on average",
        RATE,
        about=log.id,
    )
    peak: Term = sheet.stated("components", log.id, "peak-events")
    factor = sheet.stated("workload", "peak-factor")
    if flows := rates(sheet, writers(sheet.facts, log.id)):
        added = compute(
            replace(average, note=ADDED),
            summed(flows).strip("()"),
            lambda **flows: sum(flows.values()),
            **flows,
        )
        yield added
        if isinstance(peak, Lack):
            yield compute(
                FigureEntry(
                    f"{named}.peak-rate",
                    f"{log.title}: events that flow into it, at peak",
                    RATE,
                    about=log.id,
                ),
                "{average} * {factor}",
                _at_peak,
                average=added,
                factor=factor,
            )
    elif not _gets_all(sheet, log):
        if isinstance(peak, Lack):
            peak = Lack(f"flows.streams.->{log.id}.rate", meaning_of(Flow, ("rate",)))
        yield compute(
            average,
            "{peak} / {factor}",
            _on_average,
            peak=peak,
            factor=factor,
        )


def _at_peak(average: float, factor: float) -> float:
    return peak_rate(average, factor)


def _on_average(peak: float, factor: float) -> float:
    return peak / factor


def _gets_all(sheet: EstimateInputs, log: Component) -> bool:
    """Whether all events of the workload go into `log`, for all that is known."""
    own = sheet.facts.quantity("components", log.id, "peak-events")
    said = sheet.facts.quantity("workload", "events-per-day")
    return is_only_log(sheet.facts, log) and bool(said or not own)


def peak_of(sheet: EstimateInputs, log: Component) -> Term:
    """Return the events of `log` in a second at peak: stated, else of what flows in.

    The only log brings the events of the workload, where no flow states a rate.
    """
    stated = sheet.stated("components", log.id, "peak-events")
    if any(writers(sheet.facts, log.id)):
        return first(stated, sheet.result(f"storage.{log.id}.peak-rate"))
    if is_only_log(sheet.facts, log):
        return first(stated, sheet.result("events.peak-rate"))
    return stated
