"""Calls as JavaScript: every value gets its place, whatever name it was given by."""

import ast
import inspect
from string import Formatter

from designkit.estimates.translation.comprehensions import listed, truths
from designkit.estimates.translation.library import (
    EXTREMES,
    FUNCTIONS,
    METHODS,
    NORMAL,
    is_normal,
)
from designkit.estimates.translation.places import placed
from designkit.estimates.translation.references import is_ours, refer
from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import NameScope, Unknown, identifier
from designkit.estimates.translation.syntax import Binding, JavaScript, Write


def call(node: ast.Call, scope: NameScope, write: Write) -> JavaScript:
    """Write a call of a function of ours, of Python's library, or of a variable."""
    function = scope.static(node.func)
    if isinstance(function, Unknown):
        return _of_variable(node, scope, write)
    if is_ours(function) and callable(function):
        return _of_ours(node, function, scope, write)
    return _of_library(node, function, scope, write)


def _of_ours(
    node: ast.Call, function: object, scope: NameScope, write: Write
) -> JavaScript:
    given = placed(node, _parameters(function), scope, write)
    owner = getattr(function, "__self__", None)
    if isinstance(owner, type):
        name = getattr(function, "__name__", "")
        return _called(f"{refer(owner, scope)}.{name}", given)
    new = "new " if isinstance(function, type) else ""
    return _called(f"{new}{refer(function, scope)}", given)


def _of_library(
    node: ast.Call, function: object, scope: NameScope, write: Write
) -> JavaScript:
    special = {all: "every", any: "some"}
    if function in (all, any):
        return truths(node, scope, write, special[function])
    if function in EXTREMES and not node.keywords:
        several, one = EXTREMES[function]
        given = [write(it, scope) for it in node.args]
        return _called(one if len(given) == 1 else several, given)
    if function in FUNCTIONS:
        stand = FUNCTIONS[function]
        return _called(stand.name, placed(node, stand.parameters, scope, write))
    return _of_its_own(node, function, scope, write)


def _of_its_own(
    node: ast.Call, function: object, scope: NameScope, write: Write
) -> JavaScript:
    """Write a call of what has no function that stands for it alone."""
    if is_normal(getattr(function, "__self__", None)):
        name = getattr(function, "__name__", "")
        return _called(f"{NORMAL}.{name}", placed(node, ("p",), scope, write))
    if function is float:
        return _float(node, scope, write)
    is_strict = [it.arg for it in node.keywords] == ["strict"]
    if function is zip and len(node.args) == 2 and is_strict:
        return _called("R.zip", [write(it, scope) for it in node.args])
    if function is map and len(node.args) == 2:
        each, items = node.args
        return JavaScript(f"{listed(items, scope, write)}.map({write(each, scope)})")
    if getattr(function, "__name__", "") == "NormalDist" and not node.args:
        return JavaScript(NORMAL)
    raise scope.definition.refused(node, f"no translation: {shortened(node)}")


def _float(node: ast.Call, scope: NameScope, write: Write) -> JavaScript:
    (value,) = node.args
    if isinstance(value, ast.Constant) and value.value == "inf":
        return JavaScript("Infinity")
    return _called("Number", [write(value, scope)])


def _of_variable(node: ast.Call, scope: NameScope, write: Write) -> JavaScript:
    function = node.func
    if isinstance(function, ast.Name) and function.id in scope.bound:
        return _of_bound(node, function.id, scope, write)
    if isinstance(function, ast.Name) and function.id == scope.this:
        return _called("new this", _given(node, scope, write))
    if isinstance(function, ast.Name):
        return _called(identifier(function.id), _given(node, scope, write))
    if isinstance(function, ast.Attribute):
        return _of_method(node, function, scope, write)
    if ast.unparse(function) == f"type({scope.this})":
        return _called("new this.constructor", _given(node, scope, write))
    if isinstance(function, ast.Subscript) and not node.args:
        empty = {"list": "[]", "dict": "{}"}.get(ast.unparse(function.value), "")
        if empty:
            return JavaScript(empty)
    raise scope.definition.refused(node, f"no translation: {shortened(node)}")


def _of_bound(node: ast.Call, name: str, scope: NameScope, write: Write) -> JavaScript:
    """Write a call of what comes from outside: it takes one object of named values."""
    if node.args:
        what = f"{name} comes from outside: give it all by name"
        raise scope.definition.refused(node, what)
    parts = [
        f"{it.arg}: {write(it.value, scope)}"
        if it.arg
        else f"...{write(it.value, scope)}"
        for it in node.keywords
    ]
    return _called(identifier(name), [f"{{{', '.join(parts)}}}"])


def _of_method(
    node: ast.Call, function: ast.Attribute, scope: NameScope, write: Write
) -> JavaScript:
    owner = write(function.value, scope, Binding.CALL)
    given = _given(node, scope, write)
    is_own = owner == "this" and function.attr in scope.methods
    if function.attr in METHODS and not is_own:
        return JavaScript(_replaced(node, owner, given, scope), Binding.CALL)
    return _called(f"{owner}.{function.attr}", given)


def _replaced(node: ast.Call, owner: str, given: list[str], scope: NameScope) -> str:
    """Write what stands for a method of Python's library, if it is given as much."""
    pattern = METHODS[getattr(node.func, "attr", "")]
    names = (name for _, name, _, _ in Formatter().parse(pattern) if name)
    places = {int(name) for name in names if name.isdigit()}
    if "{all}" not in pattern and max(places) != len(given):
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    return pattern.format(owner, *given, all=", ".join(given))


def _given(node: ast.Call, scope: NameScope, write: Write) -> list[str]:
    """Write what is given by its place alone; of what is called no more is known."""
    if node.keywords or any(isinstance(it, ast.Starred) for it in node.args):
        what = f"only places here, no names: {shortened(node)}"
        raise scope.definition.refused(node, what)
    return [write(it, scope) for it in node.args]


def _parameters(function: object) -> tuple[str, ...]:
    assert callable(function)  # its caller has seen that it is
    known = inspect.signature(function).parameters.values()
    return tuple(
        f"**{it.name}" if it.kind is it.VAR_KEYWORD else it.name for it in known
    )


def _called(name: str, given: list[str]) -> JavaScript:
    return JavaScript(f"{name}({', '.join(given)})", Binding.CALL)
