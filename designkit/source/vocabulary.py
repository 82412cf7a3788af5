"""Reads words of one's own, from a design or from the settings of a project."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from designkit.catalog.data_types import DATA_TYPES, data_type
from designkit.catalog.glyphs import GLYPHS
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import all_kinds, kind
from designkit.model.vocabulary import (
    LONGEST,
    MOST_WORDS,
    OwnKind,
    OwnType,
    Vocabulary,
)
from designkit.quantities.writing import shown
from designkit.source.load_code import LoadCode
from designkit.source.node import Path
from designkit.source.report import DiagnosticLog, node_at
from designkit.text.suggestion import suggest

ID = re.compile(r"[a-z][a-z0-9-]{0,39}\Z")
"""How a word is spelt."""

Word = TypeVar("Word", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class WordFault:
    """What is wrong with a word of one's own: where, what, and what helps."""

    code: LoadCode
    path: Path
    message: str
    help: str
    key: bool = False


def add_words(report: DiagnosticLog) -> None:
    """Read the section `vocabulary` into the words of `report`; report its faults.

    The words that `report` has already are those of the project.
    """
    section = node_at(report.root, ("vocabulary",))
    if section is None:
        return
    own = read_words(section.as_written())
    for fault in faults_of(own, report.words):
        at = ("vocabulary", *fault.path)
        report.add(fault.code, at, fault.message, help=fault.help, key=fault.key)
    report.words = joined(own, report.words)


def joined(own: Vocabulary, known: Vocabulary) -> Vocabulary:
    """Return the words of a design with those of its project, which go first."""
    return Vocabulary.model_construct(
        kinds={**own.kinds, **known.kinds}, types={**own.types, **known.types}
    )


def read_words(plain: object) -> Vocabulary:
    """Return all that can be read of the section `vocabulary`.

    A word that has not the right shape is left out; whoever reads the section as a
    whole reports that.
    """
    section = plain if isinstance(plain, dict) else {}
    kinds = dict(_read(section.get("kinds"), OwnKind))
    types = dict(_read(section.get("types"), OwnType))
    return named(Vocabulary.model_construct(kinds=kinds, types=types))


def named(words: Vocabulary) -> Vocabulary:
    """Return `words` in which each kind knows its name."""
    kinds = {
        name: it.model_copy(update={"name": name}) for name, it in words.kinds.items()
    }
    return words.model_copy(update={"kinds": kinds})


def _read(plain: object, model: type[Word]) -> Iterator[tuple[str, Word]]:
    entries = plain.items() if isinstance(plain, dict) else ()
    for name, value in list(entries)[:MOST_WORDS]:
        try:
            yield str(name), model.model_validate(value)
        except ValidationError:
            continue


def faults_of(own: Vocabulary, known: Vocabulary) -> Iterator[WordFault]:
    """Give what is wrong with the words of `own`, where the project has `known`.

    A name is free, a word is like one of the catalogue, what it names is there, and
    there are not too many.
    """
    names = {"kinds": [it.name for it in all_kinds()], "types": _catalogue_types()}
    kinds, types = NamedWords("kinds", own.kinds), NamedWords("types", own.types)
    yield from kinds.faults({*names["kinds"], *known.kinds}, kind, names)
    yield from types.faults({*names["types"], *known.types}, data_type, names)
    carried = {*_catalogue_types(), *own.types, *known.types}
    for name, of in own.kinds.items():
        yield from _of_kind(("kinds", name), of, carried)


def _catalogue_types() -> list[str]:
    return [item.name for item in DATA_TYPES]


@dataclass(frozen=True, slots=True)
class NamedWords:
    """The words of one part of a vocabulary, which are looked at one by one."""

    part: str
    words: Mapping[str, OwnKind] | Mapping[str, OwnType]

    def faults(
        self,
        taken: Collection[str],
        find: Callable[[str], object],
        names: Mapping[str, list[str]],
    ) -> Iterator[WordFault]:
        """Give the faults of names, definitions and of what the words are like."""
        word = self.part.removesuffix("s")
        if len(self.words) >= MOST_WORDS:
            message = f"there are more {self.part} than can be kept apart"
            help = f"name fewer than {MOST_WORDS}"
            yield WordFault(LoadCode.BAD_VALUE, (self.part,), message, help)
        for name, one in self.words.items():
            at = (self.part, name)
            if not ID.match(name):
                message = f"{shown(name)} is no name of a {word}"
                help = "use small letters, digits and hyphens"
                yield WordFault(LoadCode.BAD_ID, at, message, help, key=True)
            elif name in taken:
                message = f"there is a {word} called {name} already"
                help = "use it, or give yours another name"
                yield WordFault(LoadCode.BAD_ID, at, message, help, key=True)
            if find(one.like) is None:
                yield _unknown_like((*at, "like"), word, one.like, names[self.part])
            if len(one.definition) > LONGEST:
                message = f"the definition of {name} is too long"
                help = f"say it in {LONGEST} letters"
                yield WordFault(LoadCode.BAD_VALUE, (*at, "definition"), message, help)


def _unknown_like(at: Path, word: str, said: str, names: list[str]) -> WordFault:
    is_kind = word == "kind"
    code = LoadCode.UNKNOWN_KIND if is_kind else LoadCode.UNKNOWN_DATA_TYPE
    listed = "kinds" if is_kind else "data-types"
    otherwise = f"`designkit list {listed}` shows what it can be like"
    message = f"unknown {'kind' if is_kind else 'data type'} {shown(said)}"
    return WordFault(code, at, message, suggest(said, names, otherwise))


def _of_kind(at: Path, of: OwnKind, carried: Collection[str]) -> Iterator[WordFault]:
    """Give what a kind names that is not there: a stage, a glyph, a data type."""
    for key, said, names in (
        ("stage", of.stage, [str(stage) for stage in Stage]),
        ("glyph", of.glyph, list(GLYPHS)),
    ):
        if said is not None and said not in names:
            help = suggest(said, names, f"one of {', '.join(names)}")
            message = f"unknown {key} {shown(said)}"
            yield WordFault(LoadCode.BAD_VALUE, (*at, key), message, help)
    for key, listed in (("takes", of.takes), ("gives", of.gives)):
        for said in listed:
            if said not in carried:
                help = suggest(said, carried, "`designkit list data-types` shows them")
                message = f"unknown data type {shown(said)}"
                code = LoadCode.UNKNOWN_DATA_TYPE
                yield WordFault(code, (*at, key), message, help)
