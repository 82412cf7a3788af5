"""DK661 streaming-without-output-guard."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import stops
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

SAID = Trail(("completion", "response"))
"""What a model wrote, on its way to people."""


@rule("DK661", Severity.WARNING, keys=("flows.*.stream",), tier_1=Severity.ERROR)
def streaming_without_output_guard(facts: Facts) -> Iterator[Finding]:
    """An answer that is streamed should be checked before it is read.

    What has been shown cannot be taken back. A check of the finished answer comes when
    the reader has read it; a check in small windows costs a fraction of a second at the
    start and nothing after.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - model -> assist: completion
        - assist -> app: {carries: response, stream: tokens}   # <- seen at once
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      check: {kind: guardrail, side: output, window-tokens: 50, fail-mode: closed}
    flows:
      calls:
        - app -> assist: request
        - assist -> model: prompt
        - model -> assist: completion
        - assist -> check -> app: {carries: response, stream: tokens}
    ```

    Fix: Put a guardrail with `window-tokens` between the model and the client.

    Source: Sharma et al. 2025, Constitutional Classifiers (a classifier on the stream
    that can stop it).
    """
    clients = {part.id for part in facts.of_kind("client")}
    guards = {guard.id for guard in facts.of_kind("guardrail") if stops(guard)}
    models = [p.id for p in facts.of_kind("hosted-model", "llm-server", "agent")]
    past = facts.lineage.givers(models, SAID, guards)
    for number, flow in enumerate(facts.design.flows):
        unchecked = flow.source not in guards and flow.target in past
        if flow.stream and unchecked and flow.target in clients:
            yield Finding(
                ("flows", number),
                f"{flow.target} reads what is streamed before anything checks it",
            )
