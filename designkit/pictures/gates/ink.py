"""The wires of a picture as they are drawn: where there is ink, and where dots are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree as ET

from designkit.pictures.drawing import Box, Point
from designkit.pictures.gates.legs import Leg, distance

SVG = "{http://www.w3.org/2000/svg}"
STEP = re.compile(r"([MLQ])([^MLQ]+)")


@dataclass(frozen=True, slots=True)
class Ink:
    """What of a wire is drawn: its strokes, and the dots that are drawn with it."""

    strokes: tuple[Leg, ...]
    dots: tuple[Point, ...]

    def distance(self, at: Point) -> float:
        """Return how far the nearest stroke is from a place, in pixels."""
        place = Box(*at, 0, 0)
        return min((distance(it, place) for it in self.strokes), default=float("inf"))


def ink_of(svg: str) -> tuple[Ink, ...]:
    """Return the ink of each flow in the text of an SVG, in the order of the file."""
    groups = ET.fromstring(svg).iter(f"{SVG}g")
    flows = (it for it in groups if "flow" in it.get("class", "").split())
    return tuple(Ink(tuple(_strokes(it)), tuple(_dots(it))) for it in flows)


def _strokes(flow: ET.Element) -> Iterator[Leg]:
    for path in flow.iter(f"{SVG}path"):
        if "wire" in path.get("class", "").split():
            yield from _legs(path.get("d", ""))


def _legs(d: str) -> Iterator[Leg]:
    """Give what a path draws; a bend counts as the corner that it rounds."""
    at: Sequence[Point] = ()
    for command, numbers in STEP.findall(d):
        values = [float(it) for it in numbers.split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        if command != "M":
            yield from (Leg(0, a, b) for a, b in pairwise([*at[-1:], *points]))
        at = points


def _dots(flow: ET.Element) -> Iterator[Point]:
    for dot in flow.iter(f"{SVG}circle"):
        if dot.get("class") == "fork":
            yield float(dot.get("cx", "")), float(dot.get("cy", ""))
