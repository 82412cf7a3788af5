"""The lines of text of an image that a link shows, and how each of them looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from designkit.pictures.fonts import FALLBACKS, Weight, clamp_text, fit_text, text_width
from designkit.pictures.theme import LIGHT
from designkit.text.escape import one_line


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A line of text: its look, its left end and baseline, and its width."""

    look: str
    x: float
    y: float
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class ShareFont:
    """Size in pixels and weight of the lines of a look."""

    size: float
    weight: Weight
    colour: str


LOOKS = {
    "system": ShareFont(18, Weight.SEMIBOLD, LIGHT.strong),
    "title": ShareFont(44, Weight.SEMIBOLD, LIGHT.ink),
    "summary": ShareFont(20, Weight.REGULAR, LIGHT.muted),
    "value": ShareFont(34, Weight.SEMIBOLD, LIGHT.ink),
    "name": ShareFont(15, Weight.SEMIBOLD, LIGHT.ink),
    "against": ShareFont(15, Weight.REGULAR, LIGHT.muted),
    "foot": ShareFont(17, Weight.REGULAR, LIGHT.muted),
}
"""How lines look by what they say."""


def fitting(text: str, joint: str, fits: Callable[[str], bool]) -> str:
    """Return as many parts of `text` between its joints as fit; always the first."""
    parts = text.split(joint)
    starts = (joint.join(parts[:count]) for count in range(len(parts), 1, -1))
    return next(filter(fits, starts), parts[0])


def broken(look: str, text: str, room: float, most: int) -> tuple[str, ...]:
    """Break `text` into at most so many lines, the last cut where it is too wide."""
    font = LOOKS[look]
    whole = one_line(text)
    return clamp_text(whole, font.size, room, font.weight, most=most, widest=room)


def share_line(look: str, x: float, y: float, text: str, room: float) -> ShareLine:
    """Return a line that begins at `x`, cut where it is wider than its `room`."""
    font = LOOKS[look]
    shown = fit_text(one_line(text), font.size, room, font.weight)
    return ShareLine(look, round(x, 2), y, shown, width_of_line(look, shown))


def width_of_line(look: str, text: str) -> float:
    """Return the width of `text` in pixels, in the look of its line."""
    font = LOOKS[look]
    return round(text_width(text, font.size, font.weight), 2)


def share_rules() -> Iterator[str]:
    """Give the CSS of all looks."""
    yield f"text{{font-family:{FALLBACKS}}}"
    for name, font in LOOKS.items():
        yield f".l-{name}{{font-size:{font.size}px;font-weight:{font.weight.value};"
        yield f"fill:{font.colour}}}"
