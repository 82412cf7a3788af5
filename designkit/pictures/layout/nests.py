"""Which bands and frames of a drawing lie in one another, and which cards in them."""

from dataclasses import dataclass

from designkit.pictures.drawing import Drawing
from designkit.pictures.wording import cards_of


@dataclass(frozen=True, slots=True)
class Nest:
    """A band or a frame: its number among the groups, its cards, what lies in it.

    Cards are those that lie in no nest within it.
    """

    group: int
    cards: tuple[str, ...]
    within: tuple["Nest", ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """What a group holds, at whatever depth."""

    group: int
    cards: frozenset[str]

    def fits(self, other: "_Held") -> bool:
        """Whether this lies in `other`, or apart from it."""
        return self.cards <= other.cards or self.cards.isdisjoint(other.cards)


def nests_of(drawing: Drawing) -> tuple[Nest, ...]:
    """Return the outermost bands and frames of `drawing` that hold cards.

    A group that overlaps a larger one, and does not lie in it, is left out.
    """
    order = tuple(node.id for node in cards_of(drawing))
    return _nested(_fitting(drawing), order)


def cards_within(nest: Nest) -> frozenset[str]:
    """Return the cards of a nest, those of the nests in it as well."""
    return frozenset(nest.cards).union(*map(cards_within, nest.within))


def _fitting(drawing: Drawing) -> tuple[_Held, ...]:
    """Return what groups hold, the larger ones first, where all fit together."""
    cards = cards_of(drawing)
    every = (
        _Held(number, frozenset(it.id for it in cards if group.box.contains(it.box)))
        for number, group in enumerate(drawing.groups)
    )
    kept: tuple[_Held, ...] = ()
    for held in sorted(every, key=lambda it: -len(it.cards)):
        if held.cards and all(map(held.fits, kept)):
            kept = (*kept, held)
    return kept


def _nested(held: tuple[_Held, ...], order: tuple[str, ...]) -> tuple[Nest, ...]:
    """Return the outermost of groups that fit together, with the others in them."""
    if not held:
        return ()
    first, *rest = held
    inner = tuple(it for it in rest if it.cards <= first.cards)
    apart = tuple(it for it in rest if not it.cards <= first.cards)
    taken = frozenset[str]().union(*(it.cards for it in inner))
    own = tuple(it for it in order if it in first.cards - taken)
    nest = Nest(first.group, own, _nested(inner, order))
    return (nest, *_nested(apart, order))
