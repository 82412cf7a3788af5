"""DK681 token-cache-does-not-fit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import BATCH
from designkit.estimates.limits import Limits


@rule(
    "DK681",
    Severity.WARNING,
    kinds=("llm-server",),
    keys=("components.*.kv-heads",),
)
def token_cache_does_not_fit(facts: Facts) -> Iterator[Finding]:
    """A full batch of long calls should fit beside the weights.

    Each running sequence keeps keys and values of all its tokens: of a model with 80
    layers and eight heads, 164 kB a token in eight bits, 1.4 GB for 8,500 tokens. When
    memory is full, a server drops sequences and reads them again later, so that it is
    slowest just when the load is highest.

    Counted are prompt and answer at the highest percentile, or the limit, that is
    stated, for a full batch as for the sequences that run at peak. Where even the
    weights do not fit, DK680 says so.

    Bad:
    ```yaml
    components:
      llm:
        kind: llm-server
        parameters: 70.6 bn
        precision: fp8
        cache-precision: bf16
        layers: 80
        kv-heads: 8
        head-size: 128
        gpus-per-replica: 1
        gpu-memory: 141 GB
        memory-share: 90%
        batch-max: 64                # <- 21 fit
        input-tokens: {p95: 7 k}
        max-output: 1 k
    ```

    Good:
    ```yaml
    components:
      llm:
        kind: llm-server
        parameters: 70.6 bn
        precision: fp8
        cache-precision: fp8
        layers: 80
        kv-heads: 8
        head-size: 128
        gpus-per-replica: 1
        gpu-memory: 141 GB
        memory-share: 90%
        batch-max: 40
        input-tokens: {p95: 7 k}
        max-output: 1 k
    ```

    Fix: Keep keys and values in eight bits, shorten prompts, run fewer at once on more
    replicas, or take more memory.

    Source: Kwon et al. 2023, Efficient Memory Management for Large Language Model
    Serving with PagedAttention.
    """
    limits = Limits(facts)
    for server in facts.of_kind("llm-server"):
        share = limits.over(BATCH, server.id)
        fits = limits.figure(f"language-models.{server.id}.sequences")
        if share and fits:
            yield Finding(
                ("components", server.id, "batch-max"),
                f"{server.id} works on up to {server.quantity('batch-max')} sequences, "
                f"and {fits.text} long ones fit: {fits.working}",
                rests_on=limits.rests_on(share),
            )
        running = limits.figure(f"language-models.{server.id}.running")
        if running and fits and running.low > fits.high:
            yield Finding(
                ("components", server.id, "replicas"),
                f"at peak {running.text} sequences run on a replica of {server.id}, "
                f"and {fits.text} long ones fit",
                rests_on=limits.rests_on(running),
            )
