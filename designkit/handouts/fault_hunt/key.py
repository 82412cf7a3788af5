"""The key to a sheet: what is wrong, why it matters and what helps."""

import re
from collections.abc import Iterator

from designkit.documents.paper import Block, Heading, Paragraph, Table
from designkit.handouts.fault_hunt.planted_fault import Broken, PlantedFault
from designkit.text.sentences import sentence

SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"])")
WHY = 2
"""Sentences of the page that say why a fault matters."""


def _opening(text: str, sentences: int) -> str:
    """Return the first sentences of the first paragraph."""
    first = text.partition("\n\n")[0]
    return " ".join(SENTENCES.split(first)[:sentences])


def key(broken: Broken) -> tuple[Block, ...]:
    """Return the blocks of the key: all faults at a glance, then one by one."""
    numbered = tuple(enumerate(broken.faults, 1))
    rows = tuple(
        (str(number), f"{fault.code} {fault.name}", fault.severity.value, fault.what)
        for number, fault in numbered
    )
    table = Table(
        ("No.", "Rule", "Severity", "What was changed"), rows, (0.4, 2, 0.8, 5)
    )
    return (table, *(block for item in numbered for block in _told(*item)))


def _told(number: int, fault: PlantedFault) -> Iterator[Block]:
    why, fix = _opening(fault.why, WHY), _opening(fault.fix, 1)
    yield Heading(f"{number}. {fault.name}", 2, fault.code)
    yield Paragraph(f"{sentence(fault.what)} The checker says: {fault.message}.")
    yield Paragraph(f"Why it matters: {sentence(why)}")
    yield Paragraph(f"What helps: {sentence(fix)}")
