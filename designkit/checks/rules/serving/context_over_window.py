"""DK685 context-over-window."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure import Figure
from designkit.estimates.figure_limits import WINDOW
from designkit.estimates.limits import Limits


@rule(
    "DK685",
    Severity.ERROR,
    kinds=("hosted-model", "llm-server"),
    keys=("components.*.context-window",),
)
def context_over_window(facts: Facts) -> Iterator[Finding]:
    """The longest prompt and its answer should fit into the window of the model.

    Both share the window. What does not fit is refused, or cut where nobody sees it:
    most often the instructions or the oldest turns, and the answer looks as if the
    model were worse.

    Counted is the highest percentile of the prompt that is stated, else its parts at
    the agent, of a loop the last call of a long task; and the longest answer that is
    allowed. A loop that trims what it sends does not grow over the window.

    Bad:
    ```yaml
    components:
      ask: {kind: agent}
      llm:
        kind: llm-server
        context-window: 8 k          # <- 9 k
        input-tokens: {p50: 3 k, p95: 8 k}
        max-output: 1 k
    flows:
      calls:
        - ask -> llm: prompt
        - llm -> ask: completion
    ```

    Good:
    ```yaml
    components:
      ask: {kind: agent}
      llm:
        kind: llm-server
        context-window: 16 k
        input-tokens: {p50: 3 k, p95: 8 k}
        max-output: 1 k
    flows:
      calls:
        - ask -> llm: prompt
        - llm -> ask: completion
    ```

    Fix: Fewer or shorter passages, a summary in place of old turns, shorter results of
    tools, a smaller limit of the answer, or a model with a larger window, which is to
    be evaluated at that length.

    Source: OWASP Top 10 for LLM Applications 2025, LLM10 Unbounded Consumption; Liu et
    al. 2023, Lost in the Middle, on what is read of what fits.
    """
    limits = Limits(facts)
    for model in facts.of_kind("hosted-model", "llm-server"):
        share = limits.over(WINDOW, model.id)
        if share and not _is_trimmed(facts, share):
            yield Finding(
                ("components", model.id, "context-window"),
                f"a long call of {model.id} takes {share.text} of its window: "
                f"{share.working}",
                rests_on=limits.rests_on(share),
            )


def _is_trimmed(facts: Facts, share: Figure) -> bool:
    """Whether it grows over a loop, whose agent trims it before it is too long."""
    loops = [it.name for it in share.inputs if it.name.endswith(".longest-prompt")]
    agents = [facts.design.components[name.split(".")[1]] for name in loops]
    return any(agent.texts("trim") for agent in agents)
