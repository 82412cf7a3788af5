"""A problem of a text: one thing that is wrong with it, and where."""

from dataclasses import dataclass

from designkit.diagnostics import Related, Span
from designkit.source.syntax_code import SyntaxCode


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """One thing wrong with a text; it knows the place but not the file."""

    fault: SyntaxCode
    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()

    @property
    def code(self) -> str:
        """The code users see and select by, such as `DK002`."""
        return self.fault.value

    @property
    def name(self) -> str:
        """The code in words, such as `duplicate-key`."""
        return self.fault.slug
