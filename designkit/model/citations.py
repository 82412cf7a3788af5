"""Citations in the prose of a design, ``[elkan-2001]``, as readers need them."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from pydantic import BaseModel

from designkit.model.design import Design
from designkit.model.reasons import Source

CITATION = re.compile(r"\[(\w[\w-]*(?:, \w[\w-]*)*)\](?!\()")
"""Ids between brackets; a link has its address behind them."""


def with_numbers(design: Design) -> Design:
    """Return a design that cites by the numbers of its list of sources: ``[1, 6]``."""
    numbers = {id: str(number) for number, id in enumerate(design.sources, 1)}
    return _cited(design, numbers, ", ")


def with_authors(design: Design) -> Design:
    """Return a design that cites by authors and years, for texts that stand alone."""
    return _cited(design, {id: _named(s) for id, s in design.sources.items()}, "; ")


def _named(source: Source) -> str:
    return ", ".join(part for part in (source.by or source.title, source.year) if part)


def _cited(design: Design, labels: Mapping[str, str], between: str) -> Design:
    change = partial(CITATION.sub, partial(_citation, labels=labels, between=between))
    changed = _mapped(design, change)
    assert isinstance(changed, Design)
    return changed


def _citation(match: re.Match[str], labels: Mapping[str, str], between: str) -> str:
    """Write one citation; brackets around anything else are none."""
    ids = match[1].split(", ")
    if not labels.keys() >= set(ids):
        return match[0]
    return f"[{between.join(labels[id] for id in ids)}]"


def _mapped(part: object, change: Callable[[str], str]) -> object:
    """Return `part` of a design with each text changed; what stays is not copied."""
    if type(part) is str:  # and no name of a set of names
        return change(part)
    if isinstance(part, BaseModel):
        fields = {name: getattr(part, name) for name in type(part).model_fields}
        return _updated(part, fields, change)
    if isinstance(part, dict):
        return {key: _mapped(value, change) for key, value in part.items()}
    if isinstance(part, tuple):
        return tuple(_mapped(value, change) for value in part)
    return part


def _updated(
    part: BaseModel, fields: Mapping[str, object], change: Callable[[str], str]
) -> BaseModel:
    mapped = {name: _mapped(value, change) for name, value in fields.items()}
    changed = {name: value for name, value in mapped.items() if value != fields[name]}
    return part.model_copy(update=changed) if changed else part
