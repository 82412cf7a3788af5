"""Where functions and classes stand: their syntax trees, by the names Python gives."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from designkit.estimates.graph.functions import PACKAGE
from designkit.estimates.translation.refusal import UntranslatableError

Function = ast.FunctionDef | ast.Lambda
"""What can be called, with a name or without."""


@dataclass(frozen=True)
class Definition:
    """A function or a class of a module, and the functions that it stands in."""

    module: ModuleType
    name: str
    node: Function | ast.ClassDef
    outer: tuple[Function, ...] = ()

    @property
    def key(self) -> str:
        """The module below ``designkit`` and the qualified name."""
        return f"{self.module.__name__.removeprefix(PACKAGE)}:{self.name}"

    def refused(self, node: ast.AST, what: str) -> UntranslatableError:
        """Return the error that says of `node` what cannot be translated."""
        return UntranslatableError(file_of(self.module), line_of(node), what)


def line_of(node: ast.AST) -> int:
    """Return the line on which `node` begins."""
    return int(getattr(node, "lineno", 0))


def file_of(module: ModuleType) -> str:
    """Return the path of a module from the root of the project."""
    root = Path(import_module(PACKAGE.strip(".")).__file__ or "").parents[1]
    path = Path(module.__file__ or "")
    return (path.relative_to(root) if root in path.parents else path).as_posix()


@cache
def tree_of(module: ModuleType) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(Path(module.__file__ or "").read_text("utf-8"))


@cache
def definitions(module: ModuleType) -> Mapping[str, tuple[Definition, ...]]:
    """Return the functions and classes of a module, by their qualified names.

    Functions without a name can share one with others of the same function.
    """
    found = dict[str, tuple[Definition, ...]]()
    for item in _defined(module, tree_of(module), "", ()):
        found[item.name] = (*found.get(item.name, ()), item)
    return found


def definition(key: str) -> Definition:
    """Return what stands under a key: ``estimates.formulas.traffic:peak_rate``.

    Raises:
        UntranslatableError: nothing does, or more than one.
    """
    where, _, name = key.partition(":")
    module = import_module(PACKAGE + where)
    found = definitions(module).get(name, ())
    if len(found) == 1:
        return found[0]
    line = line_of(found[-1].node) if found else 0
    what = f"{len(found)} functions are called {name}"
    raise UntranslatableError(file_of(module), line, what)


def _defined(
    module: ModuleType, tree: ast.AST, prefix: str, outer: tuple[Function, ...]
) -> Iterator[Definition]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield Definition(module, f"{prefix}{node.name}", node, outer)
            yield from _defined(module, node, f"{prefix}{node.name}.", outer)
        elif isinstance(node, ast.FunctionDef | ast.Lambda):
            name = node.name if isinstance(node, ast.FunctionDef) else "<lambda>"
            yield Definition(module, f"{prefix}{name}", node, outer)
            inside = f"{prefix}{name}.<locals>."
            yield from _defined(module, node, inside, (*outer, node))
        else:
            yield from _defined(module, node, prefix, outer)
