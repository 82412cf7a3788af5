"""DK690 online-price-for-batch-work."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.unhurried import batch_askers, window_of
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed


@rule(
    "DK690",
    Severity.INFO,
    kinds=("hosted-model",),
    keys=("components.*.price",),
)
def online_price_for_batch_work(facts: Facts) -> Iterator[Finding]:
    """Work that nobody waits for should not be paid at the price of an answer at once.

    Providers halve the price of calls that may take a day, and count them against
    limits of their own, so that labelling by night takes nothing from those who ask by
    day. Most are back within the hour.

    Asked are models that only jobs ask, of which none starts again, or has to be done,
    before a batch may be back.

    Bad:
    ```yaml
    components:
      lake: {kind: lake}
      teacher: {kind: weak-labeler, interval: 7 d}
      llm: {kind: hosted-model, price: {input: 2 USD, output: 10 USD}}  # <- twice that
    flows:
      batches: [lake -> teacher: raw-table, teacher -> llm: prompt]
    ```

    Good:
    ```yaml
    components:
      lake: {kind: lake}
      teacher: {kind: weak-labeler, interval: 7 d}
      llm:
        kind: hosted-model
        price: {input: 2 USD, output: 10 USD}
        batch-discount: 50%
        batch-window: 24 h
    flows:
      batches: [lake -> teacher: raw-table, teacher -> llm: prompt]
    ```

    Fix: Send it in a batch and state the `batch-discount`; if the provider has none,
    say `batch-discount: none`.

    Source: OpenAI, Batch API (half the price within 24 hours, limits of its own);
    Anthropic, Pricing (2026), on batches.
    """
    for model in facts.of_kind("hosted-model"):
        state = facts.state("components", model.id, "batch-discount")
        askers, window = batch_askers(facts, model), window_of(model)
        can_wait = all(_has_time(job, window) for job in askers)
        is_dear = "price" in model.attributes and state is State.UNSTATED
        if askers and can_wait and is_dear:
            yield Finding(
                ("components", model.id, "price"),
                f"nobody waits for what {listed(job.id for job in askers)} asks "
                f"{model.id}, and no batch-discount is stated",
                unstated=True,
            )


def _has_time(job: Component, window: float) -> bool:
    interval = job.quantity("interval")
    return "by" not in job.attributes and (interval is None or interval.low >= window)
