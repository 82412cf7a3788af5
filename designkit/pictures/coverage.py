"""Which letters no font has: neither the shipped one nor those of this machine.

The fonts are asked themselves, by the table of each that leads from characters to
glyphs (``cmap``, formats 4 and 12 of OpenType), since what draws with them tells of
nothing that it lacks.
"""

import os
import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from designkit.pictures.fonts import lacking
from designkit.text.clusters import clusters

BOX = "\u25a1"
"""What is drawn for a letter that no font has; the shipped font has it."""

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
UNICODE = ((0, 3), (0, 4), (0, 6), (3, 1), (3, 10))
"""Platforms and encodings of the tables that are by Unicode."""

Ranges = tuple[tuple[int, int], ...]


def with_boxes(text: str, folders: Iterable[Path] | None = None) -> str:
    """Return `text` with a box for each letter that no font has.

    A letter without a font would take what follows it along.
    """
    missing = unlettered(text, folders)
    if not missing:
        return text
    return "".join(BOX if missing & {*it} else it for it in clusters(text))


def unlettered(text: str, folders: Iterable[Path] | None = None) -> frozenset[str]:
    """Return the letters of `text` that neither we nor the `folders` have a font for.

    Those are the folders of fonts of this machine, unless others are given.
    """
    missing = frozenset(filter(_is_letter, lacking(text)))
    places = machine_folders() if folders is None else folders
    for file in _files(places) if missing else ():
        missing = frozenset(it for it in missing if not _has(file, ord(it)))
        if not missing:
            break
    return missing


def _is_letter(character: str) -> bool:
    """Whether something is to be seen of it: not of what joins, or chooses a form."""
    is_form = 0xFE00 <= ord(character) <= 0xFE0F
    return not is_form and unicodedata.category(character) not in ("Cf", "Cc", "Zs")


def machine_folders() -> tuple[Path, ...]:
    """Return where this machine keeps its fonts."""
    home = Path.home()
    if sys.platform == "darwin":
        shared = map(Path, ("/Library/Fonts", "/System/Library"))
        return (*shared, home / "Library/Fonts")
    if sys.platform == "win32":
        local = home / "AppData/Local/Microsoft/Windows/Fonts"
        return (Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts", local)
    shared = map(Path, ("/usr/share/fonts", "/usr/local/share/fonts"))
    return (*shared, home / ".fonts", home / ".local/share/fonts")


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        files = sorted(folder.rglob("*")) if folder.is_dir() else ()
        yield from (file for file in files if file.suffix.lower() in SUFFIXES)


def _has(file: Path, code: int) -> bool:
    return any(first <= code <= last for first, last in _covered(file))


@cache
def _covered(file: Path) -> Ranges:
    """Return the characters that a file of fonts has; none where it cannot be read."""
    try:
        data = file.read_bytes()
        return tuple(r for at in _fonts(data) for r in _of_font(data, at))
    except (OSError, struct.error):
        return ()


def _fonts(data: bytes) -> tuple[int, ...]:
    """Return where each font of a file begins; a collection has several."""
    if data[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack_from(">L", data, 8)
    return struct.unpack_from(f">{min(count, 256)}L", data, 12)


def _of_font(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    (tables,) = struct.unpack_from(">H", data, at + 4)
    for table in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sLLL", data, at + 12 + 16 * table)
        if tag == b"cmap":
            yield from _of_cmap(data, start)


def _of_cmap(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, start + 2)
    for record in range(count):
        *kind, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * record)
        if tuple(kind) in UNICODE:
            (form,) = struct.unpack_from(">H", data, start + offset)
            read = {4: _of_segments, 12: _of_groups}.get(form)
            yield from read(data, start + offset) if read else ()


def _of_segments(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    (doubled,) = struct.unpack_from(">H", data, at + 6)
    ends = struct.unpack_from(f">{doubled // 2}H", data, at + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", data, at + 16 + doubled)
    return ((s, e) for s, e in zip(starts, ends, strict=True) if s < 0xFFFF)


def _of_groups(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">L", data, at + 12)
    groups = struct.iter_unpack(">LLL", data[at + 16 : at + 16 + 12 * count])
    return ((first, last) for first, last, _ in groups)
