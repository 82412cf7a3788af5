"""The numbers, worked line by line, as they are said aloud."""

from collections.abc import Iterator

from designkit.figure import Figure
from designkit.paper import Block, Paragraph, Working
from designkit.section import Study, section

ALOUD = (
    "traffic.average-qps",
    "traffic.peak-qps",
    "events.bytes-per-day",
    "bandwidth.responses",
    "latency.p99-budget",
    "latency.p99-estimate",
    "availability.minutes-down",
    "cost.per-1k-requests",
)
"""What a candidate computes aloud; the sizes of parts come with them."""

SIZES = (
    "serving.{}.replicas",
    "serving.{}.replicas-with-spare",
    "store.{}.reads",
    "store.{}.memory",
    "index.{}.memory",
)
"""What is computed for parts, each once."""


def _ask(study: Study) -> Iterator[Block]:
    yield Paragraph("Compute each line: formula, numbers, result.")
    yield Working(tuple((figure.title, "", "") for figure in _chosen(study)))


@section(30, "The numbers, line by line", room=0, ask=_ask)
def numbers(study: Study) -> Iterator[Block]:
    """Work the numbers that size the system, as the estimate has them."""
    rows = tuple((f.title, _working(f), f"**{f.text}**") for f in _chosen(study))
    if rows:
        yield Working(rows)


def _chosen(study: Study) -> Iterator[Figure]:
    wanted = [*ALOUD[:3]]
    for id in study.design.components:
        wanted += [name.format(id) for name in SIZES]
    wanted += ALOUD[3:]
    found = (study.estimate.get(id) for id in wanted)
    return (figure for figure in found if figure)


def _working(figure: Figure) -> str:
    return figure.working if len(figure.working) < 120 else figure.formula
