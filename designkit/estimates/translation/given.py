"""Which functions figures are given, and which write a number: found in the source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from designkit import estimates
from designkit.estimates.graph.functions import key_of
from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import parameters
from designkit.estimates.translation.sources import (
    Definition,
    Function,
    definition,
    definitions,
)
from designkit.quantities import measure
from designkit.quantities.alike import bytes_like
from designkit.quantities.measure import Unit, money

FORMULA = "Formula"
"""How a parameter is annotated that takes a function of named values."""


@dataclass(frozen=True)
class Taker:
    """What takes a formula: its name, and the place and the name it takes it by.

    One whose name begins with a line is called in its own `module` alone.
    """

    module: ModuleType
    name: str
    place: int
    parameter: str

    def is_called(self, name: str | None, module: ModuleType) -> bool:
        """Whether a function of that name is this one, where `module` calls it."""
        return name == self.name and (name[0] != "_" or module is self.module)


def modules() -> tuple[ModuleType, ...]:
    """Return the modules in which figures are computed, in the order of their names."""
    found = walk_packages(estimates.__path__, f"{estimates.__name__}.")
    names = sorted(it.name for it in found if ".translation" not in it.name)
    return tuple(import_module(name) for name in names)


def formulas() -> tuple[str, ...]:
    """Return the keys of all functions that some figure is given, in their order.

    Raises:
        UntranslatableError: one cannot be found, or two share a name.
    """
    known = modules()
    takers = tuple(taker for module in known for taker in _takers(module))
    keys = {key for module in known for key in _given(module, takers)}
    for key in keys:
        definition(key)
    return tuple(sorted(keys))


def _takers(module: ModuleType) -> Iterator[Taker]:
    for items in definitions(module).values():
        for item in items:
            for place, (name, note) in enumerate(_taken(item.node)):
                if _is_a_formula(note):
                    called = item.name.rpartition(".")[2]
                    yield Taker(module, called, place, name)


def _taken(node: Function | ast.ClassDef) -> Iterator[tuple[str, ast.expr | None]]:
    """Give the names and annotations of what a function or a class of data takes."""
    if isinstance(node, ast.ClassDef):
        for it in node.body:
            if isinstance(it, ast.AnnAssign) and isinstance(it.target, ast.Name):
                yield it.target.id, it.annotation
        return
    for each in parameters(node):
        if each.arg != "self":
            yield each.arg, each.annotation


def _is_a_formula(note: ast.expr | None) -> bool:
    return isinstance(note, ast.Name) and note.id == FORMULA


def _given(module: ModuleType, takers: tuple[Taker, ...]) -> Iterator[str]:
    """Give the keys of the functions that takers are given in a module."""
    for items in definitions(module).values():
        for item in items:
            for call in _calls(item.node):
                yield from _of_call(item, call, takers)


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    """Give the calls of a function, and not those of functions inside of it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child
        if not isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _calls(child)


def _of_call(
    item: Definition, call: ast.Call, takers: tuple[Taker, ...]
) -> Iterator[str]:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else None
    name = function.id if isinstance(function, ast.Name) else name
    for taker in takers:
        if taker.is_called(name, item.module) and (given := _argument(call, taker)):
            yield from _key(item, given)


def _argument(call: ast.Call, taker: Taker) -> ast.expr | None:
    named = (it.value for it in call.keywords if it.arg == taker.parameter)
    placed = call.args[taker.place] if len(call.args) > taker.place else None
    return next(named, placed)


def _key(item: Definition, given: ast.expr) -> Iterator[str]:
    """Give the key of what is given; none where it was itself given as a formula."""
    if isinstance(given, ast.Lambda):
        yield f"{item.key}.<locals>.<lambda>"
    elif isinstance(given, ast.IfExp):
        yield from (*_key(item, given.body), *_key(item, given.orelse))
    elif not isinstance(given, ast.Name):
        raise item.refused(given, f"not known before it runs: {shortened(given)}")
    elif not _is_formula(given.id, item):
        yield _named(item, given)


def _named(item: Definition, given: ast.Name) -> str:
    inner = f"{item.name}.<locals>.{given.id}"
    if inner in definitions(item.module):
        return f"{item.key}.<locals>.{given.id}"
    found = getattr(item.module, given.id, None)
    if not callable(found):
        raise item.refused(given, f"not known before it runs: {given.id}")
    return key_of(found)


def _is_formula(name: str, item: Definition) -> bool:
    functions = (*item.outer, item.node)
    return any(
        taken == name and _is_a_formula(note)
        for function in functions
        for taken, note in _taken(function)
    )


def texts() -> tuple[str, ...]:
    """Return the keys of what writes a number in its unit, in their order."""
    units = [it for it in vars(measure).values() if isinstance(it, Unit)]
    shown = {key_of(it.show) for it in (*units, money(""))}
    return tuple(sorted({*shown, key_of(bytes_like)}))
