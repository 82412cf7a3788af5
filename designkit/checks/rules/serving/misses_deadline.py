"""DK629 misses-deadline."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.deadlines import Chain, Chains, clock_of, sources
from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.clock import shown_clock
from designkit.quantities.durations import DAY, MINUTE
from designkit.quantities.writing import shown_duration


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time of day that `part` states as `name`, and the chain that must keep it."""

    part: Component
    name: str
    by: float
    chain: Chain

    @property
    def is_missed(self) -> bool:
        """Whether the chain is late for certain."""
        return self.chain.room(self.by) < -DAY * ROUNDING

    @property
    def late(self) -> str:
        """How much too late the chain is done, written."""
        return shown_duration(max(-self.chain.room(self.by), MINUTE))

    @property
    def arithmetic(self) -> str:
        """The start and what follows, as a sum."""
        first = f"{self.chain.first.id} at {shown_clock(self.chain.start)}"
        return " + ".join((first, *map(str, self.chain.taking)))

    @property
    def times(self) -> str:
        """When the chain is done and when it should be."""
        ready = shown_clock(self.chain.ready)
        return f"{ready} ({self.arithmetic})"


@rule(
    "DK629",
    Severity.ERROR,
    keys=("components.*.at",),
    applies=lambda facts: any(_deadlines(facts)) or any(_starts(facts)),
)
def misses_deadline(facts: Facts) -> Iterator[Finding]:
    """A chain of jobs should be done by the time of day that was promised.

    Scores that are ready at ten are worth nothing to a call centre that opens at eight:
    it works from those of the day before, and nobody sees that they are. The delay is
    the sum of a chain. A job that starts by the clock before its input is there does
    not wait either: it runs on what it finds.

    Added are the start by the clock (`at`) and the run times after it, as far as they
    are stated. A job without an `at` begins when its input is there. A deadline is the
    next time that it is `by` after that start, also across midnight. Time zones, and
    the nights on which clocks are changed, are not known.

    Bad:
    ```yaml
    components:
      table: {kind: batch-transform, at: "02:00", runtime: 2 h, interval: 24 h}
      score:
        kind: batch-scorer
        interval: 24 h
        starts: input
        runtime: 90 min
        by: "05:00"                                  # <- ready at 05:30
    flows:
      batches:
        - table -> score: feature-table
    ```

    Good:
    ```yaml
    components:
      table: {kind: batch-transform, at: "01:00", runtime: 2 h, interval: 24 h}
      score:
        kind: batch-scorer
        interval: 24 h
        starts: input
        runtime: 90 min
        by: "05:00"
    flows:
      batches:
        - table -> score: feature-table
    ```

    Fix: Start earlier, let a job begin when its input is there instead of by the clock,
    work on what has changed only, use more workers, or promise a later time.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 25, on the
    drawbacks of periodic pipelines.
    """
    for deadline in _deadlines(facts):
        if deadline.is_missed:
            by = shown_clock(deadline.by)
            yield Finding(
                ("components", deadline.part.id, "by"),
                f"{deadline.part.id} is done at {deadline.times} and is promised by "
                f"{by}: {deadline.late} late",
                related=_related(deadline),
            )
    for start in _starts(facts):
        if start.is_missed:
            yield Finding(
                ("components", start.part.id, "at"),
                f"{start.part.id} starts at {shown_clock(start.by)}, and its input is "
                f"there at {start.times}: it runs on what was there before",
                related=_related(start),
                severity=Severity.WARNING,
            )


def _related(deadline: Deadline) -> tuple[tuple[tuple[str, ...], str], ...]:
    return ((("components", deadline.chain.first.id, "at"), "the chain starts here"),)


def _deadlines(facts: Facts) -> Iterator[Deadline]:
    """Give the times by which a chain that starts by the clock must be done."""
    chains = Chains(facts)
    for part in facts.design.components.values():
        by = clock_of(part, "by")
        chain = None if by is None else chains.to(part, by)
        if by is not None and chain:
            yield Deadline(part, "by", by, chain)


def _starts(facts: Facts) -> Iterator[Deadline]:
    """Give the starts by the clock of jobs, with the chains to what they read.

    Jobs that start in different intervals are not compared: one of them reads twice.
    """
    chains = Chains(facts)
    for part in facts.design.components.values():
        at = clock_of(part, "at")
        for source in sources(facts, part) if at is not None else ():
            chain = chains.to(source, at) if at is not None else None
            if at is not None and chain and _is_paced(part, chain.first):
                yield Deadline(part, "at", at, chain)


def _is_paced(part: Component, first: Component) -> bool:
    own, other = part.quantity("interval"), first.quantity("interval")
    return bool(own and other and own.value == other.value)
