"""DK764 drift-without-reference."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

COMPARED = ("feature", "prediction", "skew")
"""What is watched by comparing its distribution with another one."""


@rule("DK764", Severity.WARNING, kinds=("monitor",))
def drift_without_reference(facts: Facts) -> Iterator[Finding]:
    """Drift should be measured against something that is named.

    A distribution has not moved, it has moved away from another one: that of the
    training set, of last week, of the other arm. Without it a monitor can only compare
    today with yesterday, and a slide of 1% a day never rings. And without a value past
    which it rings, somebody has to look.

    It asks of a monitor that watches features, predictions or skew: for a `reference`,
    unless a dataset flows in, and for a `threshold`.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      drift:
        kind: monitor
        watch: [feature, prediction]
        reference: none                             # <- drift from what?
        threshold: PSI > 0.2
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      drift:
        kind: monitor
        watch: [feature, prediction]
        reference: training set of the live model
        threshold: PSI > 0.2
    ```

    Fix: Compare with the training set of the live model, and with the same weekday of
    last week; set the threshold by what moved in quiet weeks.

    Source: Breck et al. 2017, The ML Test Score, Monitor 3; Rabanser, Guennemann and
    Lipton 2019, Failing Loudly: An Empirical Study of Methods for Detecting Dataset
    Shift (NeurIPS).
    """
    for monitor in facts.of_kind("monitor"):
        compared = [it for it in monitor.texts("watch") if it in COMPARED]
        for key, lack in _lacks(facts, monitor) if compared else ():
            path = ("components", monitor.id, key)
            yield Finding(
                path,
                f"{monitor.id} watches {listed(compared)}, and {lack}",
                unstated=facts.state(*path) is State.UNSTATED,
            )
            break


def _lacks(facts: Facts, monitor: Component) -> Iterator[tuple[str, str]]:
    """Give what is not there to compare with, each with its key."""
    place = ("components", monitor.id)
    told = any(flow.carries in ("dataset", None) for flow in facts.flows_to(monitor.id))
    if not told and facts.state(*place, "reference") is not State.PRESENT:
        yield "reference", "nothing is named to compare with"
    if facts.state(*place, "threshold") is not State.PRESENT:
        yield "threshold", "no value is named past which it rings"
