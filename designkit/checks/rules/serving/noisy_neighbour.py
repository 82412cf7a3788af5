"""DK694 noisy-neighbour."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.quotas import Caller, limit_of, shared
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.shared_limits import tightest_limit
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.measure import RATE
from designkit.quantities.writing import listed

Callers = tuple[Caller, ...]


@rule(
    "DK694",
    Severity.WARNING,
    keys=("flows.*.quota", "components.*.limit-requests", "components.*.max-reads"),
)
def noisy_neighbour(facts: Facts) -> Iterator[Finding]:
    """No caller of what several teams share should be able to take what others need.

    One retry without an end, one backfill started at noon, and a shared model, store or
    contract is used up by a single caller: the others are refused for a fault they did
    not make. A quota stops that only if every caller has one, and if what it allows
    leaves the others what they ask at their peak. Quotas that add up to more than the
    limit are no fault as long as that holds: not all are at their quota at once.

    Of calls and lookups it asks: does one caller lack the `quota` that others of its
    sort have (a gateway's `rate-limit` is one for each); can one caller within its
    quota, with the others at their peak (`rate` times `peak-factor`), go beyond what
    there is: a limit (`limit-requests`, `max-reads`, `max-events`), or the places of a
    server, also behind a gateway; does anybody have a quota where several teams
    (`groups`, or `owner`) share a stated limit. Parts that one request passes through
    are no such teams: they ask as often as requests come.

    Bad:
    ```yaml
    workload: {peak-factor: 3}
    components:
      ranking: {kind: service}
      ads: {kind: service}
      features: {kind: online-store, max-reads: 10 k/s}
    flows:
      lookups:
        - features -> ranking: {carries: feature-values, rate: 1 k/s, quota: 9 k/s} # <-
        - features -> ads: {carries: feature-values, rate: 2 k/s, quota: 7 k/s}
    ```

    Good:
    ```yaml
    workload: {peak-factor: 3}
    components:
      ranking: {kind: service}
      ads: {kind: service}
      features: {kind: online-store, max-reads: 10 k/s}
    flows:
      lookups:
        - features -> ranking: {carries: feature-values, rate: 1 k/s, quota: 4 k/s}
        - features -> ads: {carries: feature-values, rate: 2 k/s, quota: 7 k/s}
    ```

    Fix: Give every caller a quota; lower those that leave nothing to others, or buy
    more of what is shared; give what nobody waits for a quota of its own.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 21, on limits of
    customers; Amazon Builders' Library, Fairness in Multi-Tenant Systems.
    """
    for id, callers in shared(facts.design).items():
        part = facts.design.components[id]
        if any(caller.quota for caller in callers):
            yield from _without(facts, part, callers)
            yield from _starving(facts, part, callers)
        elif finding := _unlimited(facts, part, callers):
            yield finding


def _without(facts: Facts, part: Component, callers: Callers) -> Iterator[Finding]:
    """Give the callers that have no quota, where others of their sort have one."""
    if part.quantity("rate-limit"):
        return
    for caller in callers:
        like = [it.id for it in callers if it.quota and _alike(facts, it, caller)]
        if caller.quota is None and like:
            yield Finding(
                ("flows", caller.flow),
                f"{caller.id} may ask {part.id} without end, and "
                f"{listed(dict.fromkeys(like))} may not",
                unstated=True,
            )


def _starving(facts: Facts, part: Component, callers: Callers) -> Iterator[Finding]:
    """Give the caller that leaves others least, if that is less than they ask."""
    limit, workload = tightest_limit(facts, part), facts.design.workload
    factor = workload.peak_factor if workload else None
    if limit is None:
        return
    limited = (caller for caller in callers if caller.quota)
    loud = max(limited, key=lambda it: it.allowed - it.at_peak(factor))
    others = [it for it in callers if it.id != loud.id and it.at_peak(factor)]
    asked = capped(sum(each.at_peak(factor) for each in others))
    if loud.allowed + asked > limit.most * (1 + ROUNDING):
        rates = tuple(each.rate for each in others)
        yield Finding(
            ("flows", loud.flow, "quota"),
            f"{loud.id} may ask {part.id} {RATE.show(loud.allowed)}"
            f"{_beside(others, asked)}, and {limit.words}",
            rests_on=(loud.quota, *limit.rests_on, *rates, factor if rates else None),
        )


def _beside(others: list[Caller], asked: float) -> str:
    if not asked:
        return ""
    names = tuple(dict.fromkeys(each.id for each in others))
    verb = "ask" if len(names) > 1 else "asks"
    return f" while {listed(names)} {verb} {RATE.show(asked)} at peak"


def _unlimited(facts: Facts, part: Component, callers: Callers) -> Finding | None:
    """Return the limit that teams share and nobody shares out, if it is one."""
    limit = limit_of(part)
    apart = dict.fromkeys(each.id for each in callers if _is_apart(facts, each.id))
    teams = dict.fromkeys(filter(None, (_team(facts, id) for id in apart)))
    if limit is None or len(teams) < 2:
        return None
    names = listed(apart)
    return Finding(
        ("components", part.id, limit[0]),
        f"{names}, of {listed(teams)}, share the {limit[0]} of {part.id}, and no quota "
        "says how much of it each may take",
        unstated=True,
    )


def _alike(facts: Facts, one: Caller, other: Caller) -> bool:
    """Whether both ask of themselves, and both for people or both for nobody."""
    askers = facts.graph.askers
    apart = _is_apart(facts, one.id) and _is_apart(facts, other.id)
    return apart and (one.id in askers) is (other.id in askers)


def _is_apart(facts: Facts, id: str) -> bool:
    """Whether a caller asks of itself; parts of a request ask as its sender does."""
    return id in facts.graph.askers or id not in facts.graph.in_request


def _team(facts: Facts, id: str) -> str | None:
    """Return whose a component is: its team among the groups, else its owner."""
    groups = facts.design.groups.items()
    of_it = (name for name, it in groups if it.kind == "team" and id in it.members)
    return next(of_it, facts.design.components[id].owner)
