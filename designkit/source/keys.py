"""The keys that each part of a design may have, and keys that are misspelt."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from designkit.quantities.writing import shown
from designkit.source.load_code import LoadCode
from designkit.source.node import Path, YamlNode
from designkit.source.report import DiagnosticLog, node_at
from designkit.text.commas import cut_off
from designkit.text.suggestion import nearest

NEVER_WRITTEN = ("attributes", "source", "target", "mode", "answer")
"""Fields that are filled from elsewhere: from the way a design is written."""

SURELY = 0.75
"""Letters that agree where a key is read as another one: ``nmae`` as ``name``."""


@cache
def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a section, as a design spells them."""
    return tuple(
        field.alias or name
        for name, field in model.model_fields.items()
        if name not in NEVER_WRITTEN and not field.exclude
    )


def section_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the section that stands at `path` below `model`, if one does."""
    found: object = model
    for step in path:
        found = _below(found, step)
    return next(_sections(found), None)


def meaning_of(model: type[BaseModel], path: Path) -> str:
    """Return what the key at the end of `path` below `model` means."""
    section = section_at(model, path[:-1])
    for name, field in section.model_fields.items() if section else ():
        if (field.alias or name) == path[-1]:
            return field.description or ""
    return ""


def _below(annotation: object, step: str | int) -> object:
    """Return the type of the value that `step` leads to."""
    inner = get_args(annotation)
    origin = get_origin(annotation)
    if origin in (Union, UnionType, Annotated):
        found = (_below(choice, step) for choice in inner)
        return next((below for below in found if below is not None), None)
    if origin is tuple:
        return inner[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return inner[1]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return next((f.annotation for n, f in fields if (f.alias or n) == step), None)
    return None


def _sections(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    if get_origin(annotation) in (Union, UnionType, Annotated):
        for inner in get_args(annotation):
            yield from _sections(inner)


def _entries(holder: YamlNode | None) -> Iterator[tuple[str, str | None]]:
    """Give each key with its text; nothing for a key that may be the rest of a text.

    Only braces put a key without a value on the line of what stands before it.
    """
    line = 0
    for name, node in holder.entries.items() if holder else ():
        goes_on = node.is_blank and node.span.line == line
        yield name, None if goes_on else node.text
        line = node.span.end_line


def mend_keys(
    path: Path, known: Collection[str], report: DiagnosticLog
) -> YamlNode | None:
    """Report the misspelt keys of the mapping at `path`, and read them as meant.

    Returns the mapping with its keys put right. Keys that resemble nothing are left
    for whoever reads the mapping.
    """
    node = node_at(report.root, path)
    for key in tuple(node.entries) if node else ():
        if key not in known and mend_key((*path, key), known, report):
            node = node_at(report.root, path)
    return node


def mend_key(path: Path, known: Collection[str], report: DiagnosticLog) -> str:
    """Report the unknown key at the end of `path`; return what it was meant to be.

    Nothing is returned where it resembles no key that is still free.
    """
    holder = node_at(report.root, path[:-1])
    free = [key for key in known if not holder or key not in holder.entries]
    meant = "" if report.is_long else nearest(str(path[-1]), free, SURELY)
    if meant:
        report_unknown_key(path, free, report, is_read=True)
        report.rename(path, meant)
    return meant


def report_unknown_key(
    path: Path,
    known: Collection[str],
    report: DiagnosticLog,
    *,
    is_read: bool = False,
) -> None:
    """Report a key that nothing reads, with the ones that there are.

    It `is_read` where it is clear what it was meant to be. What a comma cuts off
    between braces is told once, as the rest of a text.
    """
    key = str(path[-1])
    holder = None if report.is_long else node_at(report.root, path[:-1])
    text = cut_off(_entries(holder), key)
    if text and key != next(it for it in text.rest if it not in known):
        return
    place = f" in {'.'.join(str(step) for step in path[:-1])}" if path[1:] else ""
    help = report.suggest(key, known, f"known here: {', '.join(sorted(known))}")
    if text:
        help = text.advice
    message = f"unknown key {shown(key)}{place}"
    fault = LoadCode.UNKNOWN_KEY
    report.add(fault, path, message, help=help, key=True, is_read=is_read)
