"""Functions as JavaScript: those of modules, and those that figures are given."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping

from designkit.estimates.translation.comprehensions import names
from designkit.estimates.translation.expressions import (
    expression,
    listed_parameters,
    written_defaults,
)
from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import (
    NameScope,
    assigned,
    identifier,
    names_of,
    parameters,
)
from designkit.estimates.translation.sources import Definition, Function
from designkit.estimates.translation.statements import block
from designkit.quantities.bounds import finite


def function(definition: Definition, scope: NameScope) -> str:
    """Write a function of a module; it takes its values in the order of parameters.

    Raises:
        UntranslatableError: something is outside of what can be translated.
    """
    node = definition.node
    assert not isinstance(node, ast.ClassDef)  # a class is written by `data_class`
    return _checked(arrow(node, listed_parameters(node, scope), scope), node, scope)


def given(
    definition: Definition, scope: NameScope, name: str, *, by_name: bool = True
) -> str:
    """Write what makes, of what is bound, a function of one object of named values.

    Else it takes its values in their order. A function of a module is called by `name`,
    and needs nothing that is bound.
    """
    node = definition.node
    assert not isinstance(node, ast.ClassDef)  # figures are given functions alone
    if definition.outer:
        return _of_a_function(node, scope, by_name=by_name)
    if not by_name:
        return f"() => {name}"
    known = ", ".join(identifier(it.arg) for it in parameters(node))
    return f"() => ({_named(node, {})}) => {name}({known})"


def _of_a_function(node: Function, scope: NameScope, *, by_name: bool) -> str:
    bound = sorted(_used(node) & scope.bound)
    outside = f"{{{', '.join(_renamed(it) for it in bound)}}}" if bound else ""
    taken = listed_parameters(node, scope)
    taken = _named(node, written_defaults(node, scope)) if by_name else taken
    return f"({outside}) => {_checked(arrow(node, taken, scope), node, scope)}"


def _checked(text: str, node: Function, scope: NameScope) -> str:
    """Wrap a function that has to give finite numbers; it has no other decorator."""
    if isinstance(node, ast.Lambda) or not node.decorator_list:
        return text
    if [scope.static(it) for it in node.decorator_list] != [finite]:
        what = f"no translation: @{shortened(node.decorator_list[0])}"
        raise scope.definition.refused(node, what)
    return f"R.finite({text})"


def arrow(node: Function, taken: str, scope: NameScope) -> str:
    """Write a function that takes `taken`; one that yields is a generator."""
    if isinstance(node, ast.Lambda):
        return f"({taken}) => {_bare(expression(node.body, scope))}"
    body = [it for it in node.body if not _is_told(it)]
    if len(body) == 1 and isinstance(body[0], ast.Return) and body[0].value:
        return f"({taken}) => {_bare(expression(body[0].value, scope))}"
    yields = any(isinstance(it, ast.Yield) for it in ast.walk(node))
    text = f"{{ {inside(node, scope)} }}"
    return f"function* ({taken}) {text}" if yields else f"({taken}) => {text}"


def inside(node: Function, scope: NameScope) -> str:
    """Write what a function does, with its variables before it."""
    assert isinstance(node, ast.FunctionDef)  # all others are one expression
    once = _once(node)
    taken = {it.arg for it in parameters(node)}
    later = [identifier(it) for it in assigned(node) if it not in once | taken]
    declared = f"let {', '.join(later)}; " if later else ""
    return declared + block(node.body, scope, once)


def _once(node: ast.FunctionDef) -> frozenset[str]:
    """Return the variables that only one statement assigns, outside of any other."""
    stores = Counter(
        it.id
        for it in ast.walk(node)
        if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)
    )
    taken = {it.arg for it in parameters(node)}
    found = set[str]()
    for together in _assigned_together(node):
        if all(stores[it] == 1 and it not in taken for it in together):
            found.update(together)
    return frozenset(found)


def _assigned_together(node: ast.FunctionDef) -> Iterator[tuple[str, ...]]:
    """Give the variables of each assignment that stands in no other statement."""
    for it in node.body:
        if isinstance(it, ast.Assign):
            yield tuple(name for aim in it.targets for name in names(aim))
        elif isinstance(it, ast.AnnAssign):
            yield names(it.target)


def _named(node: Function, defaults: Mapping[str, str]) -> str:
    """Write the object of values that a function takes by their names."""
    rest = node.args.kwarg.arg if node.args.kwarg else ""
    parts = [
        f"...{identifier(it.arg)}"
        if it.arg == rest
        else _renamed(it.arg, defaults.get(it.arg, ""))
        for it in parameters(node)
    ]
    return f"{{{', '.join(parts)}}}"


def _renamed(name: str, default: str = "") -> str:
    safe = identifier(name)
    text = name if safe == name else f"{name}: {safe}"
    return f"{text} = {default}" if default else text


def _used(node: Function) -> frozenset[str]:
    return frozenset(
        it.id for it in ast.walk(node) if isinstance(it, ast.Name)
    ) - names_of(node)


def _is_told(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _bare(text: str) -> str:
    return f"({text})" if text[0] == "{" else text
