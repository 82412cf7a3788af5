"""Opens the files that a design includes: the one file access a design can cause.

A path is judged before anything is opened: it leads, links followed, to a regular file
below the root of the project. On the way there no link is followed any more, so a file
that is swapped meanwhile is not read; and nothing is kept of a file that is no part.
"""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from designkit.errors import reason_of
from designkit.source.project import normal
from designkit.source.settings import find_settings

PART_KEY = "designkit-part"
MOST_PARTS = 20
MOST_PART_BYTES = 1_000_000
"""Bytes of all parts of a design together."""

MOST_ABOVE = 65_536
"""Bytes of comments that may stand above the head of a part."""

_HEAD = re.compile(rb"[\"']?designkit-part[\"']?[ \t]*:[ \t]*1[ \t]*(?:#.*)?\Z")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
_TO_READ = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in _FLAGS)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)

HEADED = f"a part begins with `{PART_KEY}: 1`"


class PartRefusedError(Exception):
    """Why a part is not read, and what helps."""

    def __init__(self, message: str, help: str = "") -> None:
        """Take what is said, and what helps."""
        super().__init__(message)
        self.message, self.help = message, help


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the parts of a design may lie: below `root`, counted from `place`."""

    place: Path
    root: Path

    def find(self, written: str) -> Path:
        """Return the regular file that a path in a design leads to; open nothing.

        Raises:
            PartRefusedError: it leads out, or to nothing that may be read.
        """
        _refuse_form(written)
        if not normal(self.place / written).is_relative_to(normal(self.root)):
            raise self._outside(written)
        try:
            found = (self.place / written).resolve()
        except (OSError, RuntimeError, ValueError):  # links in a circle
            raise PartRefusedError(f"{written} leads nowhere") from None
        if not found.is_relative_to(self.root.resolve()):
            raise self._outside(written)
        _refuse_sort(written, found)
        return found

    def read(self, written: str, found: Path, most: int) -> bytes:
        """Read what `find` found, up to `most` bytes and one more.

        Raises:
            PartRefusedError: it cannot be read, or is no part.
        """
        try:
            with open(_opened(self.root.resolve(), found), "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise PartRefusedError(f"{written} is no regular file")
                data = file.read(most + 1)
        except OSError as error:
            message = f"cannot read {written}: {reason_of(error)}"
            raise PartRefusedError(message) from error
        if not is_headed(data):
            raise PartRefusedError(f"{written} is no part of a design", HEADED)
        return data

    def _outside(self, written: str) -> PartRefusedError:
        where = self.root.name or str(self.root)
        help = f"parts lie in the directory {where} of the project, or below it"
        return PartRefusedError(f"{written} leads out of the project", help)


def folder_of(place: Path) -> Folder:
    """Return where parts of a design in `place` may lie: in its project, or beside it.

    Raises:
        SettingsError: the settings of the project cannot be read.
    """
    settings = find_settings(place).file
    here = normal(place)
    return Folder(here, normal(settings.parent) if settings else here)


def is_headed(data: bytes) -> bool:
    """Whether the first key of a file says that it is a part of version 1."""
    above = data[:MOST_ABOVE].removeprefix(b"\xef\xbb\xbf").splitlines()
    lines = (line.rstrip() for line in above)
    told = (line for line in lines if line and not line.lstrip().startswith(b"#"))
    return bool(_HEAD.match(next((it for it in told if it != b"---"), b"")))


def _refuse_form(written: str) -> None:
    """Refuse what is no relative path, on whatever system it is read."""
    if not written.strip() or "\0" in written or "\\" in written:
        raise PartRefusedError("this is no path", "write one like platform/common.yaml")
    is_absolute = PurePosixPath(written).is_absolute() or PureWindowsPath(written).drive
    if is_absolute or _URL.match(written) or written.startswith("~"):
        message = f"{written} is no path that counts from this file"
        raise PartRefusedError(message, "write one like platform/common.yaml")


def _refuse_sort(written: str, found: Path) -> None:
    try:
        mode = os.lstat(found).st_mode
    except OSError as error:
        message = f"cannot read {written}: {reason_of(error)}"
        raise PartRefusedError(message) from error
    if not stat.S_ISREG(mode):
        raise PartRefusedError(f"{written} is no regular file", HEADED)


def _opened(root: Path, found: Path) -> int:
    """Open a file step by step from `root`, following no link on the way."""
    if os.open not in os.supports_dir_fd:
        return os.open(found, _TO_READ)
    *folders, name = found.relative_to(root).parts
    here = os.open(root, _FOLDER)
    try:
        for folder in folders:
            inner = os.open(folder, _FOLDER, dir_fd=here)
            os.close(here)
            here = inner
        return os.open(name, _TO_READ, dir_fd=here)
    finally:
        os.close(here)
