"""DK754 short-audit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.stakes import HALF_A_YEAR, is_contestable
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK754", Severity.WARNING, kinds=("audit-log",), applies=is_contestable)
def short_audit(facts: Facts) -> Iterator[Finding]:
    """An audit log should outlive the time in which a decision can be contested.

    Whoever was refused complains when the loss shows, and whoever defends the decision
    needs the outcome: both come when the label does, which for a loan is a year later.
    A record that is gone by then proves nothing to anybody. Six months is the least
    that the AI Act asks of systems of high risk, however fast the label is.

    It asks at tier 1, and where a decision may fall on a person. What is owed is the
    time in which 95 in 100 labels arrive, where that is stated, and never less than
    180 days.

    Bad:
    ```yaml
    tier: 1
    problem: {label: {name: default, delay: {p50: 200 d, p95: 365 d}}}
    components:
      score: {kind: model-server}
      audit:
        kind: audit-log
        retention: 200 d                            # <- the default comes later
    ```

    Good:
    ```yaml
    tier: 1
    problem: {label: {name: default, delay: {p50: 200 d, p95: 365 d}}}
    components:
      score: {kind: model-server}
      audit: {kind: audit-log, retention: 3 y}
    ```

    Fix: Keep records for the delay of the label and the time that an appeal takes, 180
    days at the very least.

    Source: Regulation (EU) 2024/1689 (AI Act), Articles 19(1) and 26(6).
    """
    delay = facts.outcomes.of_design.delay
    waits = delay is not None and delay.high > HALF_A_YEAR
    owed = delay.high if delay and waits else HALF_A_YEAR
    reason = f"{delay} pass until labels arrive (p95)" if waits else "180 d are owed"
    for log in facts.of_kind("audit-log"):
        kept = log.quantity("retention")
        if kept and kept.high < owed:
            yield Finding(
                ("components", log.id, "retention"),
                f"{log.id} keeps records {kept}, and {reason}",
            )
