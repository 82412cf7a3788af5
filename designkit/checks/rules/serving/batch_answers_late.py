"""DK691 batch-answers-late."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.unhurried import batch_askers
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule(
    "DK691",
    Severity.WARNING,
    kinds=("hosted-model",),
    keys=("components.*.batch-window",),
)
def batch_answers_late(facts: Facts) -> Iterator[Finding]:
    """What is sent to a model in a batch should be back before its job starts again.

    A batch costs half because it may take the whole window, and on some day it does. A
    job that starts again before has two batches under way, works on what it sent
    before, or drops the rest.

    Bad:
    ```yaml
    components:
      files: {kind: source-db}
      parse: {kind: document-parser, interval: 1 h}     # <- and its answers in a day
      llm: {kind: hosted-model, batch-discount: 50%, batch-window: 24 h}
    flows:
      batches: [files -> parse: raw-table, parse -> llm: prompt]
    ```

    Good:
    ```yaml
    components:
      files: {kind: source-db}
      parse: {kind: document-parser, interval: 2 d}
      llm: {kind: hosted-model, batch-discount: 50%, batch-window: 24 h}
    flows:
      batches: [files -> parse: raw-table, parse -> llm: prompt]
    ```

    Fix: Start the job less often than the window, or ask the model at the full price
    for what is needed sooner.

    Source: OpenAI, Batch API (2026), on the window of 24 hours and on batches that end
    before they are done.
    """
    for model in facts.of_kind("hosted-model"):
        window = model.quantity("batch-window")
        for job in batch_askers(facts, model) if window else ():
            interval = job.quantity("interval")
            if window and interval and interval.high < window.low:
                yield Finding(
                    ("components", job.id, "interval"),
                    f"{job.id} starts every {interval}, and {model.id} may take "
                    f"{window} to answer what it was sent",
                    rests_on=(interval, window),
                )
