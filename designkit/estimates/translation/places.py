"""What a call gives, in the order of the parameters that take it."""

import ast

from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import NameScope
from designkit.estimates.translation.syntax import Binding, Write

NOTHING = "undefined"
"""What stands in the place of a value that has a default."""


def placed(
    node: ast.Call, parameters: tuple[str, ...], scope: NameScope, write: Write
) -> list[str]:
    """Write the values of a call in the order of `parameters`.

    The last parameter may begin with two stars: it takes all other names, in one
    object. What is given as a dictionary with two stars is then a part of that object,
    and else asked for each parameter that nothing else is given.
    """
    rest = next((it for it in parameters if it.startswith("**")), "")
    plain = [it for it in parameters if it != rest]
    is_starred = any(isinstance(it, ast.Starred) for it in node.args)
    if is_starred or len(node.args) > len(plain):
        raise scope.definition.refused(node, f"no translation: {shortened(node)}")
    found = dict(zip(plain, (write(it, scope) for it in node.args), strict=False))
    named = {it.arg: write(it.value, scope) for it in node.keywords if it.arg}
    found |= {name: text for name, text in named.items() if name in plain}
    others = {name: text for name, text in named.items() if name not in plain}
    spread = [it.value for it in node.keywords if it.arg is None]
    if rest:
        parts = [f"{name}: {text}" for name, text in others.items()]
        parts += [f"...{write(it, scope, Binding.CALL)}" for it in spread]
        return [*_in_order(plain, found), f"{{{', '.join(parts)}}}"]
    if others:
        raise scope.definition.refused(node, f"no parameter {', '.join(others)}")
    return _trimmed(_in_order(plain, found | _asked(plain, found, spread, scope)))


def _asked(
    plain: list[str], found: dict[str, str], spread: list[ast.expr], scope: NameScope
) -> dict[str, str]:
    """Return what a dictionary is asked for: all that has no value yet."""
    if not spread:
        return {}
    (source,) = spread
    if not isinstance(source, ast.Name):
        raise scope.definition.refused(source, f"no name: {shortened(source)}")
    return {it: f"{source.id}.{it}" for it in plain if it not in found}


def _in_order(plain: list[str], found: dict[str, str]) -> list[str]:
    return [found.get(name, NOTHING) for name in plain]


def _trimmed(given: list[str]) -> list[str]:
    while given and given[-1] == NOTHING:
        given = given[:-1]
    return given
