"""The key to a sheet: what is wrong, why it matters and what helps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from designkit.diagnostics import Severity
from designkit.faults.fault import Broken, Fault
from designkit.paper import Block, Heading, Paragraph, Table
from designkit.sentences import sentence

SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"])")
WHY = 2
"""Sentences of the page that say why a fault matters."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One fault as the key tells it; `number` is its place on the sheet."""

    number: int
    code: str
    name: str
    severity: Severity
    place: str
    what: str
    message: str
    why: str
    fix: str


def answers(broken: Broken) -> tuple[Answer, ...]:
    """Return what there was to find, in the order of the document."""
    return tuple(_answer(at, fault) for at, fault in enumerate(broken.faults, 1))


def _answer(number: int, fault: Fault) -> Answer:
    return Answer(
        number=number,
        code=fault.code,
        name=fault.name,
        severity=fault.severity,
        place=fault.place,
        what=fault.what,
        message=fault.message,
        why=_opening(fault.why, WHY),
        fix=_opening(fault.fix, 1),
    )


def _opening(text: str, sentences: int) -> str:
    """Return the first sentences of the first paragraph."""
    first = text.partition("\n\n")[0]
    return " ".join(SENTENCES.split(first)[:sentences])


def key(broken: Broken) -> tuple[Block, ...]:
    """Return the blocks of the key: all faults at a glance, then one by one."""
    found = answers(broken)
    rows = tuple(
        (str(item.number), f"{item.code} {item.name}", item.severity.value, item.what)
        for item in found
    )
    table = Table(
        ("No.", "Rule", "Severity", "What was changed"), rows, (0.4, 2, 0.8, 5)
    )
    return (table, *(block for item in found for block in _told(item)))


def _told(item: Answer) -> Iterator[Block]:
    yield Heading(f"{item.number}. {item.name}", 2, item.code)
    yield Paragraph(f"{sentence(item.what)} The checker says: {item.message}.")
    yield Paragraph(f"Why it matters: {sentence(item.why)}")
    yield Paragraph(f"What helps: {sentence(item.fix)}")
