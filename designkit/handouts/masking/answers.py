"""The key of masked pictures: what stood in each numbered box, arrow and line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from designkit.documents.paper import Block, Heading, Items, Table
from designkit.pictures.drawing import Drawing


@dataclass(frozen=True, slots=True)
class BoxAnswer:
    """A component that lacks something; `number` is 0 if its name is shown."""

    number: int
    title: str
    technology: str = ""


@dataclass(frozen=True, slots=True)
class ArrowAnswer:
    """A label that is left out, and the two ends of its arrow."""

    number: int
    source: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """A line of figures that is left out: where it stands, as asked, and as it is."""

    number: int
    place: str
    asked: str
    text: str


@dataclass(frozen=True)
class Masked:
    """A picture with room to write on, and what was there.

    `sentences` are the subtitle and the sentences of the caption that have blanks
    without a number: names of components.
    """

    drawing: Drawing
    boxes: tuple[BoxAnswer, ...] = ()
    arrows: tuple[ArrowAnswer, ...] = ()
    figures: tuple[FigureAnswer, ...] = ()
    sentences: tuple[str, ...] = ()


Rows = Sequence[tuple[str, ...]]

BOX = ("Box", "Name", "Technology")
ARROW = ("Picture", "Arrow", "From", "To", "Carries")
FIGURE = ("Picture", "Number", "Where", "Figures")


def answer_key(pictures: Iterable[Masked]) -> tuple[Block, ...]:
    """Return the key of masked pictures of one design, as blocks of a paper.

    Boxes have one number in all pictures; arrows and figures are counted in each, so
    that with several pictures a column says which one is meant.
    """
    shown = tuple(pictures)
    boxes = _boxes(shown)
    sentences = [text for picture in shown for text in picture.sentences]
    has_names = all(not number for number, *_ in boxes)
    return (
        *_table("Boxes", BOX, boxes, without_first=has_names),
        *([Items(tuple(sentences))] if sentences else []),
        *_table("Arrows", ARROW, _arrows(shown), without_first=len(shown) == 1),
        *_table("Numbers", FIGURE, _figures(shown), without_first=len(shown) == 1),
    )


def _table(
    title: str, headings: tuple[str, ...], rows: Rows, *, without_first: bool
) -> Iterator[Block]:
    """Give a table under its heading, if there is anything in it."""
    start = 1 if without_first else 0
    if rows:
        yield Heading(title)
        yield Table(headings[start:], tuple(row[start:] for row in rows))


def _boxes(pictures: Sequence[Masked]) -> Rows:
    boxes = {box for picture in pictures for box in picture.boxes}
    return [
        (str(box.number or ""), box.title, box.technology)
        for box in sorted(
            boxes, key=lambda box: (not box.number, box.number, box.title)
        )
    ]


def _arrows(pictures: Sequence[Masked]) -> Rows:
    return [
        (_name(picture), f"a{item.number}", item.source, item.target, item.label)
        for picture in pictures
        for item in picture.arrows
    ]


def _figures(pictures: Sequence[Masked]) -> Rows:
    return [
        (_name(picture), f"n{item.number}", item.place, item.text)
        for picture in pictures
        for item in picture.figures
    ]


def _name(picture: Masked) -> str:
    return picture.drawing.name.replace("-", " ").capitalize()
