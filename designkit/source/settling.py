"""Reads a section in rounds, so that no fault hides another.

What is wrong is reported and left out, and the rest is read again, until what is left
is a section. So the checks that follow still see all that was right.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from designkit.source.keys import keys_of, mend_key, report_unknown_key, section_at
from designkit.source.load_code import LoadCode
from designkit.source.misfit import report_misfit
from designkit.source.node import Path
from designkit.source.report import DiagnosticLog
from designkit.text.suggestion import nearest

M = TypeVar("M", bound=BaseModel)
Place = Callable[[Path], Path]
"""Finds where in the document something of the tree was written."""


@dataclass(frozen=True)
class Settled(Generic[M]):
    """What was right in a section, and where each part of it was written."""

    value: M
    place: Place


@dataclass
class Settling(Generic[M]):
    """The state of reading `tree`: `taken` are the paths in it that are left out.

    `stand_ins` stand at the top for required keys that are missing or wrong.
    """

    model: type[M]
    tree: object
    place: Place
    report: DiagnosticLog
    stand_ins: Mapping[str, object] = field(default_factory=dict)
    taken: set[Path] = field(default_factory=set)

    def settle(self) -> Settled[M] | None:
        """Read until it fits; nothing is left where the whole was of a wrong shape.

        Each round leaves out or renames at least one value, so it ends.
        """
        while () not in self.taken:
            try:
                value = self.model.model_validate(self._rest())
            except ValidationError as error:
                self._leave_out(error.errors(include_url=False))
            else:
                return Settled(value, self._written())
        return None

    def _rest(self) -> object:
        rest = _without(self.tree, self.taken, ())
        if isinstance(rest, dict):
            missing = {k: v for k, v in self.stand_ins.items() if (k,) in self.taken}
            return rest | missing
        return rest

    def _leave_out(self, details: list[ErrorDetails]) -> None:
        """Report what is new in `details`, and leave out what it is about."""
        in_tree = self._in_tree()
        located = [(detail, in_tree(detail["loc"])) for detail in details]
        renamed = {
            (*path[:-1], meant)
            for detail, path in located
            if detail["type"] == "extra_forbidden" and (meant := self._unknown(path))
        }
        for detail, path in located:
            if detail["type"] == "missing":
                self._missing(detail, path, renamed)
            elif detail["type"] != "extra_forbidden":
                report_misfit(self.model, detail, self.place(path), self.report)
                self.taken.add(path)

    def _unknown(self, path: Path) -> str:
        """Report the unknown key at `path`; read it as what it was meant to be.

        Where that is not sure, the key that it may have been is not missed either.
        """
        section = section_at(self.model, path[:-1])
        known = keys_of(section) if section else ()
        holder = _at(self.tree, path[:-1])
        written = self.place(path)
        meant = mend_key(written, known, self.report)
        if isinstance(holder, dict) and meant and meant not in holder:
            holder[meant] = holder.pop(str(path[-1]))
            return meant
        if meant:
            self.report.lose(LoadCode.UNKNOWN_KEY, written)
        else:
            report_unknown_key(written, known, self.report)
        self.taken.add(path)
        if not self.report.is_long:
            self.taken.add((*path[:-1], nearest(str(path[-1]), known)))
        return ""

    def _missing(self, detail: ErrorDetails, path: Path, renamed: set[Path]) -> None:
        """Report a missing key, unless it is only missing because it was wrong."""
        if path in renamed:
            return
        if path not in self.taken:
            report_misfit(self.model, detail, self.place(path), self.report)
        self.taken.add(path[:-1] if path[1:] or not self.stand_ins else path)

    def _written(self) -> Place:
        in_tree = self._in_tree()
        return lambda path: self.place(in_tree(path))

    def _in_tree(self) -> Place:
        """Return what finds in the tree a path of the rest, as the rest is now."""

        @cache
        def kept(path: Path, length: int) -> tuple[int, ...]:
            return tuple(i for i in range(length) if (*path, i) not in self.taken)

        def in_tree(loc: Path) -> Path:
            path: Path = ()
            for step in loc:
                value = _at(self.tree, path)
                if isinstance(value, list) and isinstance(step, int):
                    left = kept(path, len(value))
                    step = left[step] if step < len(left) else step
                path = (*path, step)
            return path

        return in_tree


def _without(value: object, taken: set[Path], path: Path) -> object:
    """Copy `value` without the paths in `taken`."""
    if not taken:
        return value
    if isinstance(value, dict):
        return {
            key: _without(child, taken, (*path, key))
            for key, child in value.items()
            if (*path, key) not in taken
        }
    if isinstance(value, list):
        return [
            _without(child, taken, (*path, index))
            for index, child in enumerate(value)
            if (*path, index) not in taken
        ]
    return value


def _at(tree: object, path: Path) -> object:
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int):
            tree = tree[step] if step < len(tree) else None
        else:
            return None
    return tree
