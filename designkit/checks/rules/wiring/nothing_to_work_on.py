"""DK144 nothing-to-work-on."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Mode
from designkit.quantities.writing import listed

WORKED_ON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "calibrator": ("dataset",),
        "embedding-job": ("raw-table", "feature-table", "event"),
        "experiment-analysis": ("event", "raw-table", "metric", "prediction"),
        "index-builder": ("embedding", "raw-table", "event", "feature-table"),
        "label-joiner": ("event", "raw-table", "label", "decision", "feature-table"),
        "materializer": ("feature-table", "embedding"),
        "monitor": (
            *("event", "raw-table", "dataset", "label", "metric", "prediction"),
            *("decision", "feature-values", "feature-table"),
        ),
    }
)
"""What a kind works on; any one of the data types is enough.

What it cannot do without, whatever it works on, the kind itself says (missing-input).
"""

TEXTS = ("passages", "trace", "completion", "tool-call", "tool-result")
"""What language models read and write: as good to work on, for whoever takes it."""

MADE_IN: Mapping[str, Stage] = MappingProxyType(
    {
        "event": Stage.INGESTION,
        "raw-table": Stage.INGESTION,
        "feature-table": Stage.FEATURES,
        "dataset": Stage.TRAINING,
        "metric": Stage.SERVING,
        "prediction": Stage.SERVING,
    }
)
"""The stage that brings such data; where all of it is missing, that is said once."""


@rule("DK144", Severity.WARNING, kinds=tuple(WORKED_ON))
def nothing_to_work_on(facts: Facts) -> Iterator[Finding]:
    """What works on data should get some.

    A job that copies features without a table of them fills the store with nothing, a
    join that has predictions and no outcomes calls all of them negative, and a monitor
    that is sent no number is green for ever. Each looks finished in the drawing, since
    something leaves the box, and each fails in silence.

    A flow that does not say what it carries may carry it. A calibrator that corrects
    for sampling needs no data: the rate is known.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      log: {kind: event-log}
      features: {kind: online-store}
      rank: {kind: model-server}
      shown: {kind: prediction-log}
      join: {kind: label-joiner}                    # <- no click arrives
      dataset: {kind: dataset-builder}
    flows:
      streams:
        - app -> log: event
        - rank -> shown: prediction
      batches:
        - shown -> join: prediction
        - join -> dataset: label
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      log: {kind: event-log}
      features: {kind: online-store}
      rank: {kind: model-server}
      shown: {kind: prediction-log}
      join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
    flows:
      streams:
        - app -> log -> join: event
        - rank -> shown: prediction
      batches:
        - shown -> join: prediction
        - join -> dataset: label
    ```

    Fix: Draw the flow that brings the data, or delete what has nothing to do.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 3; Sculley et al. 2015,
    Hidden Technical Debt in Machine Learning Systems, pipeline jungles.
    """
    for part in facts.of_kind(*WORKED_ON):
        wanted = WORKED_ON[part.kind]
        if _is_drawn(facts, part) and not _is_brought(facts, part, wanted):
            yield Finding(
                ("components", part.id),
                f"{part.id} gets nothing to work on: no {listed(wanted, 'or')} arrives",
            )


def _is_drawn(facts: Facts, part: Component) -> bool:
    """Whether it takes part in the design, and needs data at all."""
    stages = {MADE_IN[it] for it in WORKED_ON[part.kind] if it in MADE_IN}
    if any(map(facts.lacks, stages)):
        return False
    if part.kind == "calibrator" and "sampling-correction" in part.texts("method"):
        return False
    return bool(facts.flows_from(part.id) or facts.flows_to(part.id))


def _is_brought(facts: Facts, part: Component, wanted: tuple[str, ...]) -> bool:
    """Whether one of the types arrives, or may: what does not say what it carries."""
    return any(
        flow.carries in (*wanted, *TEXTS)
        or (flow.carries is None and flow.mode != Mode.CONTROL)
        for flow in facts.flows_to(part.id)
    )
