"""What a concept card is: an interview question, answered where it bites."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["core", "senior", "staff"]
LEVELS: tuple[Level, ...] = ("core", "senior", "staff")


@dataclass(frozen=True, slots=True)
class Worked:
    """A number of a card: plain arithmetic, and how its result is printed."""

    sum: str
    shown: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a card has its facts from."""

    title: str
    by: str
    year: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A card: the question as asked, a minute's answer, and what comes after it.

    `guide` are the numbers of the recurring interview questions that it answers, from
    1 to 10. The texts are Markdown: `answer` and `worked_number` paragraphs, `table` a
    table, `bites` one item each.
    """

    id: str
    title: str
    asked: str
    level: Level
    topic: str
    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    systems: tuple[str, ...]
    aliases: tuple[str, ...]
    answer: str
    follow_up: str
    follow_up_answer: str
    worked_number: str
    bites: tuple[str, ...]
    sources: tuple[Reference, ...]
    table: str = ""
    worked: tuple[Worked, ...] = ()
    guide: tuple[int, ...] = ()
