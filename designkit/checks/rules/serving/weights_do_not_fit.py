"""DK680 weights-do-not-fit."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.figure_limits import WEIGHTS
from designkit.estimates.limits import Limits


@rule(
    "DK680",
    Severity.ERROR,
    kinds=("llm-server",),
    keys=("components.*.parameters",),
)
def weights_do_not_fit(facts: Facts) -> Iterator[Finding]:
    """The cards of a replica should hold the weights of its language model.

    All weights stand in memory before the first token, those of experts that a token
    does not use as well: 70.6 billion of two bytes are 141 GB, and a card of 141 GB has
    not even all of that for them. A server with less does not start.

    Counted are the parameters in the precision that is stated, and the memory of all
    cards of one replica, times the part for weights and cache where that is stated.

    Bad:
    ```yaml
    components:
      llm:
        kind: llm-server
        parameters: 70.6 bn
        precision: bf16
        gpus-per-replica: 1
        gpu-memory: 141 GB           # <- 141.2 GB do not fit
    ```

    Good:
    ```yaml
    components:
      llm:
        kind: llm-server
        parameters: 70.6 bn
        precision: fp8
        gpus-per-replica: 1
        gpu-memory: 141 GB
    ```

    Fix: Take a smaller number format, more cards in a replica, larger cards, or a
    smaller model; measure the answers again after a change of format.

    Source: Kwon et al. 2023, Efficient Memory Management for Large Language Model
    Serving with PagedAttention, section 1, on what the memory of a card is used for.
    """
    limits = Limits(facts)
    for server in facts.of_kind("llm-server"):
        share = limits.over(WEIGHTS, server.id)
        weights = limits.figure(f"language-models.{server.id}.weights")
        if share and weights:
            yield Finding(
                ("components", server.id, "gpu-memory"),
                f"the weights of {server.id} take {weights.text}, {share.text} of the "
                f"memory of its cards: {share.working}",
                rests_on=limits.rests_on(share),
            )
