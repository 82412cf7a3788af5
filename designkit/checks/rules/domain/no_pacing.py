"""DK833 no-pacing."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.durations import HOUR


@rule("DK833", Severity.WARNING, kinds=("auction",))
def no_pacing(facts: Facts) -> Iterator[Finding]:
    """Budgets should be spread over the day, with spending known while it happens.

    Without pacing a budget is gone in the first busy hour, to whoever happened to be
    awake, and the evening's auctions run with fewer bids and lower prices. And what is
    spent between two looks at the ledger is overspent: the advertiser does not pay for
    it, so it is given away.

    Bad:
    ```yaml
    components:
      page: {kind: client}
      rank: {kind: model-server}
      auction: {kind: auction}                      # <- spends as it comes
    ```

    Good:
    ```yaml
    components:
      page: {kind: client}
      rank: {kind: model-server}
      pacing: {kind: pacing, interval: 10 s, overspend-max: 1%}
      eligible: {kind: eligibility-filter}
      auction: {kind: auction}
    flows:
      streams:
        - auction -> pacing: event
        - pacing -> eligible: policy
    ```

    Fix: Add pacing, fed by spending events within seconds, and let it hold campaigns
    back where ads are filtered or bid.

    Source: Agarwal et al. 2014, Budget Pacing for Targeted Online Advertisements at
    LinkedIn, KDD.
    """
    pacings = facts.of_kind("pacing")
    for auction in () if pacings else facts.of_kind("auction"):
        yield Finding(
            ("components", auction.id),
            f"{auction.id} spends budgets as fast as requests come: no pacing",
        )
    holders = {holder.id for holder in facts.with_role(Role.CHOOSES)}
    for pacing in pacings:
        every = pacing.quantity("interval")
        if every and every.low > HOUR:
            yield Finding(
                ("components", pacing.id, "interval"),
                f"{pacing.id} corrects every {every}: a small budget is gone by then",
            )
        if not holders & facts.descendants([pacing.id], "policy"):
            yield Finding(
                ("components", pacing.id),
                f"nothing that picks or prices ads hears from {pacing.id}",
            )
