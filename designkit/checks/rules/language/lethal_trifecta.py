"""DK662 lethal-trifecta."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import READ, of_ids, outside_text, unguarded_tools
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK662", Severity.ERROR, kinds=("tool",), keys=("components.*.reach",))
def lethal_trifecta(facts: Facts) -> Iterator[Finding]:
    """Private data, text of others and a way out should not meet in one agent.

    Each is harmless alone. Together, a sentence in a web page can make the model look
    up what is private and put it into the address that it fetches next. Nobody has to
    click.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: workflow}
      model: {kind: hosted-model}
      mail: {kind: session-memory, pii: personal}
      letters: {kind: third-party}
      fetch: {kind: tool, reach: open}             # <- any address, with anything in it
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> fetch: tool-call
        - fetch -> assist: tool-result
      lookups: [mail -> assist: passages]
      streams: [letters -> assist: event]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: workflow}
      model: {kind: hosted-model}
      mail: {kind: session-memory, pii: personal}
      letters: {kind: third-party}
      links: {kind: guardrail, side: tool, checks: [allow-list], fail-mode: closed}
      fetch: {kind: tool, reach: open}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> links -> fetch: tool-call
        - fetch -> assist: tool-result
      lookups: [mail -> assist: passages]
      streams: [letters -> assist: event]
    ```

    Fix: Take one of the three away: read private data and text of others in different
    agents, or let a guardrail with a list of allowed addresses stand before the tool.

    Source: Willison 2025, The lethal trifecta for AI agents; CVE-2025-32711 (EchoLeak,
    CVSS 9.3).
    """
    told: set[str] = set()
    for agent in facts.of_kind("agent"):
        before = facts.lineage.behind((agent.id,), READ)
        private = of_ids(facts, before, lambda part: bool(part.pii))
        outside = outside_text(facts, agent.id)
        for tool in unguarded_tools(facts, agent.id) if private and outside else ():
            if tool.texts("reach") == ("open",) and tool.id not in told:
                told.add(tool.id)
                yield Finding(
                    ("components", tool.id, "reach"),
                    f"{agent.id} reads what is private at {private[0].id} and what "
                    f"others write at {outside[0].id}, and {tool.id} reaches anybody",
                )
