"""The reasons: trade-offs, failure modes, questions, sources."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Question
from designkit.documents.write_up.blocks import present, sentence, shown, steps, table
from designkit.documents.write_up.figures import titles_of
from designkit.model.design import Design
from designkit.model.reasons import Source, Tradeoff
from designkit.text.escape import markdown_link
from designkit.text.sentences import ended


def tradeoffs(design: Design) -> Iterator[Block]:
    """List what was chosen, what was rejected, and why."""
    headings = ("Choice", "Chosen", "Rejected", "Because", "Revisit when")
    rows = [(*decision(item), shown(item.revisit_when)) for item in design.tradeoffs]
    yield from present(table(headings, rows))


def decision(item: Tradeoff) -> tuple[str, str, str, str]:
    """Return the cells of a trade-off: its name, what was chosen, what not, and why."""
    return (
        f"**{shown(item.name)}**" if item.name else "",
        shown(item.chosen),
        shown(item.rejected),
        shown(item.because),
    )


def failure_modes(design: Design) -> Iterator[Block]:
    """List the ways in which the system fails."""
    headings = ("Failure", "Where", "Seen first", "Cause", "Users see", "Mitigation")
    rows = [
        (
            f"**{shown(item.name)}**" if item.name else "",
            titles_of(design, item.at),
            shown(item.symptom),
            shown(item.cause),
            shown(item.effect),
            shown(item.mitigation),
        )
        for item in design.failure_modes
    ]
    yield from present(table(headings, rows))


def questions(design: Design) -> Iterator[Block]:
    """List the questions that will be asked, with answers."""
    for item in design.questions:
        yield Question(
            shown(item.question),
            shown(item.answer) or "Not answered yet.",
            shown(item.level),
            shown(item.concept),
        )


def sources(design: Design) -> Iterator[Block]:
    """Number the sources that figures and answers rest on."""
    yield from present(steps(_source(item) for item in design.sources.values()))


def _source(source: Source) -> str:
    """Write who and when, what it is called, then what was taken from it."""
    title = markdown_link(source.title, source.url) if source.url else ""
    year = f"({shown(source.year)})" if source.year else ""
    origin = " ".join(part for part in (shown(source.by), year) if part)
    named = f"{origin}: {title or shown(source.title)}" if origin else title
    return " ".join(
        part
        for part in (ended(named or shown(source.title)), sentence(source.note))
        if part
    )
