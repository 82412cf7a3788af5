"""DK644 no-trace."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

TRACES = Trail(("trace",), unsaid=True)
"""Records of tasks, from the agent that did them."""

KEPT = ("prediction-log", "lake", "audit-log")
"""Kinds in which a trace can be looked up later."""


@rule("DK644", Severity.WARNING, kinds=("agent",))
def no_trace(facts: Facts) -> Iterator[Finding]:
    """What an agent did should be kept together, call by call.

    A task of many calls fails in one of them: a passage that was not found, a tool that
    returned an error, an answer that was cut off. From a log of final answers nobody
    can tell which, nor build a test of it, nor say what it cost.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}                        # <- the answer is logged, no call is
      model: {kind: hosted-model}
      log: {kind: prediction-log}
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      streams: [model -> log: completion]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      traces: {kind: prediction-log, retention: 30 d}
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      streams: [assist -> traces: trace]
    ```

    Fix: Let the agent give a `trace` of each task to a prediction-log or the lake:
    every call with prompt version, passages, tokens, time and cost.

    Source: OpenTelemetry, semantic conventions for generative AI (in development).
    """
    logs = {part.id for part in facts.of_kind(*KEPT)}
    for agent in facts.of_kind("agent"):
        if logs.isdisjoint(facts.lineage.ahead((agent.id,), TRACES)):
            yield Finding(
                ("components", agent.id), f"no log keeps the traces of {agent.id}"
            )
