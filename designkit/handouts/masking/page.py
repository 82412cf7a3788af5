"""The texts of a page around its picture: subtitle and caption with blanks in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from designkit.handouts.masking.figures import caption_of, subtitle_of
from designkit.handouts.masking.numerals import Span, numbers_in
from designkit.handouts.masking.redaction import (
    Secrets,
    blanked,
    found_beside,
    printable,
)
from designkit.handouts.masking.writing import Piece, broken, pieces_of, written
from designkit.pictures.drawing import BlankPart, Drawing, Part, Style, TextPart
from designkit.pictures.fonts import clamp_text
from designkit.pictures.layout.frame import MARGIN, MOST_LINES
from designkit.pictures.theme import FONTS

Numbers = Mapping[tuple[str, int], int]
"""The numbers of lines of figures, by place and index."""

Row = tuple[Piece, ...]
"""A line of a page in pieces."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A subtitle or a sentence of a caption, and what of it is hidden.

    `tag` is what its blanks are called in the key; empty where they need no name.
    """

    text: str
    spans: tuple[Span, ...] = ()
    tag: str = ""

    @property
    def blanked(self) -> str:
        """The text with ``……`` where something is hidden."""
        return blanked(self.text, self.spans)

    def rows(self, style: Style, width: float) -> tuple[Row, ...]:
        """Break the sentence into lines, as a frame does where nothing is hidden."""
        if not self.spans:
            return tuple((Piece(line),) for line in _wrapped(self.text, style, width))
        tag = [Piece(f"{self.tag} ")] if self.tag else []
        pieces = [*tag, *pieces_of(self.text, self.spans)]
        return broken(pieces, style, width)[:MOST_LINES]


def subtitle(drawing: Drawing, secrets: Secrets, numbers: Numbers) -> Sentence:
    """Return the subtitle with what is hidden in it."""
    found = _sentences((drawing.subtitle,), subtitle_of(drawing), secrets, numbers)
    return found[0]


def caption(
    drawing: Drawing, secrets: Secrets, numbers: Numbers
) -> tuple[Sentence, ...]:
    """Return the sentences of the caption with what is hidden in them."""
    return _sentences(drawing.caption, caption_of(drawing), secrets, numbers)


def _sentences(
    texts: Sequence[str], place: str, secrets: Secrets, numbers: Numbers
) -> tuple[Sentence, ...]:
    return tuple(
        _sentence(printable(text), secrets, numbers.get((place, index), 0))
        for index, text in enumerate(texts)
    )


def _sentence(text: str, secrets: Secrets, number: int) -> Sentence:
    values = numbers_in(text) if number else ()
    spans = found_beside(text, secrets.in_pictures, values)
    return Sentence(text, spans, f"n{number}" if number else "")


def with_texts(
    drawing: Drawing, subtitle: Sentence, caption: Sequence[Sentence]
) -> Drawing:
    """Return `drawing` with blanks in its subtitle and its caption.

    The subtitle keeps its lines, since the picture begins below them; the caption may
    need one more, and the page grows by it.
    """
    width = drawing.width - 2 * MARGIN
    head = _set(_in(drawing, Style.SUBTITLE), _subtitle_rows(drawing, subtitle), width)
    rows = [row for item in caption for row in item.rows(Style.CAPTION, width)]
    hides = any(item.spans for item in caption)
    foot = _set(_in(drawing, Style.CAPTION), rows if hides else [], width)
    more = max(0, len(rows) - len(_in(drawing, Style.CAPTION))) if hides else 0
    parts = (*_in(drawing, Style.TITLE), *head, *foot)
    return replace(
        drawing,
        subtitle=subtitle.blanked,
        caption=tuple(item.blanked for item in caption),
        texts=tuple(part for part in parts if isinstance(part, TextPart)),
        blanks=tuple(part for part in parts if isinstance(part, BlankPart)),
        height=round(drawing.height + more * FONTS[Style.CAPTION].line, 1),
    )


def _in(drawing: Drawing, style: Style) -> tuple[TextPart, ...]:
    return tuple(part for part in drawing.texts if part.style is style)


def _subtitle_rows(drawing: Drawing, sentence: Sentence) -> Sequence[Row]:
    """Return the lines of the subtitle; wholly blank where they would be too many."""
    if not sentence.spans:
        return ()
    lines = _in(drawing, Style.SUBTITLE)
    rows = sentence.rows(Style.SUBTITLE, drawing.width - 2 * MARGIN)
    if len(rows) <= len(lines):
        return rows
    tag = (Piece(f"{sentence.tag} "),) if sentence.tag else ()
    hidden = [(Piece(line.text, hidden=True),) for line in lines]
    return [(*tag, *hidden[0]), *hidden[1:]]


def _set(
    lines: Sequence[TextPart], rows: Sequence[Row], width: float
) -> tuple[Part, ...]:
    """Set `rows` in place of `lines`; these stay where there are no rows."""
    if not rows or not lines:
        return tuple(lines)
    first = lines[0]
    step = FONTS[first.style].line
    return tuple(
        part
        for at, row in enumerate(rows)
        for part in written(row, first.x, first.y + at * step, first.style, width)
    )


def _wrapped(text: str, style: Style, width: float) -> tuple[str, ...]:
    font = FONTS[style]
    return clamp_text(
        text, font.size, width, font.weight, most=MOST_LINES, widest=width
    )
