"""DK645 injection-boundary."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import loops, outside_text, unguarded_tools
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed


@rule("DK645", Severity.ERROR, kinds=("tool",))
def injection_boundary(facts: Facts) -> Iterator[Finding]:
    """Text from outside should not be able to cause an action nobody asked for.

    A model cannot tell what it is told from what it reads. A web page, a mail or a
    ticket can say what to do next; where the model chooses the next step and a tool
    acts, the page acts. A filter on the way in lowers how often that happens; what
    bounds it is a check on the way to the tool, a person who agrees, or no such tool in
    a session that has read the page. Where code chooses the steps, only what cannot be
    undone is told.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: agent}
      model: {kind: hosted-model}
      web: {kind: tool, reach: open}
      send:                                        # <- the page may write the mail
        kind: tool
        effect: irreversible
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> web, send: tool-call
        - web, send -> assist: tool-result
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: agent}
      model: {kind: hosted-model}
      web: {kind: tool, reach: open}
      guard: {kind: guardrail, side: tool, checks: [taint, owner], fail-mode: closed}
      send: {kind: tool, effect: irreversible, approval: always}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> guard -> web, send: tool-call
        - web, send -> assist: tool-result
    ```

    Fix: Put a guardrail between agent and tool that knows what the session has read, or
    let a person agree (`approval`); or take the tool away from that agent. If nobody
    else can write the text, say so: `trust: own`.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM01 prompt injection and LLM06
    excessive agency; Debenedetti et al. 2025, Defeating Prompt Injections by Design
    (CaMeL).
    """
    told: set[str] = set()
    for agent in facts.of_kind("agent"):
        outside = outside_text(facts, agent.id)
        for tool in unguarded_tools(facts, agent.id) if outside else ():
            others = [part for part in outside if part != tool]
            if tool.id not in told and others and _is_moved(facts, agent, tool):
                told.add(tool.id)
                yield _finding(facts, agent, tool, others)


def _is_moved(facts: Facts, agent: Component, tool: Component) -> bool:
    """Whether text could make `agent` call `tool`, to some effect or an unsaid one."""
    if not loops(agent):
        return tool.texts("effect") == ("irreversible",)
    return facts.state("components", tool.id, "effect") is not State.ABSENT


def _finding(
    facts: Facts, agent: Component, tool: Component, outside: list[Component]
) -> Finding:
    unstated = facts.state("components", tool.id, "effect") is State.UNSTATED
    acts = "may act (its effect is not said)" if unstated else "acts"
    return Finding(
        ("components", tool.id),
        f"{tool.id} {acts} when {agent.id} asks, which reads what others write at "
        f"{listed(part.id for part in outside)}; nothing stands between",
        unstated=unstated,
    )
