"""DK693 caller-over-quota."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.quotas import with_quota
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.measure import RATE
from designkit.quantities.writing import TIMES


@rule("DK693", Severity.ERROR, keys=("flows.*.quota",))
def caller_over_quota(facts: Facts) -> Iterator[Finding]:
    """A quota should let through what its caller asks at the busiest hour.

    A quota keeps a caller that has gone mad from the others. One that is smaller than
    the ordinary peak refuses ordinary work, at the hour at which there is most of it;
    refused calls come again as retries, and the caller looks as if it had gone mad.

    Compared are the `rate` of a call or a lookup, averaged over the day, times the
    `peak-factor` of the workload, with its `quota`.

    Bad:
    ```yaml
    workload: {peak-factor: 3}
    components:
      ranking: {kind: service}
      ads: {kind: service}
      score: {kind: model-server}
    flows:
      calls:
        - ranking -> score: {carries: request, rate: 1 k/s, quota: 4 k/s}
        - ads -> score: {carries: request, rate: 2 k/s, quota: 5 k/s}   # <- 6 k/s
    ```

    Good:
    ```yaml
    workload: {peak-factor: 3}
    components:
      ranking: {kind: service}
      ads: {kind: service}
      score: {kind: model-server}
    flows:
      calls:
        - ranking -> score: {carries: request, rate: 1 k/s, quota: 4 k/s}
        - ads -> score: {carries: request, rate: 2 k/s, quota: 8 k/s}
    ```

    Fix: Raise the quota, if what is shared carries it; spread the calls, ask for
    several keys at once, or keep answers with the caller.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 21, on limits of
    customers; Amazon Builders' Library, Fairness in Multi-Tenant Systems.
    """
    workload = facts.design.workload
    factor = workload.peak_factor if workload else None
    for id, caller in with_quota(facts.design):
        if not (factor and caller.rate and caller.quota):
            continue
        peak = capped(caller.rate.low * factor.low)
        if peak > caller.quota.high * (1 + ROUNDING):
            yield Finding(
                ("flows", caller.flow, "quota"),
                f"{caller.id} asks {id} {RATE.show(peak)} at peak, {caller.rate} "
                f"{TIMES} {factor}, and its quota is {caller.quota}",
                rests_on=(caller.rate, factor, caller.quota),
            )
