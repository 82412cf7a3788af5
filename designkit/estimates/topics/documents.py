"""Documents: the passages that they give, and those that are made anew on a day."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, Term
from designkit.estimates.formulas.passages import passages_of
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT


@topic(54, "Documents", Chapter.LOAD)
def documents(sheet: EstimateInputs) -> Iterator[Result]:
    """Count the passages, where one parser cuts all documents."""
    parsers = sheet.facts.of_kind("document-parser")
    for parser in parsers if len(parsers) == 1 else ():
        if parser.quantity("passage-tokens"):
            yield _passages(sheet, parser, "documents", "passages of all documents")
            if sheet.facts.quantity("workload", "document-changes-per-day"):
                title = "passages made anew on a day"
                yield _passages(sheet, parser, "document-changes-per-day", title)


def _passages(sheet: EstimateInputs, parser: Component, of: str, title: str) -> Result:
    at = ("components", parser.id)
    terms: dict[str, Term] = {
        "number": sheet.stated("workload", of, label=of.replace("-", " ")),
        "tokens": sheet.stated("workload", "tokens-per-document"),
        "size": sheet.stated(*at, "passage-tokens"),
    }
    formula = "{number} * ⌈{tokens} / {size}⌉"
    if parser.quantity("overlap"):
        terms["overlap"] = sheet.stated(*at, "overlap")
        formula = "{number} * ⌈({tokens} - {overlap}) / ({size} - {overlap})⌉"
    return compute(
        FigureEntry(
            f"documents.{parser.id}.{'passages' if of == 'documents' else 'renewed'}",
            f"{parser.title}: {title}",
            COUNT,
            note="As if all were of the mean length; short and long ones give more.",
            about=parser.id,
        ),
        formula,
        lambda number, tokens, size, overlap=0.0: (
            number * passages_of(tokens, size, overlap)
        ),
        **terms,
    )
