"""What a planted fault is: a mutation, and the one finding that it brings."""

from dataclasses import dataclass

from designkit.diagnostics import Diagnostic, Severity
from designkit.source.loader import Loaded
from designkit.source.node import Path


@dataclass(frozen=True, slots=True)
class PlantedFault:
    """One fault: where it was put, what was changed, what is found, why it matters.

    `path` is that of what was changed; a flow is ("flows", its number). `place` says
    it in words. `before` and `after` are what stood there and what stands there now,
    if anything. `why` and `fix` are from the page of the rule.
    """

    path: Path
    place: str
    before: str
    after: str
    what: str
    found: Diagnostic
    why: str
    fix: str

    @property
    def element(self) -> str:
        """What the finding is about, as the checker names it."""
        return self.found.element

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.found.code

    @property
    def name(self) -> str:
        """The name of the rule."""
        return self.found.name

    @property
    def severity(self) -> Severity:
        """How much it matters in this design."""
        return self.found.severity

    @property
    def message(self) -> str:
        """What the checker says."""
        return self.found.message


@dataclass(frozen=True)
class Broken:
    """A design with faults, in the order in which they stand in the document.

    `known` is what was found in the design before, accepted or not, and `answered` what
    would be found but for the reasons that its author gives; neither is to be found.
    """

    loaded: Loaded
    faults: tuple[PlantedFault, ...]
    known: tuple[Diagnostic, ...] = ()
    answered: tuple[Diagnostic, ...] = ()
