"""The stations of the feedback loop, and the ring in which a picture has them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from designkit.catalog.role import Role
from designkit.pictures.bands import Placement
from designkit.pictures.columns import columns_of, settled
from designkit.pictures.drawing import Arrow, Drawing, Node
from designkit.pictures.ring import RingSpacing, Station, Turn, columns_at, place_ring
from designkit.pictures.swapping import SwapBlock, reseated
from designkit.pictures.uncrossing import Arrangement, uncrossed


@dataclass(frozen=True, slots=True)
class LoopStation:
    """A station of the loop: the role of what works there, and how it is tinted."""

    title: str
    stage: str
    role: Role


PREDICT = LoopStation("Predict and act", "serving", Role.LOOP_PREDICTS)
LOG = LoopStation("Log", "ingestion", Role.LOOP_LOGS)
LABEL = LoopStation("Observe and label", "labels", Role.LOOP_LABELS)
LEARN = LoopStation("Learn again", "training", Role.LOOP_LEARNS)
RELEASE = LoopStation("Release", "registry", Role.RELEASES)
WATCH = LoopStation("Watch and retrain", "monitoring", Role.LOOP_WATCHES)
UPPER, LOWER = (PREDICT, LOG, LABEL), (RELEASE, LEARN)
TURNS = {
    PREDICT: Turn.LEFT,
    RELEASE: Turn.LEFT,
    LABEL: Turn.RIGHT,
    LEARN: Turn.RIGHT,
}
DEPTHS = (1, 2, 3)
"""Inner cards in a column of a station: what is tried."""
SMALLEST = 0.85
"""How large, of the largest, a ring may be shown in which wires cross less."""

MOST = 4
"""Columns of a station."""

ROUND = (*UPPER, LEARN, RELEASE)
"""The stations in the order of the loop."""

STATIONS = (*ROUND, WATCH)


Inner = Mapping[LoopStation, Sequence[Sequence[str]]]
"""The columns of each station, without what the loop passes."""


@dataclass(frozen=True, slots=True)
class Loop:
    """What is placed: cards by id, those of each station, arrows, and the way round."""

    cards: Mapping[str, Node]
    members: Mapping[LoopStation, Sequence[str]]
    arrows: Sequence[Arrow]
    way: Sequence[str]


def drawn_loop(drawing: Drawing, loop: Loop) -> Drawing:
    """Set the stations in a ring: out along the top, back below, watched within.

    What watches stands to the right, near labels and training sets, and what comes of
    it to the left, as on the way back.
    """
    scales = [(_ring(loop, inner).scale(), inner) for inner in _tried(loop)]
    scales.sort(key=lambda it: -it[0])
    least = scales[0][0] * SMALLEST
    return uncrossed(
        [_arranged(loop, inner, drawing) for scale, inner in scales if scale >= least]
    )


def _tried(loop: Loop) -> Iterator[Inner]:
    return (_seated(loop, deep) for deep in DEPTHS)


def _arranged(loop: Loop, inner: Inner, drawing: Drawing) -> Arrangement:
    return Arrangement(
        _blocks(inner),
        lambda seated: _ring(loop, _swapped(inner, seated)).on(drawing),
    )


def _seated(loop: Loop, deep: int) -> Inner:
    """Return the columns of each station, seated to cross fewer wires."""
    inner = {
        station: _columns(loop, station, ids, deep)
        for station, ids in loop.members.items()
        if ids
    }
    boxes = {node.id: node.box for node in _ring(loop, inner).nodes}
    fixed = [SwapBlock((id,)) for id in dict.fromkeys(loop.way)]
    return _swapped(inner, reseated([*_blocks(inner), *fixed], boxes, loop.arrows))


def _blocks(inner: Inner) -> list[SwapBlock]:
    """Return which inner cards may swap their places."""
    return [
        SwapBlock(tuple(ids), station in LOWER)
        for station, columns in inner.items()
        for ids in (columns if station is WATCH else [[*chain(*columns)]])
    ]


def _swapped(inner: Inner, seated: Mapping[str, str]) -> Inner:
    return {
        station: tuple(tuple(seated[id] for id in column) for column in columns)
        for station, columns in inner.items()
    }


def _ring(loop: Loop, inner: Inner) -> Placement:
    bands = {it: _station(loop, it, columns) for it, columns in inner.items()}
    upper, middle, lower = (
        [bands[s] for s in row if s in bands] for row in (UPPER, (WATCH,), LOWER)
    )
    return place_ring(upper, middle, lower, RingSpacing())


def _outer(loop: Loop, station: LoopStation) -> list[str]:
    return [id for id in dict.fromkeys(loop.way) if id in loop.members[station]]


def _columns(
    loop: Loop, station: LoopStation, ids: Sequence[str], deep: int
) -> Sequence[Sequence[str]]:
    """Return the columns of what the loop does not pass, from left to right."""
    outer = _outer(loop, station)
    inner = [id for id in ids if id not in outer]
    columns = columns_of(inner, loop.arrows, deep=deep, most=MOST)
    columns = settled(columns, loop.arrows)
    return columns[::-1] if station in (*LOWER, WATCH) else columns


def _station(
    loop: Loop, station: LoopStation, columns: Sequence[Sequence[str]]
) -> Station:
    outer = _outer(loop, station)
    placed = columns_at(
        TURNS.get(station, Turn.NOWHERE),
        [
            loop.cards[id]
            for id in (outer[::-1] if station in (*LOWER, WATCH) else outer)
        ],
        [tuple(loop.cards[id] for id in column) for column in columns],
    )
    return Station(station.stage, station.title, station.stage, placed)
