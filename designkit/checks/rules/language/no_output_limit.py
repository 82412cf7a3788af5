"""DK666 no-output-limit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import LANGUAGE_MODELS, writes
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

PROMPTS = Trail(("prompt",), ends_at=kinds_with(Role.COMPUTES))
"""Prompts, on their way from who writes them to the model."""


@rule("DK666", Severity.WARNING, kinds=LANGUAGE_MODELS)
def no_output_limit(facts: Facts) -> Iterator[Finding]:
    """An answer should end where somebody chose, and not where the bill does.

    A model that repeats itself, or is asked to, writes on until it is cut off. Without
    a limit of one's own that is where its vendor put it, at tens of thousands of
    tokens, which are the dearest ones and take minutes. A limit also has to be known
    to be watched: an answer that was cut reads like a fault of the model.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      model:
        kind: hosted-model
        max-output: none                           # <- 64 k, by default
    flows:
      calls: [app -> ask: request, ask -> model: prompt]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      ask: {kind: agent}
      model: {kind: hosted-model, max-output: 800}
    flows:
      calls: [app -> ask: request, ask -> model: prompt]
    ```

    Fix: State the `max-output` that each call sets, above the longest good answer; or
    the `max-tokens` of a task at every agent that asks.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM10 unbounded consumption.
    """
    for model in facts.of_kind(*LANGUAGE_MODELS):
        path = ("components", model.id, "max-output")
        state = facts.state(*path)
        if writes(model) and state is not State.PRESENT and not _ends(facts, model):
            yield Finding(
                path,
                f"nothing ends an answer of {model.id}",
                unstated=state is State.UNSTATED,
            )


def _ends(facts: Facts, model: Component) -> bool:
    """Whether all who ask it end a task after so many tokens."""
    behind = facts.lineage.behind((model.id,), PROMPTS)
    agents = [part for part in facts.of_kind("agent") if part.id in behind]
    return bool(agents) and all(part.quantity("max-tokens") for part in agents)
