"""DK654 authorised-by-prompt."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK654", Severity.ERROR, kinds=("tool",), keys=("components.*.approval",))
def authorised_by_prompt(facts: Facts) -> Iterator[Finding]:
    """A limit above which a person must agree should stand at the tool.

    A limit that only the prompt knows is a wish: the model can misread it, be talked
    out of it, or forget it in a long conversation. The tool can refuse.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      refund: {kind: tool, effect: reversible, approval: above-limit}   # <- above what?
    flows:
      calls: [app -> assist: request, assist -> refund: tool-call]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      refund: {kind: tool, effect: reversible, approval: above-limit, limit: 50 USD}
    flows:
      calls: [app -> assist: request, assist -> refund: tool-call]
    ```

    Fix: State the `limit` that the tool itself enforces.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM07 system prompt leakage (do not
    rely on system prompts for strict control).
    """
    for tool in facts.of_kind("tool"):
        path = ("components", tool.id, "limit")
        state = facts.state(*path)
        if tool.texts("approval") == ("above-limit",) and state is not State.PRESENT:
            yield Finding(
                path,
                f"{tool.id} asks above a limit that it does not have",
                unstated=state is State.UNSTATED,
            )
