"""Bytes on the wire at peak: requests, responses, and features from the stores."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.bandwidth import egress
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.quantities.measure import BIT_RATE


@topic(45, "Bandwidth", Chapter.LOAD)
def bandwidth(sheet: EstimateInputs) -> Iterator[Result]:
    """Compare what goes in and out with what moves inside, which is the larger part."""
    for name, title in (("request", "Requests in"), ("response", "Responses out")):
        size = sheet.stated("workload", f"{name}-size")
        if isinstance(size, FigureInput):
            yield _traffic(
                f"bandwidth.{name}s", title, size, sheet.result("traffic.peak-qps")
            )
    for store in sheet.facts.of_kind("online-store"):
        size = sheet.stated(
            "components", store.id, "entity-size", label="bytes of a key"
        )
        if isinstance(size, FigureInput):
            reads = called(sheet.result(f"store.{store.id}.reads"), "keys a second")
            id = f"bandwidth.{store.id}"
            yield _traffic(id, f"{store.title}: features out", size, reads, store.id)


def _traffic(
    id: str, title: str, size: FigureInput, rate: Term, about: str = ""
) -> Result:
    return compute(
        FigureEntry(id, f"{title}, at peak", BIT_RATE, about=about),
        "{rate} * {size} * 8",
        egress,
        rate=rate,
        size=size,
    )
