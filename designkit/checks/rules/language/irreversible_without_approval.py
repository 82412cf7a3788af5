"""DK651 irreversible-without-approval."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import CALLED
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule("DK651", Severity.ERROR, kinds=("tool",), keys=("components.*.effect",))
def irreversible_without_approval(facts: Facts) -> Iterator[Finding]:
    """What cannot be undone should be agreed to by a person.

    A model is wrong now and then and always sure. Where the wrong action can be taken
    back, that costs time; where it cannot, somebody has to look at what is about to be
    done, in a form that can be read, before it is done.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent}
      model: {kind: hosted-model}
      drop: {kind: tool, effect: irreversible, approval: never}   # <- gone
    flows:
      calls: [app -> work: request, work -> model: prompt, work -> drop: tool-call]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent}
      model: {kind: hosted-model}
      drop: {kind: tool, effect: irreversible, approval: always}
    flows:
      calls: [app -> work: request, work -> model: prompt, work -> drop: tool-call]
    ```

    Fix: State `approval: always`, or `above-limit` with the `limit` below which the
    loss is accepted; or put a guardrail before the tool that waits for the decision of
    people. Or make it
    reversible: a draft, a delay, a copy.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM06 excessive agency (human
    approval).
    """
    for tool in facts.of_kind("tool"):
        path = ("components", tool.id, "approval")
        silent = tool.texts("approval") in ((), ("never",))
        if _is_final(tool) and silent and not _is_agreed(facts, tool):
            unstated = facts.state(*path) is State.UNSTATED
            said = (
                "nobody is said to agree first" if unstated else "nobody agrees first"
            )
            message = f"what {tool.id} does cannot be undone, and {said}"
            yield Finding(path, message, unstated=unstated)


def _is_final(tool: Component) -> bool:
    return tool.texts("effect") == ("irreversible",)


def _is_agreed(facts: Facts, tool: Component) -> bool:
    """Whether the tool, or a guardrail before it, gets the decisions of people."""
    before = facts.lineage.behind((tool.id,), CALLED)
    asked = [tool.id, *(g.id for g in facts.of_kind("guardrail") if g.id in before)]
    people = {part.id for part in facts.of_kind("review-queue")}
    deciders = {flow.source for id in asked for flow in facts.flows_to(id, "decision")}
    return not people.isdisjoint(deciders)
