"""Comprehensions and generator expressions as lists of JavaScript."""

import ast
from collections.abc import Iterable

from designkit.estimates.translation.library import LISTS
from designkit.estimates.translation.operators import condition
from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import NameScope, identifier
from designkit.estimates.translation.syntax import Binding, JavaScript, Write


def comprehension(
    node: ast.ListComp | ast.GeneratorExp, scope: NameScope, write: Write
) -> JavaScript:
    """Write the list of what an expression gives for each item."""
    each = only(node.generators, node, scope)
    items, inside = filtered(each, scope, write)
    if ast.dump(node.elt) == ast.dump(_loaded(each.target)):
        return JavaScript(items, Binding.CALL)
    return JavaScript(f"{items}.map({_arrow(each.target, node.elt, inside, write)})")


def truths(node: ast.Call, scope: NameScope, write: Write, method: str) -> JavaScript:
    """Write `all` or `any` of a generator expression: ``every`` or ``some``."""
    (of,) = node.args
    if not isinstance(of, ast.GeneratorExp):
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    each = only(of.generators, node, scope)
    items, inside = filtered(each, scope, write)
    told = condition(of.elt, inside, write, Binding.CHOICE)
    return JavaScript(f"{items}.{method}(({target(each.target, scope)}) => {told})")


def dictionary(node: ast.DictComp, scope: NameScope, write: Write) -> JavaScript:
    """Write the dictionary of what two expressions give for each item."""
    each = only(node.generators, node, scope)
    items, inside = filtered(each, scope, write)
    pair = ast.List([node.key, node.value], ast.Load())
    made = f"{items}.map({_arrow(each.target, pair, inside, write)})"
    return JavaScript(f"Object.fromEntries({made})", Binding.CALL)


def only(
    generators: Iterable[ast.comprehension], node: ast.expr, scope: NameScope
) -> ast.comprehension:
    """Return what is gone through; one list, and not several inside each other."""
    first, *more = generators
    if more:
        raise scope.definition.refused(node, f"several loops: {shortened(node)}")
    return first


def filtered(
    each: ast.comprehension, scope: NameScope, write: Write
) -> tuple[str, NameScope]:
    """Return the items that are gone through, and the place inside of the loop."""
    items = listed(each.iter, scope, write)
    inside = scope.within(*names(each.target))
    for only_if in each.ifs:
        told = condition(only_if, inside, write, Binding.CHOICE)
        items += f".filter(({target(each.target, scope)}) => {told})"
    return items, inside


def listed(node: ast.expr, scope: NameScope, write: Write) -> str:
    """Write what can be gone through as a list."""
    text = write(node, scope, Binding.CALL)
    return text if text.startswith(LISTS) else f"R.list({text})"


def target(node: ast.expr, scope: NameScope) -> str:
    """Write the variables that an item is taken apart into."""
    if isinstance(node, ast.Name):
        return identifier(node.id)
    if isinstance(node, ast.Tuple):
        return f"[{', '.join(target(item, scope) for item in node.elts)}]"
    raise scope.definition.refused(node, f"no variable: {shortened(node)}")


def names(node: ast.expr) -> tuple[str, ...]:
    """Return the variables of a target."""
    return tuple(it.id for it in ast.walk(node) if isinstance(it, ast.Name))


def _arrow(each: ast.expr, body: ast.expr, inside: NameScope, write: Write) -> str:
    text = write(body, inside)
    return f"({target(each, inside)}) => {f'({text})' if text[0] == '{' else text}"


def _loaded(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Name):
        return ast.Name(node.id, ast.Load())
    return ast.Tuple([_loaded(it) for it in getattr(node, "elts", ())], ast.Load())
