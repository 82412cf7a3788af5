"""Which designs somebody means: files, directories, patterns, shipped names.

A directory stands for the designs that lie in it, not for those further down; a
pattern such as ``teams/**/design.yaml`` reaches those. What exists wins over a shipped
design of the same name, unless it is a directory without designs.
"""

import glob
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from designkit.errors import NotFoundError, OutputError
from designkit.files import bundled, safe_stem
from designkit.quantities.writing import listed
from designkit.text.choices import unknown
from designkit.text.suggestion import nearest

SUFFIXES = (".yaml", ".yml")
MOST_SEEN = 65_536
"""Bytes at the start of a file in which a design says that it is one."""

_SAYS_SO = re.compile(rb"^\s*\{?\s*[\"']?designkit[\"']?\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Input:
    """A design that is asked for: its file, and what it is called in messages."""

    path: Path
    name: str


def find_inputs(words: Iterable[str]) -> tuple[Input, ...]:
    """Return the designs that `words` mean, each once, in the order of the words.

    Raises:
        NotFoundError: a word means no design.
    """
    found: dict[Path, Input] = {}
    for item in (item for word in words for item in _meant(word)):
        found.setdefault(item.path.resolve(), item)
    return tuple(found.values())


def find_input(word: str | Path) -> Input:
    """Return the one design that `word` means; a `Path` is never a shipped name.

    Raises:
        NotFoundError: the word means no design, or more than one.
    """
    if isinstance(word, Path):
        return Input(word, word.as_posix())
    found = find_inputs((word,))
    if len(found) > 1:
        names = listed([item.name for item in found])
        raise NotFoundError(f"{word} means {len(found)} designs, name one: {names}")
    return found[0]


def shipped() -> dict[str, Path]:
    """Return the files of the shipped designs, by name."""
    return {path.stem: path for path in sorted(bundled("designs").glob("*.yaml"))}


def find_shipped(name: str) -> Path:
    """Return the file of the shipped design called `name`.

    Raises:
        NotFoundError: there is none.
    """
    if name not in shipped():
        raise unknown("shipped design", name, shipped())
    return shipped()[name]


def output_names(inputs: Iterable[Input]) -> tuple[str, ...]:
    """Return a name for the output of each input: its stem.

    Where stems are the same, the names of the directories above tell them apart, as
    in ``payments-design`` and ``search-design``.

    Raises:
        OutputError: nothing tells two of them apart.
    """
    paths = [item.path.resolve() for item in inputs]
    depths = [1] * len(paths)
    names = [_name(path, 1) for path in paths]
    while shared := _shared(names):
        for index in shared:
            depths[index] += 1
            if depths[index] > len(paths[index].parts):
                raise OutputError(
                    f"two designs would both be written to {names[index]}"
                )
        names = [_name(*pair) for pair in zip(paths, depths, strict=True)]
    return tuple(names)


def _name(path: Path, depth: int) -> str:
    above = path.parent.parts[len(path.parent.parts) - depth + 1 :]
    return safe_stem("-".join((*above, path.stem)))


def _shared(names: list[str]) -> list[int]:
    """Return the places of names that occur twice where capitals do not count."""
    folded = [name.casefold() for name in names]
    return [place for place, name in enumerate(folded) if folded.count(name) > 1]


def _meant(word: str) -> Iterator[Input]:
    if not word:
        raise NotFoundError("the name of a design is empty")
    path = Path(word)
    if _is_directory(path):
        yield from _inside(path, word)
    elif _exists(path):
        yield Input(path, path.as_posix())
    elif glob.has_magic(word):
        yield from _matching(word)
    elif word in shipped():
        yield Input(shipped()[word], word)
    else:
        raise _missing(word, path)


def _inside(directory: Path, word: str) -> Iterator[Input]:
    try:
        files = sorted(item for item in directory.iterdir() if _may_be_a_design(item))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotFoundError(f"cannot read {word}: {reason}") from error
    designs = [item for item in files if _looks_like_a_design(item)]
    yield from (Input(item, item.as_posix()) for item in designs)
    if not designs and word in shipped():
        yield Input(shipped()[word], word)
    elif not designs:
        raise NotFoundError(
            f"no designs in {word}: a design is a .yaml file with the key designkit"
        )


def _matching(pattern: str) -> Iterator[Input]:
    paths = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  may be absolute
    if not paths:
        raise NotFoundError(f"nothing matches {pattern}")
    for path in paths:
        yield from _meant(path)


def _missing(word: str, path: Path) -> NotFoundError:
    if path.suffix not in SUFFIXES and path.name == word:
        return unknown("design", word, shipped())
    near = nearest(path.name, _neighbours(path.parent))
    hint = f"; did you mean {(path.parent / near).as_posix()}?" if near else ""
    return NotFoundError(f"there is no file {word}{hint}")


def _neighbours(directory: Path) -> tuple[str, ...]:
    try:
        return tuple(p.name for p in directory.iterdir() if p.suffix in SUFFIXES)
    except OSError:
        return ()


def _may_be_a_design(path: Path) -> bool:
    is_hidden = path.name.startswith(".")
    return path.suffix in SUFFIXES and not is_hidden and path.is_file()


def _looks_like_a_design(path: Path) -> bool:
    """Whether the file says it is a design; an unreadable one is left to the loader."""
    try:
        with path.open("rb") as file:
            return bool(_SAYS_SO.search(file.read(MOST_SEEN)))
    except OSError:
        return True


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a null in it
        return False


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
