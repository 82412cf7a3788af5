"""Statements of Python as JavaScript."""

import ast
from collections.abc import Iterator, Sequence

from designkit.estimates.translation.comprehensions import listed, target
from designkit.estimates.translation.expressions import expression
from designkit.estimates.translation.operators import condition
from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import NameScope, identifier
from designkit.estimates.translation.syntax import Binding


def block(body: Sequence[ast.stmt], scope: NameScope, once: frozenset[str]) -> str:
    """Write statements one after the other; `once` are variables assigned once, here.

    Raises:
        UntranslatableError: something is outside of what can be translated.
    """
    return " ".join(text for node in body for text in _statement(node, scope, once))


def _statement(node: ast.stmt, scope: NameScope, once: frozenset[str]) -> Iterator[str]:
    match node:
        case ast.Return():
            value = f" {expression(node.value, scope)}" if node.value else ""
            yield f"return{value};"
        case ast.Assign(targets=[aim]):
            yield from _assignment(aim, node.value, scope, once)
        case ast.AnnAssign(target=aim, value=ast.expr() as value):
            yield from _assignment(aim, value, scope, once)
        case ast.AugAssign(target=ast.Name() as aim):
            both = ast.BinOp(ast.Name(aim.id, ast.Load()), node.op, node.value)
            both = ast.copy_location(both, node)
            yield f"{identifier(aim.id)} = {expression(both, scope)};"
        case ast.If() | ast.While() | ast.For() | ast.Try():
            yield _compound(node, scope)
        case ast.Raise():
            yield _refusal(node, scope)
        case _:
            yield from _small(node, scope)


def _small(node: ast.stmt, scope: NameScope) -> Iterator[str]:
    match node:
        case ast.Break():
            yield "break;"
        case ast.Continue():
            yield "continue;"
        case ast.Expr(value=ast.Yield(value=ast.expr() as value)):
            yield f"yield {expression(value, scope)};"
        case ast.Expr(value=ast.Call() as value):
            yield f"{expression(value, scope)};"
        case ast.Pass() | ast.Delete() | ast.Expr(value=ast.Constant()):
            return
        case _:
            raise scope.definition.refused(node, f"no translation: {shortened(node)}")


def _assignment(
    aim: ast.expr, value: ast.expr, scope: NameScope, once: frozenset[str]
) -> Iterator[str]:
    text = expression(value, scope)
    if isinstance(aim, ast.Tuple) and isinstance(aim.elts[0], ast.Starred):
        raise scope.definition.refused(aim, f"no translation: {shortened(aim)}")
    names = {it.id for it in ast.walk(aim) if isinstance(it, ast.Name)}
    is_new = "const " if names <= once else ""
    yield f"{is_new}{target(aim, scope)} = {text};"


def _compound(node: ast.If | ast.While | ast.For | ast.Try, scope: NameScope) -> str:
    match node:
        case ast.If():
            return _condition(node, scope)
        case ast.While(orelse=[]):
            told = condition(node.test, scope, expression, Binding.LIST)
            return f"while ({told}) {_braced(node.body, scope)}"
        case ast.For(orelse=[]):
            return _loop(node, scope)
        case ast.Try(orelse=[], finalbody=[], handlers=[handler]):
            return _attempt(node, handler, scope)
        case _:
            raise scope.definition.refused(node, f"no translation: {shortened(node)}")


def _condition(node: ast.If, scope: NameScope) -> str:
    told = condition(node.test, scope, expression, Binding.LIST)
    text = f"if ({told}) {_braced(node.body, scope)}"
    return f"{text} else {_braced(node.orelse, scope)}" if node.orelse else text


def _loop(node: ast.For, scope: NameScope) -> str:
    """Write a loop; a range is counted, however long it is."""
    name, inside = target(node.target, scope), block(node.body, scope, frozenset())
    if isinstance(node.iter, ast.Call) and scope.static(node.iter.func) is range:
        ends = [expression(it, scope, Binding.COMPARE) for it in node.iter.args]
        if len(ends) > 2:
            raise scope.definition.refused(node, f"no translation: {shortened(node)}")
        first, last = ends if len(ends) == 2 else ("0", ends[0])
        counted = f"let {name}$ = {first}, {name}$end = {last}; {name}$ < {name}$end"
        return f"for ({counted}; {name}$ += 1) {{ {name} = {name}$; {inside} }}"
    return f"for ({name} of {listed(node.iter, scope, expression)}) {{ {inside} }}"


def _attempt(node: ast.Try, handler: ast.ExceptHandler, scope: NameScope) -> str:
    caught = scope.static(handler.type) if handler.type else None
    if caught is not ValueError or handler.name:
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    passed = "if (!(error$ instanceof R.ValueError)) throw error$;"
    inside = block(handler.body, scope, frozenset())
    return f"try {_braced(node.body, scope)} catch (error$) {{ {passed} {inside} }}"


def _refusal(node: ast.Raise, scope: NameScope) -> str:
    error = node.exc
    is_value = isinstance(error, ast.Call) and scope.static(error.func) is ValueError
    if not (is_value and isinstance(error, ast.Call) and len(error.args) == 1):
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    return f"R.refuse({expression(error.args[0], scope)});"


def _braced(body: Sequence[ast.stmt], scope: NameScope) -> str:
    return f"{{ {block(body, scope, frozenset())} }}"
