"""Which designs somebody means: files, directories, patterns, shipped names.

A directory stands for the designs in it and below it. What exists wins over a shipped
design of the same name, unless it is a directory without designs.
"""

import glob
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from designkit.errors import NotFoundError, OutputError, reason_of
from designkit.files import bundled, safe_stem
from designkit.quantities.writing import listed
from designkit.source.project import shown_path, words_of_stem
from designkit.source.search import SUFFIXES, is_dead_link, search
from designkit.source.settings import find_settings
from designkit.text.cells import safe
from designkit.text.choices import unknown
from designkit.text.counts import counted
from designkit.text.suggestion import nearest


@dataclass(frozen=True, slots=True)
class Input:
    """A design that is asked for: its file, and what it is called in messages.

    `stem` is what its outputs are called, whatever else is asked for.
    """

    path: Path
    name: str
    stem: str

    @property
    def place(self) -> Path:
        """Where its settings are looked for: those of a shipped design, right here."""
        return Path() if shipped().get(self.name) == self.path else self.path.parent


def find_inputs(
    words: Iterable[str], tell: Callable[[str], None] | None = None
) -> tuple[Input, ...]:
    """Return the designs that `words` mean, each once, in the order of the words.

    A link among others that leads nowhere is skipped; `tell` is given a line on it.

    Raises:
        NotFoundError: a word means no design.
    """
    found: dict[Path, Input] = {}
    dead: dict[Path, Input] = {}
    for word in words:
        meant = tuple(_meant(word))
        for item in meant:
            if is_dead_link(item.path):
                dead.setdefault(item.path.parent.resolve() / item.path.name, item)
            else:
                found.setdefault(item.path.resolve(), item)
        if all(is_dead_link(item.path) for item in meant):
            raise NotFoundError(f"{word} means links alone that lead nowhere")
    if tell:
        for item in dead.values():
            tell(f"{safe(item.name)}: skipped, since this link leads nowhere")
    return tuple(found.values())


def find_input(word: str | Path) -> Input:
    """Return the one design that `word` means; a `Path` is never a shipped name.

    Raises:
        NotFoundError: the word means no design, or more than one.
    """
    if isinstance(word, Path):
        return _input(word)
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
    """Return a name for the output of each input: its path, in one word.

    Raises:
        OutputError: two of them would be written to the same place.
    """
    names = dict[str, Input]()
    for item in inputs:
        other = names.setdefault(item.stem.casefold(), item)
        if other is not item:
            raise OutputError(
                f"{other.name} and {item.name} would both be written to {item.stem}: "
                "give one of them another name, or each an output directory"
            )
    return tuple(item.stem for item in names.values())


def default_words() -> tuple[str, ...]:
    """Return what is meant where nothing is said: the paths of the settings, or here.

    Raises:
        SettingsError: the settings cannot be read.
    """
    return find_settings().paths or (".",)


def _input(path: Path) -> Input:
    stem = safe_stem("-".join(words_of_stem(path)))
    return Input(path, shown_path(path), stem)


def _of_shipped(name: str) -> Input:
    return Input(shipped()[name], name, name)


def _meant(word: str) -> Iterator[Input]:
    if not word:
        raise NotFoundError("the name of a design is empty")
    path = Path(word)
    if _is_directory(path):
        yield from _inside(path, word)
    elif _exists(path):
        yield _input(path)
    elif glob.has_magic(word):
        yield from _matching(word)
    elif word in shipped():
        yield _of_shipped(word)
    else:
        raise _missing(word, path)


def _inside(directory: Path, word: str) -> Iterator[Input]:
    try:
        found = search(directory)
    except OSError as error:
        raise NotFoundError(f"cannot read {word}: {reason_of(error)}") from error
    yield from map(_input, found.designs)
    if not found.designs and word in shipped():
        yield _of_shipped(word)
    elif not found.designs:
        seen = counted(found.others, "other YAML file") if found.others else "no YAML"
        raise NotFoundError(
            f"no designs in {word} or below ({seen} there): a design is a .yaml or "
            ".yml file with the key designkit at its top level"
        )


def _matching(pattern: str) -> Iterator[Input]:
    paths = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  may be absolute
    if not paths:
        raise NotFoundError(f"nothing matches {pattern}")
    for path in map(Path, paths):
        if is_dead_link(path):
            yield _input(path)
        elif _exists(path):  # else a circle of links has led too deep
            yield from _meant(str(path))


def _missing(word: str, path: Path) -> NotFoundError:
    if is_dead_link(path):
        return NotFoundError(f"{word} is a link that leads nowhere")
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
