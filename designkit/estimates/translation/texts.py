"""Texts with numbers in them as templates of JavaScript."""

import ast
from collections.abc import Iterator

from designkit.estimates.translation.refusal import shortened
from designkit.estimates.translation.scope import NameScope
from designkit.estimates.translation.syntax import JavaScript, Write


def template(node: ast.JoinedStr, scope: NameScope, write: Write) -> JavaScript:
    """Write an f-string; each number is written as its specification says."""
    return JavaScript(f"`{''.join(_parts(node, scope, write))}`")


def _parts(node: ast.JoinedStr, scope: NameScope, write: Write) -> Iterator[str]:
    for part in node.values:
        if isinstance(part, ast.Constant):
            yield _escaped(str(part.value))
        elif isinstance(part, ast.FormattedValue):
            yield f"${{{_shown(part, scope, write)}}}"


def _shown(part: ast.FormattedValue, scope: NameScope, write: Write) -> str:
    if part.conversion != -1:
        raise scope.definition.refused(part, f"no translation: {shortened(part.value)}")
    value = write(part.value, scope)
    if not isinstance(part.format_spec, ast.JoinedStr):
        return f"R.str({value})"
    return f"R.format({value}, {template(part.format_spec, scope, write).text})"


def _escaped(text: str) -> str:
    for sign in ("\\", "`", "${"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("<", r"\u003c")
