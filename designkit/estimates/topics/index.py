"""Vector indexes: the memory of a graph or of compressed codes."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.index import hnsw_size, ivf_pq_size
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import BYTES, FRACTION

GRAPH = "HNSW: 4-byte numbers, links of 4 bytes, twice as many on the lowest level."
CODES = "IVF-PQ: a code and 8 bytes of id each, and the centres of the lists."


@topic(55, "Vector indexes", Chapter.LOAD)
def index(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the memory of each index of vectors."""
    for component in sheet.facts.of_kind("ann-index"):
        yield (memory := _memory(sheet, component))
        there = sheet.stated("components", component.id, "memory")
        if isinstance(there, FigureInput):
            yield compute(
                FigureEntry(
                    f"index.{component.id}.memory-share",
                    f"{component.title}: part of the memory that is needed",
                    FRACTION,
                    about=component.id,
                ),
                "{needed} / {there}",
                lambda needed, there: needed / there,
                needed=called(memory, "memory needed"),
                there=there,
            )


def _memory(sheet: EstimateInputs, component: Component) -> Result:
    at = ("components", component.id)
    vectors: dict[str, Term] = {
        "items": first(sheet.stated(*at, "items"), sheet.stated("workload", "items")),
        "dimensions": sheet.stated(*at, "dimensions"),
    }
    code = sheet.stated(*at, "code-size")
    id, title = f"index.{component.id}.memory", f"{component.title}: memory of one copy"
    if isinstance(code, FigureInput):
        return compute(
            FigureEntry(id, title, BYTES, note=CODES, about=component.id),
            "{items} * ({code} + 8 B) + {lists} * {dimensions} * 4 B",
            _of_codes,
            code=code,
            lists=sheet.given("lists", *at, "lists"),
            **vectors,
        )
    return compute(
        FigureEntry(id, title, BYTES, note=GRAPH, about=component.id),
        "{items} * (4 B * {dimensions} + 4 B * {links} * (2 + 1 / ln {links}))",
        lambda items, dimensions, links: hnsw_size(items, dimensions, links),
        links=sheet.given("links", *at, "links"),
        **vectors,
    )


def _of_codes(items: float, dimensions: float, code: float, lists: float) -> float:
    return ivf_pq_size(items, code, lists, dimensions)
