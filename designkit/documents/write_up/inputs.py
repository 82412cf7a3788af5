"""What a write-up is made from: a design, its numbers, and what was found in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.checks.report import FileReport
from designkit.diagnostics import Diagnostic
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate
from designkit.model.design import Design
from designkit.model.graph import Graph


@dataclass(frozen=True)
class WriteUpInputs:
    """A design, the views that are shown of it, and the findings.

    The `check` is the report they come from; there is none where nothing was checked.
    """

    design: Design
    views: tuple[str, ...] = ()
    found: Sequence[Diagnostic] = ()
    check: FileReport | None = None

    @cached_property
    def estimate(self) -> Estimate:
        """The numbers of the design."""
        return estimate(self.design)

    @cached_property
    def facts(self) -> Facts:
        """The design with the questions that rules ask of it."""
        return Facts(self.design)

    @cached_property
    def graph(self) -> Graph:
        """The components of the design, joined by its flows."""
        return self.facts.graph
