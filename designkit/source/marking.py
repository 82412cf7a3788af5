"""Marks in a design what did not load, so that nobody takes its absence for a fact.

Everything that is reported is lost at its path. So a new fault of loading needs no
entry here: what has no place of its own makes the nearest thing above it unknown.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from designkit.catalog.kinds import all_kinds, kind
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.partial import partial, unsourced
from designkit.model.unknown import OneOf, Open, OpenMapping
from designkit.quantities.quantity import Quantity
from designkit.source.keys import section_at
from designkit.source.load_code import LoadCode
from designkit.source.node import Path
from designkit.source.report import Loss
from designkit.source.settling import Place
from designkit.text.slips import slips

Losses = tuple[Loss, ...]
OF_KIND = frozenset({"kind", "attributes"})
"""What is unknown of a component of which the kind is, unless it is a slip."""


@dataclass(frozen=True)
class Marking:
    """Marks the parts of a design; `place` says where each was written."""

    place: Place

    def part(self, part: object, at: Path, lost: Losses) -> object:
        """Return the `part` at `at`, with what is `lost` below it marked as unknown."""
        if isinstance(part, Quantity):
            return unsourced(part)
        if isinstance(part, Component):
            return self._component(part, at, lost)
        if isinstance(part, BaseModel):
            return self._section(part, at, lost)
        if isinstance(part, Mapping):
            return self._mapping(part, at, lost)
        return self._list(part, at, lost) if isinstance(part, tuple) else part

    def _section(self, part: BaseModel, at: Path, lost: Losses) -> BaseModel:
        return with_unknown(part, *self._fields(part, at, lost))

    def _component(self, part: Component, at: Path, lost: Losses) -> BaseModel:
        """Mark a component; what its kind alone may state are its attributes."""
        of, depth = kind(part.kind), len(self.place(at))
        steps = {step for step, _ in self._by_step(at, lost)}
        stated = {step for step in steps if of and of.attribute(str(step))}
        own = tuple(loss for loss in lost if loss.path[depth] not in stated)
        rest = tuple(loss for loss in lost if loss.path[depth] in stated)
        unknown, changed = self._fields(part, at, own)
        if "kind" in steps:
            unknown |= OF_KIND
            if meant := slips(part.kind, (each.name for each in all_kinds())):
                unknown.remove("kind")
                changed["kind"] = OneOf(meant)
        elif "attributes" in unknown:
            unknown.remove("attributes")
            known = {k: v for k, v in part.attributes.items() if k not in stated}
            changed["attributes"] = OpenMapping(known)
        elif rest:
            changed["attributes"] = self._mapping(part.attributes, at, rest)
        return with_unknown(part, unknown, changed)

    def _fields(
        self, part: BaseModel, at: Path, lost: Losses
    ) -> tuple[set[str], dict[str, object]]:
        """Return which fields are unknown, and those of which something is."""
        names = fields_of(type(part))
        unknown, changed = set[str](), dict[str, object]()
        for step, below in self._by_step(at, lost):
            name, here = names.get(str(step), ""), (*at, step)
            if not name:
                unknown |= unset(part)
            elif self._is_lost(getattr(part, name), here, below):
                unknown.add(name)
            else:
                changed[name] = self.part(getattr(part, name), here, below)
        return unknown, changed

    def _mapping(
        self, part: Mapping[str, object], at: Path, lost: Losses
    ) -> Mapping[str, object]:
        entries, unknown = dict(part), set[str]()
        for step, below in self._by_step(at, lost):
            id, here = str(step), (*at, step)
            if self._is_lost(part.get(id), here, below):
                entries.pop(id, None)
                unknown.add(id)
            else:
                entries[id] = self.part(part[id], here, below)
        model = section_at(Design, (*at, "*"))
        if model is not None:
            return entries | {id: nothing_known(model, id) for id in unknown}
        return OpenMapping(entries, frozenset(unknown)) if unknown else entries

    def _list(
        self, part: tuple[object, ...], at: Path, lost: Losses
    ) -> tuple[object, ...]:
        """Mark the items; behind one that is lost nobody knows the places of others."""
        kept = list[object]()
        left = list(lost)
        for index, item in enumerate(part):
            here = (*at, index)
            written = self.place(here)
            below = tuple(loss for loss in left if _is_below(loss, written))
            if written[-1] != index or (below and self._is_lost(item, here, below)):
                return Open(kept)
            kept.append(self.part(item, here, below) if below else item)
            left = [loss for loss in left if loss not in below]
        return Open(kept) if left else tuple(kept)

    def _by_step(self, at: Path, lost: Losses) -> Iterable[tuple[str | int, Losses]]:
        depth = len(self.place(at))
        found: dict[str | int, list[Loss]] = {}
        for loss in lost:
            found.setdefault(loss.path[depth], []).append(loss)
        return [(step, tuple(below)) for step, below in found.items()]

    def _is_lost(self, value: object, at: Path, lost: Losses) -> bool:
        """Whether the value at `at` is lost as a whole."""
        if any(loss.path == self.place(at) for loss in lost):
            return True
        if isinstance(value, Quantity):
            return any(loss.fault is not LoadCode.UNKNOWN_ID for loss in lost)
        return not isinstance(value, BaseModel | Mapping | tuple)


def _is_below(loss: Loss, path: Path) -> bool:
    return loss.path[: len(path)] == path


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the fields that a section states, by their keys."""
    fields = model.model_fields.items()
    return {f.alias or n: n for n, f in fields if not f.exclude and n != "attributes"}


def unset(part: BaseModel) -> set[str]:
    """Return the fields that `part` does not state; any may be what was misspelt."""
    fields = {n for n, f in type(part).model_fields.items() if not f.exclude}
    own = {"attributes"} if isinstance(part, Component) else set[str]()
    return (fields - part.model_fields_set) | own


def with_unknown(
    part: BaseModel, unknown: Collection[str], changed: Mapping[str, object]
) -> BaseModel:
    """Return `part` with other fields, and without those that are unknown."""
    if not unknown:
        return part.model_copy(update=dict(changed))
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    return partial(type(part), {**fields, **changed}, unknown)


def nothing_known(model: type[BaseModel], id: str) -> BaseModel:
    """Return a part of which nothing is known but that there is one, called `id`."""
    return partial(model, {"id": id}, [n for n in model.model_fields if n != "id"])
