"""DK687 answer-late."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.answering import may_be_rare
from designkit.estimates.figure_limits import ANSWER, DEADLINE, PER_TOKEN, TASK
from designkit.estimates.limits import Limits


@rule(
    "DK687",
    Severity.WARNING,
    keys=("objectives.answer.p99", "objectives.per-token.p50", "components.*.steps"),
)
def answer_late(facts: Facts) -> Iterator[Finding]:
    """The last token should come in time, and a task end before its deadline.

    A stream hides a long answer from readers only: a program, a tool and the next step
    of an agent wait for its end. Twenty-five steps of 13 s are five and a half minutes,
    and an agent whose deadline is two ends most of its tasks unfinished.

    An answer counts with the budget to its first token and the longest stated answer,
    token by token; a task with the median of its steps and of one call. Tools come on
    top. On cards of one's own a token comes as fast as the peak leaves time for it.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      mend: {kind: agent, deadline: 2 min, steps: {p50: 25}}    # <- 5.4 min
      llm:
        kind: hosted-model
        first-token: {p50: 1 s}
        per-token: {p50: 20 ms}
        output-tokens: {p50: 601}
    flows:
      calls:
        - app -> mend: request
        - mend -> llm: prompt
        - llm -> mend: completion
        - mend -> app: response
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      mend: {kind: agent, deadline: 15 min, steps: {p50: 25}}
      llm:
        kind: hosted-model
        first-token: {p50: 1 s}
        per-token: {p50: 20 ms}
        output-tokens: {p50: 601}
    flows:
      calls:
        - app -> mend: request
        - mend -> llm: prompt
        - llm -> mend: completion
        - mend -> app: response
    ```

    Fix: Shorter answers, fewer steps, tools side by side, a faster model; or a deadline
    and a promise that leave room for what is done.

    Source: Leviathan, Kalman and Matias 2023, Fast Inference from Transformers via
    Speculative Decoding, on time that grows with every token; Anthropic 2024, Building
    effective agents, on limits of a loop.
    """
    limits = Limits(facts)
    share, end = (
        limits.over(ANSWER),
        limits.figure("answers.last-token"),
    )
    if share and end and not may_be_rare(facts):
        yield Finding(
            ("objectives", "answer", "p99"),
            f"the last token of a long answer comes after {end.text}, and "
            f"{facts.quantity('objectives', 'answer', 'p99')} is promised: "
            f"{end.working}",
            rests_on=limits.rests_on(share),
        )
    yield from _slow_tokens(facts, limits)
    for agent in facts.of_kind("agent"):
        over = limits.over(TASK, agent.id)
        task = limits.figure(f"agents.{agent.id}.task-time")
        if over and task:
            yield Finding(
                ("objectives", "answer", "p50"),
                f"a task of {agent.id} takes {task.text} by the medians, "
                f"{task.working}, and "
                f"{facts.quantity('objectives', 'answer', 'p50')} is promised",
                rests_on=limits.rests_on(over),
            )
        late = limits.over(DEADLINE, agent.id)
        time = limits.figure(f"agents.{agent.id}.task-time")
        if late and time:
            yield Finding(
                ("components", agent.id, "deadline"),
                f"a task of {agent.id} takes {time.text}, {time.working}, and ends "
                f"after {agent.quantity('deadline')}",
                rests_on=limits.rests_on(late),
            )


def _slow_tokens(facts: Facts, limits: Limits) -> Iterator[Finding]:
    """Find servers whose replicas write more slowly at peak than is promised."""
    for server in facts.of_kind("llm-server"):
        slow = limits.over(PER_TOKEN, server.id)
        each = limits.figure(f"language-models.{server.id}.per-token")
        if slow and each:
            yield Finding(
                ("objectives", "per-token", "p50"),
                f"at peak a token of {server.id} comes after {each.text}, and "
                f"{facts.quantity('objectives', 'per-token', 'p50')} is promised",
                rests_on=limits.rests_on(slow),
            )
