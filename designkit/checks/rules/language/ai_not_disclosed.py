"""DK665 ai-not-disclosed."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.talking import talkers
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK665", Severity.WARNING, kinds=("agent",))
def ai_not_disclosed(facts: Facts) -> Iterator[Finding]:
    """Whoever talks to a machine should be told so.

    People judge what they read by who wrote it, and tell a person what they would not
    tell a machine. In the European Union they have a right to know it, at the first
    turn at the latest, unless nobody could take it for anything else.

    Bad:
    ```yaml
    components:
      chat: {kind: client}
      assist:
        kind: agent
        disclosed: false                           # <- "Hi, I am Anna"
      model: {kind: hosted-model}
    flows:
      calls: [chat -> assist: request, assist -> model: prompt]
    ```

    Good:
    ```yaml
    components:
      chat: {kind: client}
      assist: {kind: agent, disclosed: true}
      model: {kind: hosted-model}
    flows:
      calls: [chat -> assist: request, assist -> model: prompt]
    ```

    Fix: Say at the first turn that a machine answers, and state `disclosed: true`.

    Source: Regulation (EU) 2024/1689 (AI Act), article 50(1).
    """
    for agent in talkers(facts):
        path = ("components", agent.id, "disclosed")
        unstated = facts.state(*path) is State.UNSTATED
        if agent.attributes.get("disclosed") is not True:
            how = "nothing says that they know" if unstated else "they are not told"
            yield Finding(
                path,
                f"people talk to a machine at {agent.id}, and {how}",
                unstated=unstated,
            )
