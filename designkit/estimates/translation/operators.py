"""Operators and comparisons as JavaScript: division, powers and truth as in Python."""

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from designkit.estimates.translation.library import TRUTHS
from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import NameScope
from designkit.estimates.translation.syntax import Binding, JavaScript, Write

PLAIN: Mapping[type[ast.operator], tuple[str, Binding]] = MappingProxyType(
    {
        ast.Add: ("+", Binding.ADD),
        ast.Sub: ("-", Binding.ADD),
        ast.Mult: ("*", Binding.MULTIPLY),
    }
)
CHECKED: Mapping[type[ast.operator], str] = MappingProxyType(
    {
        ast.Div: "R.div",
        ast.FloorDiv: "R.floordiv",
        ast.Mod: "R.mod",
        ast.Pow: "R.pow",
    }
)
"""Operators that are an error for some numbers."""

COMPARED: Mapping[type[ast.cmpop], tuple[str, Binding]] = MappingProxyType(
    {
        ast.Lt: ("<", Binding.COMPARE),
        ast.LtE: ("<=", Binding.COMPARE),
        ast.Gt: (">", Binding.COMPARE),
        ast.GtE: (">=", Binding.COMPARE),
        ast.Eq: ("===", Binding.EQUAL),
        ast.NotEq: ("!==", Binding.EQUAL),
        ast.Is: ("===", Binding.EQUAL),
        ast.IsNot: ("!==", Binding.EQUAL),
    }
)

TELLING = ("startswith", "endswith")
"""Methods that give true or false."""


def binary(node: ast.BinOp, scope: NameScope, write: Write) -> JavaScript:
    """Write an operator between two values."""
    operator = type(node.op)
    if _is_list(node.left) or _is_list(node.right):
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    if operator in PLAIN:
        sign, binding = PLAIN[operator]
        left = write(node.left, scope, binding)
        right = write(node.right, scope, binding + 1)
        return JavaScript(f"{left} {sign} {right}", binding)
    if isinstance(node.op, ast.BitOr):
        left, right = (write(it, scope) for it in (node.left, node.right))
        return JavaScript(f"{{...{left}, ...{right}}}")
    if isinstance(node.op, ast.Div) and _is_number(node.right, scope):
        left = write(node.left, scope, Binding.MULTIPLY)
        return JavaScript(f"{left} / {write(node.right, scope)}", Binding.MULTIPLY)
    if operator not in CHECKED:
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    left, right = (write(it, scope) for it in (node.left, node.right))
    return JavaScript(f"{CHECKED[operator]}({left}, {right})", Binding.CALL)


def unary(node: ast.UnaryOp, scope: NameScope, write: Write) -> JavaScript:
    """Write a sign, or what is not."""
    if isinstance(node.op, ast.Not):
        return JavaScript(f"!{condition(node.operand, scope, write)}", Binding.UNARY)
    if not isinstance(node.op, ast.USub | ast.UAdd):
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    sign = "-" if isinstance(node.op, ast.USub) else "+"
    operand = write(node.operand, scope, Binding.UNARY + 1)
    return JavaScript(f"{sign}{operand}", Binding.UNARY)


def comparison(node: ast.Compare, scope: NameScope, write: Write) -> JavaScript:
    """Write a comparison; a chain asks for what stands in the middle twice."""
    pairs = [*_pairs(node, scope, write)]
    if len(pairs) == 1:
        return pairs[0]
    return JavaScript(
        " && ".join(pair.within(Binding.AND) for pair in pairs), Binding.AND
    )


def _pairs(node: ast.Compare, scope: NameScope, write: Write) -> Iterator[JavaScript]:
    left = node.left
    for sign, right in zip(node.ops, node.comparators, strict=True):
        yield _compared(left, sign, right, scope, write)
        left = right.target if isinstance(right, ast.NamedExpr) else right


def _compared(
    left: ast.expr, sign: ast.cmpop, right: ast.expr, scope: NameScope, write: Write
) -> JavaScript:
    if isinstance(sign, ast.In | ast.NotIn):
        found = f"R.has({write(right, scope)}, {write(left, scope)})"
        if isinstance(sign, ast.In):
            return JavaScript(found, Binding.CALL)
        return JavaScript(f"!{found}", Binding.UNARY)
    for it in (left, right):
        if _is_list(it):
            raise scope.definition.refused(it, f"no translation: {shortened(it)}")
    text, binding = COMPARED[type(sign)]
    ends = [write(it, scope, Binding.ADD) for it in (left, right)]
    return JavaScript(f"{ends[0]} {text} {ends[1]}", binding)


def chain(node: ast.BoolOp, scope: NameScope, write: Write) -> JavaScript:
    """Write `and` and `or` between what is true or false."""
    for value in node.values:
        if not is_truth(value, scope):
            what = f"no translation where it is no truth: {shortened(value)}"
            raise scope.definition.refused(value, what)
    return _joined(node, scope, write)


def condition(
    node: ast.expr, scope: NameScope, write: Write, least: int = Binding.UNARY
) -> str:
    """Write an expression of which only counts whether it is true."""
    if isinstance(node, ast.BoolOp):
        return _joined(node, scope, write).within(least)
    if is_truth(node, scope):
        return write(node, scope, least)
    return f"R.truth({write(node, scope)})"


def is_truth(node: ast.expr, scope: NameScope) -> bool:
    """Whether an expression gives true or false, whatever it is given."""
    if isinstance(node, ast.Compare):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.BoolOp):
        return all(is_truth(value, scope) for value in node.values)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    return isinstance(node, ast.Call) and _gives_truth(node.func, scope)


def _gives_truth(function: ast.expr, scope: NameScope) -> bool:
    if isinstance(function, ast.Attribute) and function.attr in TELLING:
        return True
    return scope.static(function) in TRUTHS


def _joined(node: ast.BoolOp, scope: NameScope, write: Write) -> JavaScript:
    is_and = isinstance(node.op, ast.And)
    sign, binding = ("&&", Binding.AND) if is_and else ("||", Binding.OR)
    parts = (_part(value, scope, write, binding) for value in node.values)
    return JavaScript(f" {sign} ".join(parts), binding)


def _part(node: ast.expr, scope: NameScope, write: Write, binding: Binding) -> str:
    if isinstance(node, ast.BoolOp):
        return _joined(node, scope, write).within(binding + 1)
    if is_truth(node, scope):
        return write(node, scope, binding)
    return f"R.truth({write(node, scope)})"


def _is_list(node: ast.expr) -> bool:
    """Whether it is a list, which operators of JavaScript take for a text."""
    return isinstance(node, ast.List | ast.Tuple | ast.ListComp | ast.GeneratorExp)


def _is_number(node: ast.expr, scope: NameScope) -> bool:
    """Whether it is a number that is not 0."""
    value = node.value if isinstance(node, ast.Constant) else scope.static(node)
    return isinstance(value, int | float) and bool(value)
