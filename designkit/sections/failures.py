"""Failure modes: symptom, cause, fix."""

from collections.abc import Iterator

from designkit.paper import Block, Question, Table
from designkit.section import Study, section

MOST = 4


def _ask(study: Study) -> Iterator[Block]:
    for item in study.design.failure_modes[:MOST]:
        yield Question(f"{item.symptom} What is the cause, and what limits the harm?")


@section(120, "When it fails", room=0, ask=_ask)
def failures(study: Study) -> Iterator[Block]:
    """List how the system fails, from what is seen first to what mends it."""
    rows = tuple(
        (
            f"**{item.name}.** {item.symptom}" if item.name else item.symptom,
            item.cause,
            item.mitigation,
        )
        for item in study.design.failure_modes[:MOST]
    )
    if rows:
        yield Table(("Symptom", "Cause", "Fix"), rows, (1, 1, 1.2))
