"""The findings of a day, kept in a file, so that only new ones count from then on.

A finding is known by its file, its code and its element, not by its line, so edits
elsewhere change nothing.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from designkit.diagnostics import Diagnostic
from designkit.errors import NotFoundError

VERSION = 1
Entry = tuple[str, str, str]
"""File, code and element of a finding."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is new since the baseline, how much is old, and what was fixed."""

    fresh: tuple[Diagnostic, ...]
    old: int
    fixed: tuple[str, ...]


def write_baseline(found: Iterable[Diagnostic]) -> str:
    """Return the text of a baseline that holds all of `found` that is not waived."""
    entries = sorted(_entry(item) for item in found if not item.waived)
    rows = [dict(zip(("file", "code", "element"), row, strict=True)) for row in entries]
    return json.dumps({"version": VERSION, "findings": rows}, indent=2) + "\n"


def read_baseline(path: Path) -> Counter[Entry]:
    """Read a baseline.

    Raises:
        NotFoundError: there is no such file, or it is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ValueError(data["version"])
        rows = data["findings"]
        return Counter((row["file"], row["code"], row["element"]) for row in rows)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotFoundError(f"cannot read {path.as_posix()}: {reason}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"{path.as_posix()} is no baseline; --write-baseline makes one"
        raise NotFoundError(message) from error


def compare(found: Sequence[Diagnostic], known: Counter[Entry]) -> Compared:
    """Part `found` into what is new and what the baseline knows."""
    left = known.copy()
    fresh = []
    for item in found:
        entry = _entry(item)
        if left[entry] and not item.waived:
            left[entry] -= 1
        else:
            fresh.append(item)
    fixed = tuple(
        f"{file}: {code} {element}" for file, code, element in left.elements()
    )
    return Compared(tuple(fresh), len(found) - len(fresh), tuple(sorted(fixed)))


def _entry(found: Diagnostic) -> Entry:
    return found.file, found.code, found.element
