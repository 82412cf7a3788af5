"""DK674 guard-fail-mode-unstated."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import acts, asks_person, stops, tools_of
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed


@rule("DK674", Severity.ERROR, kinds=("guardrail",))
def guard_fail_mode_unstated(facts: Facts) -> Iterator[Finding]:
    """A guardrail should say what happens while it is down, and hold where tools act.

    When a check times out, either everything passes or nothing does. Which of the two
    was chosen shows on the day of an attack, since a check can be kept busy. Before a
    tool that acts without asking a person, open means that the check does not count.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      check: {kind: guardrail, side: tool, checks: [amount], fail-mode: open}  # <-
      refund: {kind: tool, effect: reversible}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> check -> refund: tool-call
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      check: {kind: guardrail, side: tool, checks: [amount], fail-mode: closed}
      refund: {kind: tool, effect: reversible}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - assist -> check -> refund: tool-call
    ```

    Fix: State `fail-mode`: closed before tools that act and where an answer can harm,
    open, with a word to the reader, where it only tidies up.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 22, on graceful
    degradation; OWASP 2025, Top 10 for LLM Applications, LLM06 excessive agency.
    """
    for guard in facts.of_kind("guardrail"):
        path = ("components", guard.id, "fail-mode")
        if not stops(guard):
            continue
        if (state := facts.state(*path)) is not State.PRESENT:
            message = f"{guard.id} does not say what happens while it is down"
            yield Finding(path, message, unstated=state is State.UNSTATED)
        elif guard.texts("fail-mode") == ("open",) and (tools := _behind(facts, guard)):
            names = listed(tool.id for tool in tools)
            yield Finding(
                path, f"while {guard.id} is down, {names} can be called unchecked"
            )


def _behind(facts: Facts, guard: Component) -> list[Component]:
    """Return the tools behind `guard` that act and ask nobody."""
    tools = tools_of(facts, guard.id)
    return [tool for tool in tools if acts(tool) and not asks_person(tool)]
