"""Makes a new design: the starter of a kind of system, or a copy of a shipped one."""

import json
import re
from pathlib import Path

from designkit.catalog.systems import SYSTEMS
from designkit.errors import OutputError
from designkit.files import Output, safe_stem, write_files
from designkit.source.inputs import find_shipped
from designkit.source.profiles import profile
from designkit.source.search import SUFFIXES
from designkit.text.choices import one_of

_NAME = re.compile(r"^name:.*$", re.MULTILINE)
_SCHEMA = re.compile(r"^# yaml-language-server: \$schema=(\S+)\n", re.MULTILINE)
_PLAIN = re.compile(
    r"(?!(null|none|true|false|yes|no|on|off|y|n)$)[a-z][a-z0-9 ]*", re.IGNORECASE
)
"""Words that YAML reads as text without quotes."""


def start_design(
    name: str,
    *,
    system: str | None = None,
    source: str | None = None,
    is_forced: bool = False,
) -> Path:
    """Write a new design: the starter of a `system`, or a copy of a shipped `source`.

    Raises:
        NotFoundError: there are no such systems, or no such shipped design.
        OutputError: the file exists and is not to be replaced, or cannot be written.
    """
    text = copied(source) if source is not None else started(system or "")
    return start(name, text, is_forced=is_forced)


def started(system: str) -> str:
    """Return the starter of the systems called `system`.

    Raises:
        NotFoundError: there are no such systems.
    """
    known = tuple(item.name for item in SYSTEMS)
    return profile(one_of("system", system, known)).starter


def copied(design: str) -> str:
    """Return the text of the shipped `design`.

    Raises:
        NotFoundError: no shipped design is called so.
    """
    return find_shipped(design).read_text(encoding="utf-8")


def start(name: str, text: str, *, is_forced: bool = False) -> Path:
    """Write the design in `text`, renamed, to the file that `name` means.

    Raises:
        OutputError: the file exists and is not to be replaced, or cannot be written.
    """
    path = starter_path(name)
    if path.exists() and not is_forced:
        raise OutputError(f"{path.as_posix()} exists; --force overwrites it")
    data = renamed(text, path).encode()
    (written,) = write_files(path.parent, [Output(path.name, data)])
    return written


def starter_path(name: str) -> Path:
    """Return the file that `name` means: a path, or a name with or without suffix.

    Raises:
        OutputError: it has no name in it.
    """
    path = Path(name)
    stem = path.stem if path.suffix in SUFFIXES else path.name
    if not re.search(r"\w", stem):
        raise OutputError(f"not a name for a design: {name!r}")
    suffix = path.suffix if path.suffix in SUFFIXES else SUFFIXES[0]
    return path.parent / f"{safe_stem(stem)}{suffix}"


def renamed(text: str, path: Path) -> str:
    """Give the design in `text` the name of its new file.

    The line that tells editors the schema stays only if the schema is there.
    """
    title = re.sub(r"[-_.]+", " ", path.stem).strip()
    title = title[:1].upper() + title[1:]
    value = title if _PLAIN.fullmatch(title) else json.dumps(title, ensure_ascii=False)
    named = _NAME.sub(lambda _: f"name: {value}", text, count=1)
    header = _SCHEMA.search(named)
    if header and not (path.parent / header[1]).is_file():
        return named.replace(header[0], "", 1)
    return named
