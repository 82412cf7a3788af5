"""Figures that rules compare with limits: each said once, for rules and for pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from designkit.diagnostics import Severity
from designkit.estimates.figure import Figure
from designkit.estimates.formulas.rate_limits import ROOM
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING

ANY = "*"
"""Stands for the id of a component in the id of a figure."""


@dataclass(frozen=True, slots=True)
class FigureLimit:
    """What a figure may be at most, by the rule with that code.

    `figure` is its id. A range crosses a limit with its low end; one that is `reached`
    is crossed by what is just as much. It is a part of another figure where `than` is
    the id of that; it counts in designs of one `tier` alone, not while the limit
    `unless` is crossed, and only of a component that `states` a key.
    """

    code: str
    figure: str
    most: float = 1.0
    severity: Severity = Severity.ERROR
    reached: bool = False
    than: str = ""
    tier: int | None = None
    unless: "FigureLimit | None" = None
    states: str = ""

    def of(self, id: str) -> str:
        """Return the id of the figure of the component `id`."""
        return self.figure.replace(ANY, id)

    def about(self, id: str) -> str:
        """Return the id of the component of which `id` is the figure."""
        before, _, after = self.figure.partition(ANY)
        return id.removeprefix(before).removesuffix(after)

    def asks(self, part: Component) -> bool:
        """Whether a component states what it has to state, to be asked."""
        return not self.states or self.states in part.attributes

    @property
    def least(self) -> float:
        """What is more than this crosses it, sums of decimal fractions allowed for."""
        return self.most * (1 - ROUNDING if self.reached else 1 + ROUNDING)

    def is_crossed(self, figure: Figure) -> bool:
        """Whether all that a figure may be lies beyond the limit."""
        return figure.low > self.least

    def is_of(self, id: str) -> bool:
        """Whether it limits the figure called `id`."""
        pattern = re.escape(self.figure).replace(re.escape(ANY), "[^.]+")
        return re.fullmatch(pattern, id) is not None


WARNING = Severity.WARNING

OVERLOADED = FigureLimit("DK605", "serving.*.utilisation", reached=True)
BUSY = FigureLimit("DK605", "serving.*.utilisation", 0.7, WARNING)
"""Part of the places that may be busy at peak; beyond, waiting exceeds working."""

WITHOUT_ZONE = FigureLimit(
    "DK606",
    "serving.*.utilisation-without-zone",
    severity=WARNING,
    reached=True,
    tier=1,
    unless=OVERLOADED,
)

OVER_BUDGET = FigureLimit("DK601", "latency.budget-share")
THIN_BUDGET = FigureLimit("DK602", "latency.budget-share", 0.8, WARNING)
"""Part of the promise that the steps may take; the rest is for what is not drawn."""

READS = FigureLimit("DK608", "store.*.reads-share")
MEMORY = FigureLimit("DK609", "store.*.memory-share")
INDEX = FigureLimit("DK610", "index.*.memory-share")
OVERRUN = FigureLimit("DK618", "jobs.*.schedule-share")
LONG_RUN = FigureLimit("DK618", "jobs.*.schedule-share", 0.7, WARNING)
"""Part of its interval that a job may use: the rest is for retries and growth."""

TOO_DEAR = FigureLimit("DK621", "cost.promise-share", severity=WARNING)
MONTH_TOO_DEAR = FigureLimit("DK621", "cost.month-share", severity=WARNING)
ACTION_TOO_DEAR = FigureLimit("DK621", "cost.action-share", severity=WARNING)

UNAVAILABLE = FigureLimit(
    "DK622", "availability.minutes-down", than="availability.error-budget"
)

WEIGHTS = FigureLimit("DK680", "language-models.*.weights-share")
BATCH = FigureLimit("DK681", "language-models.*.batch-share", severity=WARNING)
ALL_READING = FigureLimit("DK682", "language-models.*.reading", reached=True)
READING = FigureLimit("DK682", "language-models.*.reading", 0.7, WARNING)
"""Part of the time that may go into reading; beyond, words come in jerks."""

REFUSED = {
    what: (
        FigureLimit("DK684", f"tokens.*.{what}-limit-share", states=key),
        FigureLimit("DK684", f"tokens.*.{what}-limit-share", ROOM, WARNING, states=key),
    )
    for what, key in (("requests", ""), ("input", "cached-counts"), ("output", ""))
}
"""By what is limited: where the rest is refused, and where bursts are."""

TASK_TOO_DEAR = FigureLimit("DK686", "token-prices.task-share", severity=WARNING)
SUCCESS_TOO_DEAR = FigureLimit("DK686", "token-prices.success-share", severity=WARNING)

FIRST_TOKEN = FigureLimit("DK683", "answers.first-token-share")
WINDOW = FigureLimit("DK685", "tokens.*.window-share")
ANSWER = FigureLimit("DK687", "answers.answer-share", severity=WARNING)
TASK = FigureLimit("DK687", "agents.*.answer-share", severity=WARNING)
DEADLINE = FigureLimit("DK687", "agents.*.deadline-share", severity=WARNING)
PER_TOKEN = FigureLimit("DK687", "language-models.*.per-token-share", severity=WARNING)

LIMITS = (
    *(OVERLOADED, BUSY, WITHOUT_ZONE, OVER_BUDGET, THIN_BUDGET, READS, MEMORY, INDEX),
    *(OVERRUN, LONG_RUN, TOO_DEAR, MONTH_TOO_DEAR, ACTION_TOO_DEAR, WEIGHTS, BATCH),
    *(limit for both in REFUSED.values() for limit in both),
    *(TASK_TOO_DEAR, SUCCESS_TOO_DEAR, UNAVAILABLE, TASK, DEADLINE, PER_TOKEN),
)
"""Those whose rules ask nothing else; of two for one figure the higher stands first."""


def limits_of(id: str) -> Iterator[FigureLimit]:
    """Give the limits of the figure called `id`; the first that is crossed counts."""
    return (limit for limit in LIMITS if limit.is_of(id))
