"""Reads the concept cards: Markdown files with a head in YAML, one file a concept."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from designkit.catalog.concept import Concept, Level, Reference, Worked
from designkit.files import PACKAGE
from designkit.model.design import Design
from designkit.source.node import YamlNode
from designkit.source.reader import read

CONCEPTS = PACKAGE / "catalog" / "concepts"
"""Where the cards lie, each named for its concept."""

HEAD = re.compile(r"---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
FOLLOW_UP = re.compile(r'\*\*"(?P<question>.+?)"\*\*\s*(?P<answer>.+)', re.DOTALL)
BULLET = re.compile(r"^- ", re.MULTILINE)


class _Reference(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    title: str
    by: str
    year: str = ""
    url: str = ""


class _Head(BaseModel):
    """The head of a card, as YAML has it."""

    model_config = ConfigDict(extra="forbid")

    title: str
    asked: str
    level: Level
    topic: str
    kinds: tuple[str, ...]
    rules: tuple[str, ...] = ()
    systems: tuple[str, ...]
    aliases: tuple[str, ...]
    guide: tuple[int, ...] = ()
    worked: tuple[dict[str, str], ...] = ()
    sources: tuple[_Reference, ...]


@cache
def all_concepts() -> Mapping[str, Concept]:
    """Return every card by the id of its concept, in the order of the alphabet."""
    files = sorted(CONCEPTS.glob("*.md"))
    return {file.stem: _read(file) for file in files}


def find_concept(word: str) -> Concept | None:
    """Return the concept that `word` names: its id, its title, or an alias."""
    return _by_word().get(_plain(word))


def concepts_of(design: Design) -> tuple[Concept, ...]:
    """Return the concepts on which its questions rest, then those asked of its kind."""
    asked = (find_concept(item.concept or "") for item in design.questions)
    of_system = (it for it in all_concepts().values() if design.system in it.systems)
    found = {card.id: card for card in (*asked, *of_system) if card}
    return tuple(found.values())


@cache
def _by_word() -> Mapping[str, Concept]:
    cards = all_concepts().values()
    aliases = {_plain(word): card for card in cards for word in card.aliases}
    titles = {_plain(card.title): card for card in cards}
    return aliases | titles | {_plain(card.id): card for card in cards}


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("-", " ").split())


def _read(file: Path) -> Concept:
    return read_concept(file.stem, file.read_text(encoding="utf-8"))


def read_concept(id: str, text: str) -> Concept:
    """Read the card of the concept `id`.

    Raises:
        ValueError: the text has no head, lacks a section, or says something unknown.
    """
    found = HEAD.match(text)
    root = read(found["head"]).root if found else None
    if found is None or root is None:
        raise ValueError(f"the card {id} has no head between two lines of ---")
    head = _Head.model_validate(_as_written(root))
    parts = _sections(found["body"])
    follow_up = FOLLOW_UP.match(parts.get("The follow-up", ""))
    if follow_up is None:
        raise ValueError(f'the card {id} has no follow-up that begins with **"…?"**')
    return Concept(
        id=id,
        title=head.title,
        asked=head.asked,
        level=head.level,
        topic=head.topic,
        kinds=head.kinds,
        rules=head.rules,
        systems=head.systems,
        aliases=head.aliases,
        answer=parts["In sixty seconds"],
        follow_up=follow_up["question"],
        follow_up_answer=follow_up["answer"].strip(),
        worked_number=parts["A worked number"],
        bites=_bullets(parts["Where it bites"]),
        sources=tuple(Reference(**item.model_dump()) for item in head.sources),
        table=parts.get("At a glance", ""),
        worked=tuple(Worked(item["is"], item["shown"]) for item in head.worked),
        guide=head.guide,
    )


def _as_written(node: YamlNode) -> object:
    """Return a tree with every scalar as its author spelled it: ``0.10`` stays so."""
    if isinstance(node.value, dict):
        return {key: _as_written(child) for key, child in node.value.items()}
    if isinstance(node.value, tuple):
        return [_as_written(child) for child in node.value]
    return node.text


def _sections(body: str) -> dict[str, str]:
    titles = SECTION.findall(body)
    return dict(
        zip(titles, (p.strip() for p in SECTION.split(body)[2::2]), strict=True)
    )


def _bullets(text: str) -> tuple[str, ...]:
    items = BULLET.split(text)
    return tuple(" ".join(item.split()) for item in items if item.strip())
