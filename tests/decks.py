"""The decks of the shipped designs, made once for all tests."""

from functools import cache

from designkit.handouts.deck import Deck
from designkit.handouts.variant import HandoutOptions
from designkit.handouts.variants.cards import cards
from tests.mutated import shipped


@cache
def deck_of(name: str) -> Deck:
    """Return the deck of the shipped design `name`."""
    made = cards.make(shipped(name), name, HandoutOptions()).deck
    assert made is not None
    return made
