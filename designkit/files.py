"""Files: where the shipped ones are; new ones are written whole or not at all."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from designkit.errors import OutputError, reason_of

PACKAGE = Path(__file__).parent

LONGEST_STEM = 100
"""Bytes; file systems allow 255, of which a suffix and a prefix need some."""

PART = ".part"
"""The suffix of a file in the making."""

_STANDARD = {"/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")
"""What is open already; to open it again by its name would begin at its start."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for its devices, whatever their suffix."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: its name in the output directory, and what it holds."""

    name: str
    data: bytes


def bundled(name: str) -> Path:
    """Return the directory of the shipped `name`: ``templates`` or ``designs``."""
    installed = PACKAGE / "_bundled" / name
    return installed if installed.is_dir() else PACKAGE.parent / name


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` to the file at `path`, whole or not at all.

    A link stays, and what it leads to is replaced. What is no file (a device, a pipe,
    ``/dev/stdout``) is written to and stays what it is.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        if _is_stream(path):
            _pour(path, data)
            return path
        target = path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError) as error:
        raise OutputError(_unwritten(path, error)) from error
    write_files(target.parent, (Output(target.name, data),))
    return path


def write_files(directory: str | Path, outputs: Iterable[Output]) -> tuple[Path, ...]:
    """Write `outputs` into `directory`, made if missing, and return their paths.

    A file that already holds the same bytes is left alone, with its time.

    Raises:
        OutputError: the directory or a file in it cannot be written.
    """
    wanted, place = tuple(outputs), Path(directory)
    for output in wanted:
        _refuse_paths(output.name)
    try:
        place.mkdir(parents=True, exist_ok=True)
        return tuple(_write(place / item.name, item.data) for item in wanted)
    except OSError as error:
        raise OutputError(_explained(error, place)) from error


def write_together(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write several files, all or none of them, and return those that were changed.

    A link stays, and what it leads to is replaced; who may read a file stays as well.

    Raises:
        OutputError: one of them cannot be written.
    """
    changed = [path for path, data in files.items() if not _holds(path.resolve(), data)]
    parts = dict[Path, Path]()
    place = Path()
    try:
        for path in changed:
            place, target = path.parent, path.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            parts[target] = _part(target, files[path])
        for target, part in parts.items():
            part.replace(target)
    except OSError as error:
        raise OutputError(_explained(error, place)) from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return tuple(changed)


def safe_stem(text: str) -> str:
    """Return `text` as a name that every file system takes and no shell minds."""
    plain = re.sub(r"[^\w.-]+", "-", text).strip("-. ")
    short = plain.encode()[:LONGEST_STEM].decode(errors="ignore")
    if not short or _RESERVED.fullmatch(short):
        return f"design-{short}".rstrip("-")
    return short


def _is_stream(path: Path) -> bool:
    """Whether `path` is neither a file nor a directory, nor a place for a new one."""
    is_plain = path.is_file() or path.is_dir() or not path.exists()
    return not is_plain or _descriptor(path) is not None


def _descriptor(path: Path) -> int | None:
    """Return the number of the open file that a name such as /dev/stdout stands for."""
    standard = _STANDARD.get(path.as_posix())
    found = _DESCRIPTOR.fullmatch(path.as_posix())
    return int(found[1]) if found else standard


def _pour(path: Path, data: bytes) -> None:
    number = _descriptor(path)
    opened = os.open(path, os.O_WRONLY) if number is None else os.dup(number)
    with os.fdopen(opened, "wb") as stream:
        stream.write(data)


def _unwritten(path: Path, error: OSError | RuntimeError) -> str:
    """Say why; Python before 3.13 raises a RuntimeError for links in a circle."""
    reason = error.strerror if isinstance(error, OSError) else ""
    told = (reason or "its links lead in a circle").lower()
    return f"cannot write {path.as_posix()}: {told}"


def _refuse_paths(name: str) -> None:
    if name in ("", ".", "..") or re.search(r"[/\\:\0]", name):
        raise OutputError(f"not a name for a file: {name!r}")


def _write(path: Path, data: bytes) -> Path:
    if not _holds(path, data):
        _replace(path, data)
    return path


def _holds(path: Path, data: bytes) -> bool:
    try:
        is_plain = path.is_file() and not path.is_symlink()
        return (
            is_plain and path.stat().st_size == len(data) and path.read_bytes() == data
        )
    except OSError:
        return False


def _replace(path: Path, data: bytes) -> None:
    """Write beside `path` first, then take its name in one step."""
    part = _part(path, data)
    try:
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _part(path: Path, data: bytes) -> Path:
    """Write beside `path` what is to take its place, for the same readers."""
    part = path.with_name(f".{token_hex(8)}{PART}")
    try:
        with part.open("xb") as file:
            file.write(data)
        if path.is_file():
            part.chmod(path.stat().st_mode & 0o777)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _explained(error: OSError, directory: Path) -> str:
    """Say what cannot be written and why; never by the name of a file in the making."""
    place = Path(error.filename2 or error.filename or directory)
    shown = directory if place.suffix == PART else place
    reason = reason_of(error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        reason = "not a directory"
    return f"cannot write {shown.as_posix()}: {reason}"
