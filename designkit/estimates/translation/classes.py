"""Frozen classes of data as classes of JavaScript."""

import ast
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from functools import cached_property

from designkit.estimates.translation.expressions import listed_parameters
from designkit.estimates.translation.functions import arrow, inside
from designkit.estimates.translation.library import METHODS
from designkit.estimates.translation.literals import literal, quoted
from designkit.estimates.translation.references import refer
from designkit.estimates.translation.scope import NameScope, names_of
from designkit.estimates.translation.sources import Definition

CHECK = "__post_init__"
"""The method that refuses what a class does not take."""


def data_class(definition: Definition, kind: object, scope: NameScope) -> str:
    """Write a class of data, with its properties and methods.

    Raises:
        UntranslatableError: it is no class of data, or something in it is outside of
            what can be translated.
    """
    node = definition.node
    if not isinstance(node, ast.ClassDef) or not is_dataclass(kind) or node.bases:
        raise definition.refused(node, f"{definition.name} is no class of data")
    own = [it for it in node.body if isinstance(it, ast.FunctionDef)]
    for it in own:
        if it.name in METHODS:
            raise definition.refused(it, f"{it.name} is a method of dictionaries")
    plain = frozenset(it.name for it in own if not _is_property(it, scope))
    parts = [_constructor(definition, kind, own, scope)]
    parts += [_method(it, replace(scope, methods=plain)) for it in own]
    return f"class {{ {' '.join(parts)} }}"


def _constructor(
    definition: Definition, kind: object, own: list[ast.FunctionDef], scope: NameScope
) -> str:
    assert is_dataclass(kind)  # its caller has seen that it is
    known = fields(kind)
    taken = ", ".join(_field(definition, it, scope) for it in known)
    kept = " ".join(f"this.{it.name} = {it.name};" for it in known)
    check = f" this.{CHECK}();" if any(it.name == CHECK for it in own) else ""
    return f"constructor({taken}) {{ {kept}{check} }}"


def _field(definition: Definition, field: Field[object], scope: NameScope) -> str:
    if field.default is MISSING and field.default_factory is MISSING:
        return field.name
    default = literal(field.default, lambda it: refer(it, scope))
    if default is None or field.default is MISSING:
        raise definition.refused(definition.node, f"the default of {field.name}")
    return f"{field.name} = {default}"


def _method(node: ast.FunctionDef, scope: NameScope) -> str:
    """Write a method, which calls its object `this`; a class method, its class."""
    sort = "".join(_sort(node, scope))
    this = node.args.args[0].arg
    within = replace(scope, this=this, variables=names_of(node) - {this})
    name = f"{PREFIXES[sort]}{node.name}"
    if sort == "cached_property":
        value = f"({arrow(node, '', within)})()"
        return f"{name}() {{ return R.cached(this, {quoted(node.name)}, {value}); }}"
    return f"{name}({listed_parameters(node, within)}) {{ {inside(node, within)} }}"


PREFIXES = {
    "": "",
    "property": "get ",
    "cached_property": "get ",
    "classmethod": "static ",
}
"""What stands before the name of a method, by its decorator."""


def _sort(node: ast.FunctionDef, scope: NameScope) -> Iterator[str]:
    """Give the name of the decorator, if there is one."""
    known = {property: "property", cached_property: "cached_property"}
    known |= {classmethod: "classmethod"}
    for decorator in node.decorator_list:
        found = scope.static(decorator)
        if found not in known:
            what = f"no translation: @{ast.unparse(decorator)}"
            raise scope.definition.refused(decorator, what)
        yield known[found]


def _is_property(node: ast.FunctionDef, scope: NameScope) -> bool:
    return "property" in "".join(_sort(node, scope))
