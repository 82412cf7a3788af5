"""What nobody knows yet: numbers that were assumed, and questions without an answer."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph
from designkit.documents.write_up.blocks import items, present, table
from designkit.documents.write_up.figures import in_words
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.proof import Status
from designkit.documents.write_up.worksheet import fill_in
from designkit.estimates.figure import reason
from designkit.model.figures import stated_quantities
from designkit.quantities.quantity import Origin

MOST = 6
"""Of each sort; the reference has all."""


def open_questions(of: WriteUpInputs) -> Iterator[Block]:
    """List what is to be measured, asked or decided before this is built."""
    if rows := _assumed(of):
        yield Paragraph("To be measured: numbers that somebody assumed.")
        yield from present(table(("Number", "Assumed", "Because"), rows[:MOST]))
        if len(rows) > MOST:
            yield Paragraph(
                f"{len(rows) - MOST} more are in the [reference](#reference), "
                "Assumptions register."
            )
    yield from present(items((*_unanswered(of), *_gaps(of), *_untested(of))))


def _assumed(of: WriteUpInputs) -> list[tuple[str, str, str]]:
    """Return what was assumed, first what most figures rest on."""
    uses = [item.name for figure in of.estimate.figures for item in figure.inputs]
    found = [
        (path, value)
        for path, value in stated_quantities(of.design)
        if value.origin is Origin.ASSUMED
    ]
    found.sort(key=lambda item: -uses.count(".".join(map(str, item[0]))))
    return [
        (in_words(of.design, path), str(value), value.note) for path, value in found
    ]


def _unanswered(of: WriteUpInputs) -> Iterator[str]:
    for item in of.design.clarifications:
        if not item.answer:
            yield item.question
    for asked in of.design.questions:
        if not asked.answer:
            yield asked.question


def _gaps(of: WriteUpInputs) -> Iterator[str]:
    for gap in of.estimate.gaps[:MOST]:
        yield f"{gap.title} cannot be computed: {reason(gap)}."


def _untested(of: WriteUpInputs) -> Iterator[str]:
    """Give what the ML Test Score asks and the design does not answer."""
    lines = fill_in(of.facts, of.found)
    asked = [item.test.question for item in lines if item.status is Status.ASK]
    yield from asked[:MOST]
