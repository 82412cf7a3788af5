"""What is to be routed: arrows as wires, and which of them run as one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from designkit.pictures.drawing import Arrow

Trunk = tuple[str, str, str, str, bool]
"""Which end wires have in common, what that is, their mode, text and weight."""


@dataclass(frozen=True, slots=True)
class WantedWire:
    """A way to be found from one card to another, by their numbers.

    Wires of one `bundle` may run as one line; it is the number of a wire where it runs
    alone. A wire is `read` where what is at its source is looked up, not sent.
    """

    number: int
    source: int
    target: int
    bundle: int
    strong: bool = False
    read: bool = False
    labelled: bool = False


def wires_of(arrows: Sequence[Arrow], cards: dict[str, int]) -> tuple[WantedWire, ...]:
    """Return a wire for each arrow."""
    trunks = trunks_of(arrows)
    numbers: dict[Trunk, int] = {}
    for number, trunk in enumerate(trunks):
        if trunk:
            numbers.setdefault(trunk, number)
    return tuple(
        WantedWire(
            number,
            cards[arrow.source],
            cards[arrow.target],
            numbers[trunk] if trunk else number,
            arrow.strong,
            arrow.mode == "lookup",
            bool(arrow.text),
        )
        for number, (arrow, trunk) in enumerate(zip(arrows, trunks, strict=True))
    )


def trunks_of(arrows: Sequence[Arrow]) -> tuple[Trunk | None, ...]:
    """Return with which others each arrow runs as one; nothing if it runs alone.

    Arrows fan out from one source, or in to one target, where they are of one mode and
    say the same. Each joins the larger of its two fans.
    """
    fans = [(_fan("out", it.source, it), _fan("in", it.target, it)) for it in arrows]
    size = Counter(fan for both in fans for fan in both)
    chosen = [max(both, key=lambda fan: size[fan]) for both in fans]
    members = Counter(chosen)
    return tuple(fan if members[fan] > 1 else None for fan in chosen)


def _fan(side: str, end: str, arrow: Arrow) -> Trunk:
    return side, end, arrow.mode, arrow.text, arrow.strong
