"""What Graphviz answers: where boxes, bands, labels stand, and which way arrows take.

Graphviz counts in points, y upwards; here it is pixels, y downwards.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot, sqrt
from typing import NotRequired, TypedDict

from designkit.pictures.drawing import Box, Point

SMOOTH = 0.25
"""How far straight stretches may be from the curve that they stand for, in pixels."""


class _Thing(TypedDict):
    """A box or a band, as Graphviz tells it."""

    name: str
    pos: NotRequired[str]
    bb: NotRequired[str]


class _Way(TypedDict):
    """An arrow, as Graphviz tells it; `lp` is the middle of its label."""

    id: str
    pos: NotRequired[str]
    lp: NotRequired[str]


class _Answer(TypedDict):
    bb: str
    objects: NotRequired[list[_Thing]]
    edges: NotRequired[list[_Way]]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything stands, by number: boxes and labels by their middles."""

    nodes: Mapping[int, Point]
    groups: Mapping[int, Box]
    routes: Mapping[int, tuple[Point, ...]]
    labels: Mapping[int, Point]


def read_answer(answer: bytes) -> Placed:
    """Read what Graphviz answers as JSON.

    Raises:
        ValueError: it is no such answer.
    """
    graph: _Answer = json.loads(answer)
    page = _AnswerPage(_numbers(graph["bb"])[3])
    things, ways = graph.get("objects", ()), graph.get("edges", ())
    bands = (it for it in things if it["name"].startswith("cluster_g") and "bb" in it)
    cards = (it for it in things if it["name"].startswith("n"))
    return Placed(
        nodes={int(it["name"][1:]): page.point(it["pos"]) for it in cards},
        groups={int(it["name"][9:]): page.box(it["bb"]) for it in bands},
        routes={_number(it): page.route(it["pos"]) for it in ways if "pos" in it},
        labels={_number(it): page.point(it["lp"]) for it in ways if "lp" in it},
    )


@dataclass(frozen=True, slots=True)
class _AnswerPage:
    """Turns what Graphviz says about a page of such a height upside down."""

    height: float

    def point(self, text: str) -> Point:
        x, y = _numbers(text)
        return x, self.height - y

    def box(self, text: str) -> Box:
        left, low, right, high = _numbers(text)
        return Box(left, self.height - high, right - left, high - low)

    def route(self, text: str) -> tuple[Point, ...]:
        """Read a curve, and the tip of its head, as straight stretches.

        Where Graphviz gives two curves for an arrow the first is the real one.
        """
        words = text.partition(";")[0].split()
        tips = [self.point(word[2:]) for word in words if word[0] == "e"]
        curve = [self.point(word) for word in words if word[0] not in "es"]
        return tuple(_distinct((*flattened(curve), *tips)))


def flattened(curve: Sequence[Point]) -> Iterator[Point]:
    """Give points of a curve of Bézier pieces, so many that none is seen as a corner.

    How many a piece takes follows from how much it is bent (Wang, 1984).
    """
    yield curve[0]
    for at in range(0, len(curve) - 3, 3):
        a, b, c, d = curve[at : at + 4]
        bent = max(_bent(a, b, c), _bent(b, c, d))
        steps = max(1, ceil(sqrt(0.75 * bent / SMOOTH)))
        for step in range(1, steps + 1):
            yield _between(a, b, c, d, step / steps)


def _bent(a: Point, b: Point, c: Point) -> float:
    return hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1])


def _between(a: Point, b: Point, c: Point, d: Point, share: float) -> Point:
    rest = 1 - share
    weights = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
    pairs = list(zip(weights, (a, b, c, d), strict=True))
    return sum(w * p[0] for w, p in pairs), sum(w * p[1] for w, p in pairs)


def _distinct(points: Iterable[Point]) -> Iterator[Point]:
    """Give points, in hundredths of a pixel, without those that stand on the last."""
    rounded = [(round(x, 2), round(y, 2)) for x, y in points]
    yield rounded[0]
    yield from (point for last, point in pairwise(rounded) if point != last)


def _number(way: _Way) -> int:
    return int(way["id"][1:])


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
