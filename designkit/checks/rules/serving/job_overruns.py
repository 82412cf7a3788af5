"""DK618 job-overruns."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import LONG_RUN
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration, shown_fraction


@rule(
    "DK618",
    Severity.ERROR,
    keys=("components.*.runtime", "components.*.throughput"),
    applies=lambda facts: any(_jobs(facts)) or any(_slow(facts)),
)
def job_overruns(facts: Facts) -> Iterator[Finding]:
    """A job should be done well before it starts again.

    A job that takes longer than its interval never catches up: runs overlap and write
    over each other, or queue and grow later each time. Close to the interval, one
    retry or one busy day has the same effect, and data that grows by 2% a month adds a
    quarter to the runtime in a year. What a batch scorer takes follows from its
    entities and its throughput, whatever is stated as its runtime.

    Bad:
    ```yaml
    components:
      profile: {kind: batch-transform, interval: 1 h, runtime: 90 min}   # <- overlaps
      publish: {kind: materializer, interval: 1 h, runtime: 50 min}      # <- 83%
    ```

    Good:
    ```yaml
    components:
      profile: {kind: batch-transform, interval: 4 h, runtime: 90 min}
      publish: {kind: materializer, interval: 1 h, runtime: 20 min}
    ```

    Fix: Work on what has changed only, use more workers, or run less often and say
    that values may be older.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 25, on the
    drawbacks of periodic pipelines.
    """
    for job, interval, runtime in _jobs(facts):
        if runtime.high > interval.low:
            yield _overlap(job, interval, runtime)
        elif runtime.high > LONG_RUN.most * interval.low:
            yield _tight(job, interval, runtime)
    yield from _slow(facts)


def _jobs(facts: Facts) -> Iterator[tuple[Component, Quantity, Quantity]]:
    """Give the jobs that state how often they start and how long they take."""
    for job in facts.design.components.values():
        interval, runtime = job.quantity("interval"), job.quantity("runtime")
        if interval and runtime:
            yield job, interval, runtime


def _slow(facts: Facts) -> Iterator[Finding]:
    """Find what scores so much at such a rate that the next run begins before it ends.

    Its `runtime` may be stated besides, and be less: then one of the three is wrong.
    """
    for job in facts.of_kind("batch-scorer"):
        interval, entities = job.quantity("interval"), job.quantity("entities")
        rate = job.quantity("throughput")
        if not (interval and entities and rate and rate.high > 0):
            continue
        least = entities.low / rate.high
        if least > interval.high * (1 + ROUNDING):
            yield Finding(
                ("components", job.id, "throughput"),
                f"{job.id} scores {entities} at {rate}, which takes "
                f"{shown_duration(least)}, and starts every {interval}",
                rests_on=(interval, entities, rate),
            )


def _overlap(job: Component, interval: Quantity, runtime: Quantity) -> Finding:
    late = shown_duration(runtime.high - interval.low)
    return Finding(
        ("components", job.id, "runtime"),
        f"{job.id} takes {runtime} and starts every {interval}: "
        f"each run ends {late} after the next has begun",
        rests_on=(interval, runtime),
    )


def _tight(job: Component, interval: Quantity, runtime: Quantity) -> Finding:
    part = shown_fraction(round(runtime.high / interval.low, 2))
    return Finding(
        ("components", job.id, "runtime"),
        f"{job.id} takes {runtime} of every {interval}, {part}: "
        "one retry and it is late for the next run",
        severity=Severity.WARNING,
        rests_on=(interval, runtime),
    )
