"""DK103 no-numbers."""

from collections.abc import Iterator, Sequence

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

Place = tuple[str, ...]

DAILY: tuple[tuple[Place, ...], ...] = (
    (("workload", "requests-per-day"),),
    (("workload", "events-per-day"),),
    (("workload", "daily-users"), ("workload", "requests-per-user")),
)
"""Ways to state the load: each is all of its places."""

COUNTED = (
    ("client", "daily-users", "requests-per-user"),
    ("gateway", "peak-requests"),
    ("event-collector", "peak-events"),
    ("event-log", "peak-events"),
    ("batch-scorer", "entities"),
)
"""Kinds at which the load may stand instead, with the attributes it needs there."""

PROMISES: tuple[Place, ...] = (("objectives", "latency"), ("objectives", "freshness"))


@rule("DK103", Severity.WARNING)
def no_numbers(facts: Facts) -> Iterator[Finding]:
    """A design should say how much there is to do, and how fast it must be done.

    Every choice that follows is a choice about numbers: 100 requests a second fit on
    one machine and 100,000 do not; 50 ms forbid what 500 ms allow; a feature that may
    be a day old needs no stream. Without load and promise nothing can be sized,
    priced or refused.

    Bad:
    ```yaml
    workload: {peak-factor: 3}                     # <- three times what?
    objectives: {availability: 99.9%}              # <- how fast, how fresh?
    components:
      app: {kind: client}
      rank: {kind: model-server}
    ```

    Good:
    ```yaml
    workload: {daily-users: 2 M, requests-per-user: 5, peak-factor: 3}
    objectives: {latency: {p99: 200 ms}, availability: 99.9%}
    components:
      app: {kind: client}
      rank: {kind: model-server}
    ```

    Fix: State `requests-per-day`, or `daily-users` and `requests-per-user`, or
    `events-per-day` under `workload`, and `latency` or `freshness` under `objectives`;
    an assumed figure is better than none, and may be tagged as such.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 4, Service Level
    Objectives; Zinkevich, Rules of Machine Learning, rule 8.
    """
    ways = [*DAILY, *_counted(facts)]
    if not any(all(_is_stated(facts, place) for place in way) for way in ways):
        message = "the load is not stated: nothing can be sized"
        yield _finding(facts, message, [place for way in ways for place in way])
    if not any(_is_stated(facts, place) for place in PROMISES):
        message = "neither latency nor freshness is promised: nothing can be too slow"
        yield _finding(facts, message, PROMISES)


def _counted(facts: Facts) -> Iterator[tuple[Place, ...]]:
    for kind, *names in COUNTED:
        for component in facts.of_kind(kind):
            yield tuple(("components", component.id, name) for name in names)


def _is_stated(facts: Facts, place: Place) -> bool:
    return facts.state(*place) is State.PRESENT


def _finding(facts: Facts, message: str, places: Sequence[Place]) -> Finding:
    """Point at the section, or at the first thing that is said not to be there."""
    denied = [place for place in places if facts.state(*place) is State.ABSENT]
    path = denied[0] if denied else places[0][:1]
    return Finding(path, message, unstated=not denied)
