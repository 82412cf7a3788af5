"""The findings of a day, kept in a file, so that only new ones count from then on.

A finding is known by its file, its code and its element, not by its line, so edits
elsewhere change nothing.
"""

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from designkit.diagnostics import Diagnostic
from designkit.errors import NotFoundError, reason_of

VERSION = 2
Entry = tuple[str, str, str]
"""File, code and element of a finding."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is new since the baseline, how much is old, and what was fixed."""

    fresh: tuple[Diagnostic, ...]
    old: int
    fixed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are known, each as often as it is.

    One of `version` 1 has files as somebody spelt them, and places in lists.
    """

    entries: Counter[Entry]
    version: int = VERSION

    def entry_of(self, found: Diagnostic) -> Entry:
        """Return the entry under which `found` would be known."""
        if self.version == VERSION:
            return found.file, found.code, found.element
        element = found.element if "->" in found.element else found.path
        either = ((found.file, found.code, it) for it in (found.path, element))
        return next((it for it in either if self.entries[it]), (found.file, "", ""))

    def of(self, *files: str) -> "Baseline":
        """Return it for some files: in a version 1, under the names they have today."""
        named = Counter[Entry]()
        for (name, code, element), count in self.entries.items():
            for file in files:
                if name == file or (self.version < VERSION and _is_spelt(name, file)):
                    named[(file, code, element)] += count
        return Baseline(named, self.version)


NOTHING = Baseline(Counter())


def _is_spelt(name: str, file: str) -> bool:
    """Whether `name` may be `file` from another directory, or as an absolute path."""
    plain = posixpath.normpath(name).removeprefix("../")
    return f"/{file}".endswith(f"/{plain}") or plain.endswith(f"/{file}")


def write_baseline(found: Iterable[Diagnostic]) -> str:
    """Return the text of a baseline that holds all of `found` that is not waived."""
    kept = (item for item in found if not item.waived)
    entries = sorted((item.file, item.code, item.element) for item in kept)
    rows = [dict(zip(("file", "code", "element"), row, strict=True)) for row in entries]
    return json.dumps({"version": VERSION, "findings": rows}, indent=2) + "\n"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline, of this version or of the first.

    Raises:
        NotFoundError: there is no such file, or it is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version, rows = data["version"], data["findings"]
        if version not in (1, VERSION):
            raise ValueError(version)
        entries = Counter((row["file"], row["code"], row["element"]) for row in rows)
        return Baseline(entries, version)
    except OSError as error:
        raise NotFoundError(
            f"cannot read {path.as_posix()}: {reason_of(error)}"
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"{path.as_posix()} is no baseline; --write-baseline makes one"
        raise NotFoundError(message) from error


def compare(found: Sequence[Diagnostic], known: Baseline, file: str = "") -> Compared:
    """Part `found` into what is new and what the baseline knows.

    With a `file`, only its entries count as fixed: those of a file that it includes may
    be findings of another design.
    """
    left = known.entries.copy()
    fresh = []
    for item in found:
        entry = known.entry_of(item)
        if left[entry] and not item.waived:
            left[entry] -= 1
        else:
            fresh.append(item)
    fixed = tuple(
        f"{name}: {code} {element}"
        for name, code, element in left.elements()
        if file in ("", name)
    )
    return Compared(tuple(fresh), len(found) - len(fresh), tuple(sorted(fixed)))
