"""What a name means where it is used: a variable, a value of outside, an object."""

import ast
import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from designkit.estimates.translation.sources import Definition, Function

WORDS = """
arguments await case catch class const debugger default delete do enum
eval export extends false function implements import Infinity
instanceof interface let Math NaN new null Number Object package
private protected public R static super switch this throw true try
typeof undefined var void while with yield
"""
RESERVED = frozenset(WORDS.split())
"""Words of JavaScript that are names in Python, and what translations use."""


@dataclass(frozen=True)
class Unknown:
    """What a name means that is known only when the formula runs."""


@dataclass(frozen=True)
class NameScope:
    """A place in a definition: which names are variables there, which from outside.

    `this` is how a method calls its object or its class. What is met on the way is
    added to `needs`: the keys of other definitions.
    """

    definition: Definition
    variables: frozenset[str]
    bound: frozenset[str] = frozenset()
    this: str = ""
    methods: frozenset[str] = frozenset()
    needs: set[str] = field(default_factory=set)

    def within(self, *names: str) -> "NameScope":
        """Return the place inside, where `names` are variables too."""
        return replace(self, variables=self.variables | {*names})

    def meaning(self, name: str) -> object:
        """Return the object that a name of the module means, else Unknown."""
        if name in self.variables or name in self.bound or name == self.this:
            return Unknown()
        found = vars(self.definition.module).get(name, Unknown())
        return getattr(builtins, name, found) if found == Unknown() else found

    def static(self, node: ast.expr) -> object:
        """Return the object that a name or an attribute means, else Unknown."""
        if isinstance(node, ast.Name):
            return self.meaning(node.id)
        if not isinstance(node, ast.Attribute):
            return Unknown()
        owner = self.static(node.value)
        if isinstance(owner, Unknown | str | tuple | list | Mapping):
            return Unknown()  # its methods have names of their own
        return getattr(owner, node.attr, Unknown())


def identifier(name: str) -> str:
    """Return the name of a variable in JavaScript."""
    return f"{name}_" if name in RESERVED else name


def parameters(function: Function) -> tuple[ast.arg, ...]:
    """Return the parameters of a function in their order, with that of all others."""
    known = function.args
    rest = (known.kwarg,) if known.kwarg else ()
    return (*known.posonlyargs, *known.args, *known.kwonlyargs, *rest)


def defaults(function: Function) -> dict[str, ast.expr]:
    """Return the default of each parameter that has one."""
    known = function.args
    plain = (*known.posonlyargs, *known.args)
    late = plain[len(plain) - len(known.defaults) :]
    pairs = [
        *zip(late, known.defaults, strict=True),
        *zip(known.kwonlyargs, known.kw_defaults, strict=True),
    ]
    return {each.arg: value for each, value in pairs if value is not None}


def assigned(function: Function) -> tuple[str, ...]:
    """Return the variables that a function itself assigns, in the order of use."""
    if isinstance(function, ast.Lambda):
        return tuple(dict.fromkeys(_stored(function.body)))
    names = (name for node in function.body for name in _stored(node))
    return tuple(dict.fromkeys(names))


def names_of(function: Function) -> frozenset[str]:
    """Return every name that is a variable inside of a function."""
    return frozenset((*(it.arg for it in parameters(function)), *assigned(function)))


def scope_of(definition: Definition) -> NameScope:
    """Return the place inside of a function or a class."""
    node, bound = definition.node, frozenset[str]()
    for function in definition.outer:
        bound |= names_of(function)
    if isinstance(node, ast.ClassDef):
        return NameScope(definition, frozenset(), bound)
    return NameScope(definition, names_of(node), bound - names_of(node))


INSIDE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
"""What has variables of its own."""


def _stored(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef):
        yield node.name
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    if not isinstance(node, INSIDE):
        for child in ast.iter_child_nodes(node):
            yield from _stored(child)
