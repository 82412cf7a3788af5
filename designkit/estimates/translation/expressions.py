"""Expressions of Python as JavaScript."""

import ast
from dataclasses import replace

from designkit.estimates.translation.calls import call
from designkit.estimates.translation.comprehensions import comprehension, dictionary
from designkit.estimates.translation.literals import literal
from designkit.estimates.translation.operators import (
    binary,
    chain,
    comparison,
    condition,
    unary,
)
from designkit.estimates.translation.references import is_ours, refer
from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import (
    NameScope,
    Unknown,
    defaults,
    identifier,
    parameters,
)
from designkit.estimates.translation.syntax import Binding, JavaScript
from designkit.estimates.translation.texts import template


def expression(node: ast.expr, scope: NameScope, least: int = Binding.LIST) -> str:
    """Return an expression, in parentheses where it binds less than `least`.

    Raises:
        UntranslatableError: it is outside of what can be translated.
    """
    return _written(node, scope).within(least)


def _written(node: ast.expr, scope: NameScope) -> JavaScript:
    match node:
        case ast.Constant():
            return _value(node.value, node, scope)
        case ast.Name() | ast.Attribute():
            return _named(node, scope)
        case ast.BinOp():
            return binary(node, scope, expression)
        case ast.UnaryOp():
            return unary(node, scope, expression)
        case ast.Compare():
            return comparison(node, scope, expression)
        case ast.BoolOp():
            return chain(node, scope, expression)
        case ast.Call():
            return call(node, scope, expression)
        case ast.JoinedStr():
            return template(node, scope, expression)
        case ast.ListComp() | ast.GeneratorExp():
            return comprehension(node, scope, expression)
        case ast.DictComp():
            return dictionary(node, scope, expression)
        case _:
            return _rarely_written(node, scope)


def _rarely_written(node: ast.expr, scope: NameScope) -> JavaScript:
    match node:
        case ast.IfExp():
            return _choice(node, scope)
        case ast.Lambda():
            return _function(node, scope)
        case ast.Tuple() | ast.List():
            parts = ", ".join(_item(it, scope) for it in node.elts)
            return JavaScript(f"[{parts}]")
        case ast.Dict():
            return _dict(node, scope)
        case ast.Subscript():
            return _part(node, scope)
        case ast.NamedExpr():
            name = identifier(node.target.id)
            return JavaScript(f"({name} = {expression(node.value, scope)})")
        case _:
            raise scope.definition.refused(node, f"no translation: {shortened(node)}")


def _value(value: object, node: ast.expr, scope: NameScope) -> JavaScript:
    """Write a value that is known: a number, a text, a list, a function of ours."""
    text = literal(value, lambda it: refer(it, scope)) if _is_plain(value) else None
    if text is None:
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    return JavaScript(text, Binding.UNARY if text[0] == "-" else Binding.WHOLE)


def _is_plain(value: object) -> bool:
    return not callable(value) or is_ours(value) or not hasattr(value, "__name__")


def _named(node: ast.Name | ast.Attribute, scope: NameScope) -> JavaScript:
    found = scope.static(node)
    if not isinstance(found, Unknown):
        return _value(found, node, scope)
    if isinstance(node, ast.Name):
        return _variable(node, scope)
    owner = expression(node.value, scope, Binding.CALL)
    if isinstance(node.value, ast.Name) and node.value.id in scope.bound:
        what = f"{node.value.id} comes from outside, and is no plain value"
        raise scope.definition.refused(node, what)
    if owner == "this" and node.attr in scope.methods:
        return JavaScript(f"(...given) => this.{node.attr}(...given)", Binding.LIST)
    return JavaScript(f"{owner}.{node.attr}", Binding.CALL)


def _variable(node: ast.Name, scope: NameScope) -> JavaScript:
    if node.id == scope.this:
        return JavaScript("this")
    if node.id in scope.variables or node.id in scope.bound:
        return JavaScript(identifier(node.id))
    raise scope.definition.refused(node, f"nothing is called {node.id}")


def _choice(node: ast.IfExp, scope: NameScope) -> JavaScript:
    told = condition(node.test, scope, expression, Binding.OR)
    chosen = expression(node.body, scope, Binding.CHOICE)
    other = expression(node.orelse, scope, Binding.CHOICE)
    return JavaScript(f"{told} ? {chosen} : {other}", Binding.CHOICE)


def _function(node: ast.Lambda, scope: NameScope) -> JavaScript:
    inside = scope.within(*(it.arg for it in parameters(node)))
    body = expression(node.body, inside)
    body = f"({body})" if body[0] == "{" else body
    return JavaScript(f"({listed_parameters(node, scope)}) => {body}", Binding.LIST)


def listed_parameters(node: ast.FunctionDef | ast.Lambda, scope: NameScope) -> str:
    """Write the parameters of a function in their order, with their defaults."""
    if node.args.vararg:
        what = f"no translation: *{node.args.vararg.arg}"
        raise scope.definition.refused(node, what)
    known = written_defaults(node, scope)
    return ", ".join(
        f"{identifier(it.arg)} = {known[it.arg]}"
        if it.arg in known
        else identifier(it.arg)
        for it in parameters(node)
        if it.arg != scope.this
    )


def written_defaults(
    node: ast.FunctionDef | ast.Lambda, scope: NameScope
) -> dict[str, str]:
    """Write the default of each parameter that has one: a value of the module."""
    outside = replace(scope, variables=frozenset(), bound=frozenset(), this="")
    return {name: expression(it, outside) for name, it in defaults(node).items()}


def _item(node: ast.expr, scope: NameScope) -> str:
    if isinstance(node, ast.Starred):
        return f"...{expression(node.value, scope, Binding.CALL)}"
    return expression(node, scope)


def _dict(node: ast.Dict, scope: NameScope) -> JavaScript:
    parts = [
        f"...{expression(value, scope, Binding.CALL)}"
        if key is None
        else f"{_key(key, scope)}: {expression(value, scope)}"
        for key, value in zip(node.keys, node.values, strict=True)
    ]
    return JavaScript(f"{{{', '.join(parts)}}}")


def _part(node: ast.Subscript, scope: NameScope) -> JavaScript:
    owner = expression(node.value, scope, Binding.CALL)
    if isinstance(node.slice, ast.Slice):
        ends = (node.slice.lower or ast.Constant(0), node.slice.upper)
        given = ", ".join(expression(it, scope) for it in ends if it)
        return JavaScript(f"{owner}.slice({given})", Binding.CALL)
    index = expression(node.slice, scope)
    if index.startswith("-"):
        return JavaScript(f"{owner}.at({index})", Binding.CALL)
    return JavaScript(f"{owner}[{index}]", Binding.CALL)


def _key(node: ast.expr, scope: NameScope) -> str:
    text = expression(node, scope)
    return text if isinstance(node, ast.Constant) else f"[{text}]"
