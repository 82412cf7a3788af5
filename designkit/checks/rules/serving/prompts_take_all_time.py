"""DK682 prompts-take-all-time."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import ALL_READING, READING
from designkit.estimates.limits import Limits
from designkit.model.component import Component


@rule(
    "DK682",
    Severity.ERROR,
    kinds=("llm-server",),
    keys=("components.*.gpu-flops",),
)
def prompts_take_all_time(facts: Facts) -> Iterator[Finding]:
    """A replica that reads prompts should have time left to write answers.

    Reading goes before writing on the same cards. With 3,500 new tokens in and 350 out,
    twelve replicas read half of the time; eight would read for three quarters of it,
    and every answer would come at a third of the speed. Retrieval makes prompts long,
    so that shorter ones buy more than faster writing.

    Half of the arithmetic of a data sheet (dense) is taken to be reached, which is near
    what is published. Instructions that a prefix cache keeps are not read again; where
    it is not said how long they are, nothing is said.

    Bad:
    ```yaml
    workload: {requests-per-day: 240 k, peak-factor: 4}
    components:
      portal: {kind: client}
      ask: {kind: agent}
      llm:
        kind: llm-server
        replicas: 7                  # <- reads for 106% of the time
        parameters: 70.6 bn
        layers: 80
        width: 8192
        gpus-per-replica: 1
        gpu-flops: 1979 T/s
        input-tokens: {p50: 4.5 k}
    flows:
      calls:
        - portal -> ask: request
        - ask -> llm: prompt
        - llm -> ask: completion
        - ask -> portal: response
    ```

    Good:
    ```yaml
    workload: {requests-per-day: 240 k, peak-factor: 4}
    components:
      portal: {kind: client}
      ask: {kind: agent}
      llm:
        kind: llm-server
        replicas: 16
        parameters: 70.6 bn
        layers: 80
        width: 8192
        gpus-per-replica: 1
        gpu-flops: 1979 T/s
        input-tokens: {p50: 4.5 k}
    flows:
      calls:
        - portal -> ask: request
        - ask -> llm: prompt
        - llm -> ask: completion
        - ask -> portal: response
    ```

    Fix: Fewer or shorter passages, instructions first so that they are kept, more
    replicas, or cards of their own for reading.

    Source: Zhong et al. 2024, DistServe, arXiv 2401.09670, on reading that holds up
    writing; NVIDIA, TensorRT-LLM performance overview, for the part that is reached.
    """
    limits = Limits(facts)
    for server in facts.of_kind("llm-server"):
        reading = limits.over(READING, server.id)
        if reading is None or _keeps_unknown(limits, server):
            continue
        is_all = ALL_READING.is_crossed(reading)
        yield Finding(
            ("components", server.id, "replicas"),
            f"each replica of {server.id} reads prompts for {reading.text} of the time "
            f"at peak, {reading.working}: "
            + ("none is left to write" if is_all else "words come in jerks"),
            severity=None if is_all else Severity.WARNING,
            rests_on=limits.rests_on(reading),
        )


def _keeps_unknown(limits: Limits, server: Component) -> bool:
    """Whether a prefix cache spares reading, and it is not known how much."""
    prefill = limits.figure(f"language-models.{server.id}.prefill")
    labels = {item.label for item in prefill.inputs} if prefill else set()
    return server.attributes.get("prefix-cache") is True and "kept tokens" not in labels
