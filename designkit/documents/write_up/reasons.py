"""The reasons: trade-offs, failure modes, questions, sources."""

from dataclasses import dataclass

from designkit.documents.write_up.figures import SOURCES, titles_of
from designkit.documents.write_up.parts import Section, cell, line, sentence, table
from designkit.model.design import Design
from designkit.model.reasons import Source
from designkit.text.escape import markdown_link
from designkit.text.sentences import ended


@dataclass(frozen=True)
class Answer:
    """A question, who is expected to know, and the answer."""

    question: str
    about: str
    answer: str


def tradeoffs(design: Design) -> Section | None:
    """List what was chosen, what was rejected, and why."""
    headings = ("Choice", "Chosen", "Rejected", "Because", "Revisit when")
    rows = [
        (
            f"**{cell(item.name)}**" if item.name else "",
            cell(item.chosen),
            cell(item.rejected),
            cell(item.because),
            cell(item.revisit_when),
        )
        for item in design.tradeoffs
    ]
    return (
        Section("Trade-offs", "_table.md.j2", table(headings, rows)) if rows else None
    )


def failure_modes(design: Design) -> Section | None:
    """List the ways in which the system fails."""
    headings = ("Failure", "Where", "Seen first", "Cause", "Users see", "Mitigation")
    rows = [
        (
            f"**{cell(item.name)}**" if item.name else "",
            titles_of(design, item.at),
            cell(item.symptom),
            cell(item.cause),
            cell(item.effect),
            cell(item.mitigation),
        )
        for item in design.failure_modes
    ]
    body = table(headings, rows)
    return Section("Failure modes", "_table.md.j2", body) if body else None


def questions(design: Design) -> Section | None:
    """List the questions that will be asked, with answers."""
    found = tuple(
        Answer(
            line(item.question),
            "; ".join(line(part) for part in (item.level, item.concept) if part),
            line(item.answer),
        )
        for item in design.questions
    )
    return Section("Questions to expect", "_questions.md.j2", found) if found else None


def sources(design: Design) -> Section | None:
    """Number the sources that figures and answers rest on."""
    found = tuple(_source(item) for item in design.sources.values())
    return Section(SOURCES, "_sources.md.j2", found) if found else None


def _source(source: Source) -> str:
    """Write who and when, what it is called, then what was taken from it."""
    title = markdown_link(source.title, source.url) if source.url else ""
    year = f"({line(source.year)})" if source.year else ""
    origin = " ".join(part for part in (line(source.by), year) if part)
    named = f"{origin}: {title or line(source.title)}" if origin else title
    return " ".join(
        part
        for part in (ended(named or line(source.title)), sentence(source.note))
        if part
    )
