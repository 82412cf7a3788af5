"""What a log of records gets: by its flows, by batch jobs, or by requests."""

from dataclasses import dataclass, field

from designkit.estimates.compute import Formula
from designkit.estimates.figure import FigureInput, Term
from designkit.estimates.inflow import ADDED, rates, summed, writers
from designkit.estimates.topic import EstimateInputs, first
from designkit.model.component import Component
from designkit.quantities.durations import DAY

RAW = "Before compression."
ONE_RECORD = "One record a request, before compression."


@dataclass(frozen=True, slots=True)
class Brought:
    """The records that a log gets: how many a day, of which terms, and what is noted.

    `each` is how many one request leaves, where that is stated.
    """

    formula: str
    terms: dict[str, Term]
    per_day: Formula
    note: str = RAW
    each: dict[str, Term] = field(default_factory=dict)


def records_of(sheet: EstimateInputs, log: Component) -> Brought:
    """Return what the flows into `log` state, else what its batch jobs score.

    Else every request leaves a record, or as many as are stated.
    """
    if flows := rates(sheet, writers(sheet.facts, log.id)):
        return Brought(
            summed(flows),
            flows,
            _of_flows,
            f"{RAW} {ADDED}",
        )
    if jobs := _jobs(sheet, log):
        parts = [f"{{of_{n}}} / {{every_{n}}}" for n in range(len(jobs) // 2)]
        return Brought(
            parts[0] if len(parts) == 1 else f"({' + '.join(parts)})",
            jobs,
            _of_jobs,
            "One record for each entity of a run, before compression.",
        )
    requests = first(
        sheet.stated("workload", "requests-per-day"),
        sheet.result("traffic.requests-per-day"),
    )
    rows = if_stated(sheet, log, rows="rows-per-request")
    return Brought(
        "{requests}",
        {"requests": requests},
        _of_requests,
        RAW if rows else ONE_RECORD,
        rows,
    )


def _of_flows(**flows: float) -> float:
    return sum(flows.values()) * DAY


def _of_jobs(**jobs: float) -> float:
    numbers = range(len(jobs) // 2)
    return sum(DAY * jobs[f"of_{n}"] / jobs[f"every_{n}"] for n in numbers)


def _of_requests(requests: float) -> float:
    return requests


def _jobs(sheet: EstimateInputs, log: Component) -> dict[str, Term]:
    """Return entities and interval of the batch jobs that alone write `log`."""
    sources = {flow.source for flow in sheet.facts.flows_to(log.id, "prediction")}
    jobs = [job for job in sheet.facts.of_kind("batch-scorer") if job.id in sources]
    if len(jobs) < len(sources):
        return {}
    terms: dict[str, Term] = {}
    for number, job in enumerate(jobs):
        terms[f"of_{number}"] = sheet.stated(
            "components", job.id, "entities", label=f"{job.id} entities"
        )
        terms[f"every_{number}"] = sheet.stated(
            "components", job.id, "interval", label=f"{job.id} interval"
        )
    return terms


def if_stated(sheet: EstimateInputs, log: Component, **names: str) -> dict[str, Term]:
    """Return what `log` states of `names`, under the names of terms."""
    return {
        name: said
        for name, key in names.items()
        if isinstance(said := sheet.stated("components", log.id, key), FigureInput)
    }
