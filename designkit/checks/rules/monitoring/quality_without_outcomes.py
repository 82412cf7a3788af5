"""DK763 quality-without-outcomes."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Mode
from designkit.quantities.writing import listed

MEASURED = ("model-quality", "calibration", "fairness")
"""What can be watched only where it is known how cases ended."""

OUTCOMES = ("label", "event", "raw-table", "decision", "metric", "review-task")
"""Data types that tell how a case ended, or a number that was worked out from it."""


@rule("DK763", Severity.WARNING, kinds=("monitor",))
def quality_without_outcomes(facts: Facts) -> Iterator[Finding]:
    """A monitor of quality should be told how cases ended.

    Precision, calibration and error rates compare what was predicted with what came. A
    monitor that is sent predictions and features alone can draw their distribution and
    no more: a model that gets everything wrong at the usual rate looks as it did. A set
    of training examples does not help, since it is of the past and judged already.

    It asks of a monitor that says it watches quality, calibration or fairness. Labels,
    events, tables of outcomes and metrics of others all count.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      served: {kind: prediction-log}
      quality:                                      # <- how did it end?
        kind: monitor
        watch: [prediction, model-quality]
    flows:
      streams: [score -> served -> quality: prediction]
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      served: {kind: prediction-log}
      join: {kind: label-joiner}
      quality: {kind: monitor, watch: [prediction, model-quality]}
    flows:
      streams:
        - score -> served -> quality, join: prediction
        - join -> quality: label
    ```

    Fix: Send the monitor the labels as they come, by their age, or a sample that people
    judge; else take quality out of what it watches.

    Source: Breck et al. 2017, The ML Test Score, Monitor 7.
    """
    for monitor in facts.of_kind("monitor"):
        measured = [it for it in monitor.texts("watch") if it in MEASURED]
        if measured and _is_fed(facts, monitor) and not _is_told(facts, monitor):
            yield Finding(
                ("components", monitor.id),
                f"{monitor.id} watches {listed(measured)}, and nothing tells it how "
                "cases ended",
            )


def _is_fed(facts: Facts, monitor: Component) -> bool:
    """Whether anything arrives; one that is sent nothing at all is said elsewhere."""
    return any(flow.mode is not Mode.CONTROL for flow in facts.flows_to(monitor.id))


def _is_told(facts: Facts, monitor: Component) -> bool:
    flows = facts.flows_to(monitor.id)
    return any(flow.carries in (None, *OUTCOMES) for flow in flows)
