"""DK658 unbounded-context."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import loops
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule("DK658", Severity.ERROR, kinds=("agent",))
def unbounded_context(facts: Facts) -> Iterator[Finding]:
    """What grows with every turn should be trimmed before it meets the window.

    A model remembers nothing: each call resends what was said and done before. A loop
    or a conversation therefore grows until the window is full, on the longest and most
    valuable tasks first. What happens then is a choice (drop the oldest, summarise,
    compact, refuse), or an error that nobody chose.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent, control: agent, max-steps: 60, trim: none}   # <- full
      model: {kind: hosted-model}
    flows:
      calls: [app -> work: request, work -> model: prompt]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent, control: agent, max-steps: 60, trim: compact}
      model: {kind: hosted-model, context-window: 200 k}
    flows:
      calls: [app -> work: request, work -> model: prompt]
    ```

    Fix: State how a full context is trimmed (`trim`), or what a task may read in all
    (`max-tokens`), below the window of the model; give a memory its own `max-tokens`.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM10 unbounded consumption; Liu et
    al. 2023, Lost in the Middle (long contexts are used badly well before they are
    full).
    """
    for agent in facts.of_kind("agent"):
        path = ("components", agent.id, "trim")
        state = facts.state(*path)
        if state is not State.PRESENT and _grows(facts, agent) and not _ends(agent):
            yield Finding(
                path,
                f"what {agent.id} sends grows with every step, and nothing trims it",
                unstated=state is State.UNSTATED,
            )


def _grows(facts: Facts, agent: Component) -> bool:
    """Whether its model loops, or a memory without a limit of tokens is read."""
    sources = {flow.source for flow in facts.flows_to(agent.id, "passages")}
    memories = [m for m in facts.of_kind("session-memory") if m.id in sources]
    return loops(agent) or any(m.quantity("max-tokens") is None for m in memories)


def _ends(agent: Component) -> bool:
    return agent.quantity("max-tokens") is not None
