"""The sheet on which somebody looks for faults: what a design states, in short.

Everything that may be wrong stands on it: every part with what it states, every flow,
every section. What an author explains does not, since it would give a fault away.
"""

from collections.abc import Iterator

from designkit.documents.paper import Block, Heading, Paragraph, Picture, Question
from designkit.handouts.fault_hunt.draft import draft_of
from designkit.handouts.fault_hunt.planted_fault import Broken
from designkit.handouts.fault_hunt.tables import contents
from designkit.handouts.fault_hunt.visible import without_reasons
from designkit.model.design import Design
from designkit.pictures.views import path_of

NUMBERS = (
    *("no", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten"),
)

ASKED = "What is wrong, why does it matter, and how is it mended?"


def sheet(broken: Broken) -> tuple[Block, ...]:
    """Return the blocks of the sheet, with room to write."""
    draft = draft_of(without_reasons(broken.loaded))
    numbers = range(1, len(broken.faults) + 1)
    return (
        *_task(broken),
        *(Picture(view) for view in pictures_of(draft.design)),
        *contents(draft),
        Heading("What is wrong"),
        *(Question(f"{number}. {ASKED}") for number in numbers),
    )


def pictures_of(design: Design) -> tuple[str, ...]:
    """Return the views that a sheet shows, drawn of the design without its reasons."""
    return "overview", path_of(design), "training"


def title_of_sheet(broken: Broken) -> str:
    """Return the title: how many faults to find, and in what."""
    name = broken.loaded.design.name if broken.loaded.design else broken.loaded.file
    return f"Find the {_faults(len(broken.faults))}: {name}"


def _faults(count: int) -> str:
    return "fault" if count == 1 else f"{NUMBERS[count]} faults"


def _task(broken: Broken) -> Iterator[Block]:
    count = len(broken.faults)
    has = "one fault. Find it" if count == 1 else f"{_faults(count)}. Find each"
    yield Paragraph(f"This design has {has}, say why it matters and how to mend it.")
    yield Paragraph(
        "A fault is something that is stated wrongly, or not at all: look for what is "
        "missing as well. The reasons that the author gave are not shown; nothing is "
        "wrong with them."
    )
    if known := "; ".join(_known(broken)):
        yield Paragraph(f"Known or explained, and not to be counted: {known}.")


def _known(broken: Broken) -> Iterator[str]:
    """Give what is no fault to be found, rule by rule, with the places."""
    places: dict[str, dict[str, None]] = {}
    for item in (*broken.known, *broken.answered):
        places.setdefault(item.name, {})[item.element] = None
    for name, elements in places.items():
        where = ", ".join(filter(None, elements))
        yield f"{name} at {where}" if where else name
