"""How tightly expressions of JavaScript bind, and who writes the parts of one."""

import ast
from enum import IntEnum
from typing import NamedTuple, Protocol

from designkit.estimates.translation.scope import NameScope


class Binding(IntEnum):
    """How tightly an operator binds its operands."""

    LIST = 0
    CHOICE = 2
    OR = 3
    AND = 4
    EQUAL = 8
    COMPARE = 9
    ADD = 11
    MULTIPLY = 12
    UNARY = 14
    CALL = 17
    WHOLE = 18


class JavaScript(NamedTuple):
    """An expression of JavaScript, and how tightly it holds together."""

    text: str
    binding: Binding = Binding.WHOLE

    def within(self, least: int) -> str:
        """Return it in parentheses, where what is around it binds tighter."""
        return self.text if self.binding >= least else f"({self.text})"


class Write(Protocol):
    """What writes an expression that is a part of another one."""

    def __call__(
        self, node: ast.expr, scope: NameScope, least: int = Binding.LIST, /
    ) -> str:
        """Return the expression, in parentheses where it binds less than `least`."""
