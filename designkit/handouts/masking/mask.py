"""What is left out of the pictures of a design, and the numbers of the boxes.

Everything is decided for the design as a whole and not for one picture, so that a box
has the same number in every picture, and no picture shows what another one hides.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from math import ceil

from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.pictures.drawing import Arrow

HASHES = 2**64


class Mask(StrEnum):
    """A sort of thing that can be left out of pictures."""

    NAMES = "names"
    TECHNOLOGIES = "technologies"
    FLOWS = "flows"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class MaskPlan:
    """What is left out, and the number of every component.

    `names` and `technologies` hold the ids of the components that lose theirs.
    """

    masks: frozenset[Mask]
    numbers: Mapping[str, int]
    names: frozenset[str]
    technologies: frozenset[str]
    seed: int
    share: float

    def hides_flow(self, flow: Flow | Arrow) -> bool:
        """Whether the label of `flow` is left out, in whichever picture it is."""
        ends = f"{flow.source} {flow.target} {flow.mode}"
        return Mask.FLOWS in self.masks and self._takes(Mask.FLOWS, ends)

    def hides_figures(self, place: str) -> bool:
        """Whether figures are left out at `place`: a component, or a part of a page."""
        return Mask.NUMBERS in self.masks and self._takes(Mask.NUMBERS, place)

    def _takes(self, mask: Mask, key: str) -> bool:
        return _lot(self.seed, mask, key) < self.share * HASHES


def plan_of(
    design: Design, masks: Iterable[Mask], seed: int = 0, share: float = 1.0
) -> MaskPlan:
    """Decide by `seed` what is left out of pictures of `design`.

    Of the components exactly a `share`, rounded up, loses its name, and as many their
    technology. Flows and figures are drawn one by one: about that share of them is left
    out. What is decided depends on nothing but the seed and the ids of the design.

    Raises:
        ValueError: the share is not above 0 and at most 1.
    """
    if not 0 < share <= 1:
        raise ValueError(
            f"the share to leave out is above 0 and at most 1, not {share}"
        )
    wanted = frozenset(Mask(mask) for mask in masks)
    order = _shuffled(design.components, seed, Mask.NAMES)
    count = ceil(round(share * len(order), 9))
    others = _shuffled(design.components, seed, Mask.TECHNOLOGIES)
    return MaskPlan(
        masks=wanted,
        numbers={id: number for number, id in enumerate(order, 1)},
        names=frozenset(order[:count] if Mask.NAMES in wanted else ()),
        technologies=frozenset(others[:count] if Mask.TECHNOLOGIES in wanted else ()),
        seed=seed,
        share=share,
    )


def _shuffled(keys: Collection[str], seed: int, mask: Mask) -> list[str]:
    """Return `keys` in an order that `seed` decides, whatever order they come in."""
    return sorted(keys, key=lambda key: (_lot(seed, mask, key), key))


def _lot(seed: int, mask: Mask, key: str) -> int:
    """Return a number below `HASHES` that is the same on every machine."""
    text = f"{seed} {mask} {key}".encode("utf-8", "surrogatepass")
    return int.from_bytes(sha256(text).digest()[:8])
