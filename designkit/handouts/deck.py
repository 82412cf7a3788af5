"""A deck: cards with a question on one side and an answer on the other."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["follow-up", "concept", "component", "number"]


@dataclass(frozen=True, slots=True)
class Card:
    """A card. `id` stays the same when its texts change, so that it can be updated.

    `front` and `back` are inline Markdown; `tags` have no spaces.
    """

    id: str
    sort: Sort
    front: str
    back: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deck:
    """The cards of one design, or of several; `id` is stable, `title` is for people.

    With `is_marked`, a file of text says by its first character that it is UTF-8.
    """

    id: str
    title: str
    cards: tuple[Card, ...]
    is_marked: bool = False
