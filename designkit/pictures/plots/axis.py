"""The axis of the values that a number takes: the same below every plot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from designkit.pictures.drawing import Style, TextPart
from designkit.pictures.lettering import cut, text_part, width_of
from designkit.text.escape import one_line

LEAST_INSET, MOST_INSET = 10.0, 26.0
"""How far the first and the last value stand from the ends, in pixels."""

APART = 14.0
"""Least distance between two labels, in pixels."""

LARGEST, SMALLEST = 3.4, 1.2
"""Radius of a dot with much room, and with none, in pixels."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The values of a sweep, evenly apart; `shown` are those that have a label.

    It runs from 0 to `right`, in pixels, and so do `places`. Texts may begin at `left`,
    which is negative.
    """

    left: float
    right: float
    values: tuple[str, ...]
    places: tuple[float, ...]
    shown: tuple[int, ...]
    labels: tuple[TextPart, ...]

    @property
    def radius(self) -> float:
        """The radius of a dot, smaller where many stand side by side."""
        room = self.places[1] - self.places[0] if len(self.places) > 1 else LARGEST * 3
        return min(LARGEST, max(SMALLEST, room / 3))


def axis_of(values: Sequence[str], left: float, right: float, y: float) -> Axis:
    """Set `values` from 0 to `right`, with as many labels as have room at `y`."""
    names = [one_line(value) for value in values]
    room = (right - left - APART) / 2
    texts = [cut(name, room, Style.LABEL) for name in names]
    inset = _inset(texts)
    places = _places(len(texts), inset, right - inset)
    labels = [
        _label(text, place, left, right, y)
        for text, place in zip(texts, places, strict=True)
    ]
    stride = _stride(len(labels), lambda step: _is_clear(labels[::step]))
    shown = tuple(range(0, len(labels), stride))
    return Axis(left, right, tuple(names), places, shown, tuple(labels[::stride]))


def _inset(texts: Sequence[str]) -> float:
    """Return half of what the widest label needs, within bounds."""
    half = max(width_of(text, Style.LABEL) for text in texts) / 2
    return min(MOST_INSET, max(LEAST_INSET, half))


def _places(number: int, first: float, last: float) -> tuple[float, ...]:
    if number == 1:
        return ((first + last) / 2,)
    step = (last - first) / (number - 1)
    return tuple(first + step * index for index in range(number))


def _label(text: str, place: float, left: float, right: float, y: float) -> TextPart:
    """Set `text` below `place`, or as near to it as the ends allow."""
    width = width_of(text, Style.LABEL)
    x = max(left, min(place - width / 2, right - width))
    return text_part(text, x, y, Style.LABEL)


def _is_clear(labels: Sequence[TextPart]) -> bool:
    return all(a.x + a.width + APART <= b.x for a, b in pairwise(labels))


def _stride(number: int, fits: Callable[[int], bool]) -> int:
    """Return 1 to show every label, 2 for every second; rather one that ends with all.

    A stride that shows the last label too is taken unless it leaves out twice as many.
    """
    least = next((step for step in range(1, number) if fits(step)), number)
    whole = (step for step in range(least, 2 * least + 1) if (number - 1) % step == 0)
    return next((step for step in whole if fits(step)), least)
