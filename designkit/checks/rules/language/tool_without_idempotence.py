"""DK647 tool-without-idempotence."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import acts, loops, tools_of
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule("DK647", Severity.ERROR, kinds=("tool",))
def tool_without_idempotence(facts: Facts) -> Iterator[Finding]:
    """A call of a tool that may be sent twice should act once.

    A call that timed out may have acted all the same. Whoever sends it again, a client
    by its retries or a model that sees an error and tries once more, pays two refunds
    unless the tool knows the call by a key.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: agent, max-steps: 20}
      model: {kind: hosted-model}
      refund:                                      # <- twice after a time-out
        kind: tool
        effect: reversible
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> refund: tool-call
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent, control: agent, max-steps: 20}
      model: {kind: hosted-model}
      refund: {kind: tool, effect: reversible, idempotency-key: task and step}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> refund: tool-call
    ```

    Fix: Give each call an `idempotency-key` that a second sending shares, such as task
    and step, or say that the same call twice acts once (`idempotent: true`).

    Source: Model Context Protocol, tool annotations (a tool is taken to be not
    idempotent unless it says so); Nygard 2018, Release It!, chapter 5.
    """
    again = _called_again(facts)
    for tool in facts.of_kind("tool"):
        if acts(tool) and tool.id in again and not _acts_once(tool):
            path = ("components", tool.id, "idempotency-key")
            keys = {
                facts.state("components", tool.id, key)
                for key in ("idempotency-key", "idempotent")
            }
            yield Finding(
                path,
                f"{again[tool.id]}, and {tool.id} would act twice",
                unstated=keys == {State.UNSTATED} and not _is_retried(facts, tool),
            )


def _called_again(facts: Facts) -> dict[str, str]:
    """Return why each tool may get the same call twice."""
    found = {
        tool.id: f"{agent.id} may try again what failed"
        for agent in facts.of_kind("agent")
        if loops(agent)
        for tool in tools_of(facts, agent.id)
    }
    retried = [tool for tool in facts.of_kind("tool") if _is_retried(facts, tool)]
    return found | {tool.id: f"calls of {tool.id} are retried" for tool in retried}


def _is_retried(facts: Facts, tool: Component) -> bool:
    flows = facts.flows_to(tool.id, "tool-call")
    return any(flow.retries is not None and flow.retries.low > 0 for flow in flows)


def _acts_once(tool: Component) -> bool:
    keyed = bool(tool.texts("idempotency-key"))
    return keyed or tool.attributes.get("idempotent") is True
