"""DK649 no-token-budget."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

LIMITS = (
    ("agent", "max-tokens"),
    ("agent", "budget-per-task"),
    ("llm-gateway", "budget-per-tenant"),
    ("gateway", "rate-limit"),
)
"""What bounds what one person can spend, by kind and key."""


def _is_asked(facts: Facts) -> bool:
    agents = facts.of_kind("agent")
    return any(agent.id in facts.graph.in_request for agent in agents)


@rule("DK649", Severity.WARNING, kinds=("agent",), applies=_is_asked)
def no_token_budget(facts: Facts) -> Iterator[Finding]:
    """What one person can spend on language models should have a limit.

    The price of a call follows from its length, and somebody will send the longest
    input all day: out of curiosity, by a script, or to do harm. Without a limit for a
    task, a tenant or a caller the bill is the first to know.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, max-steps: 6}          # <- six steps of any length
      model: {kind: hosted-model}
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, max-steps: 6, max-tokens: 60 k}
      door: {kind: llm-gateway, budget-per-tenant: 40 USD}
      model: {kind: hosted-model}
    flows:
      calls: [app -> assist: request, assist -> door -> model: prompt]
    ```

    Fix: State `max-tokens` or `budget-per-task` of the agent, `budget-per-tenant` of an
    llm-gateway, or the `rate-limit` of the gateway before it.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM10 unbounded consumption.
    """
    asked = facts.graph.in_request
    said = [
        facts.state("components", part.id, key)
        for kind, key in LIMITS
        for part in facts.of_kind(kind)
        if part.id in asked
    ]
    if State.PRESENT not in said:
        agent = next(part for part in facts.of_kind("agent") if part.id in asked)
        yield Finding(
            ("components", agent.id, "max-tokens"),
            f"nothing limits what one caller of {agent.id} can spend",
            unstated=State.ABSENT not in said,
        )
