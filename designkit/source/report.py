"""Collects what is wrong with one file, each thing at its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from designkit.diagnostics import Diagnostic, Related, Severity, Span
from designkit.source.fault import LoadFault
from designkit.source.node import Node, Path
from designkit.source.problem import Problem


@dataclass(slots=True)
class Report:
    """The diagnostics of one file, in the making."""

    file: str
    root: Node
    found: list[Diagnostic] = field(default_factory=list)

    def add(
        self,
        fault: LoadFault,
        path: Path,
        message: str,
        *,
        help: str = "",
        key: bool = False,
        span: Span | None = None,
    ) -> None:
        """Note `fault` at `path`, or at `span` when the place is inside a scalar."""
        place = span or self.root.locate(path, key=key)
        found = Diagnostic(
            code=fault.value,
            name=fault.title,
            severity=fault.severity,
            message=message,
            file=self.file,
            span=place,
            element=".".join(str(step) for step in path),
            help=help,
            related=tuple(self._written_elsewhere(path, place)),
        )
        if found not in self.found:
            self.found.append(found)

    def _written_elsewhere(self, path: Path, place: Span) -> Iterator[Related]:
        """Say where an alias or a merge brought the faulty text in."""
        used = self.root.use_of(path)
        if used is not None and used != place:
            yield Related(used, "used here")


def from_problem(problem: Problem, file: str) -> Diagnostic:
    """Turn what the reader found into a diagnostic of `file`."""
    return Diagnostic(
        code=problem.code,
        name=problem.name,
        severity=Severity.ERROR,
        message=problem.message,
        file=file,
        span=problem.span,
        help=problem.help,
        related=problem.related,
    )
