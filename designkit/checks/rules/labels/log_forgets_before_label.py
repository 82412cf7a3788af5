"""DK206 log-forgets-before-label."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration

WAITING = Trail(
    ("prediction", "event"),
    ends_at=(*kinds_with(Role.KEEPS_ROWS), *kinds_with(Role.RUNS_MODEL)),
)
"""What waits for an outcome, from the memory in which it does so."""


@rule("DK206", Severity.ERROR, kinds=("label-joiner",))
def log_forgets_before_label(facts: Facts) -> Iterator[Finding]:
    """A log of predictions should be kept until their outcomes have come.

    A chargeback that arrives on day 90 needs the prediction of day 0. If the log was
    emptied on day 30, late outcomes find nothing to join: they are dropped, and the
    late cases, often the costly ones, never reach training. The loss looks like a low
    rate of positives.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      prediction-log:
        kind: prediction-log
        retention: 30 d                                   # <- emptied 90 d too early
      label-join: {kind: label-joiner, window: 120 d}
    flows:
      streams:
        - score -> prediction-log -> label-join: prediction
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      prediction-log: {kind: prediction-log, retention: 150 d}
      label-join: {kind: label-joiner, window: 120 d}
    flows:
      streams:
        - score -> prediction-log -> label-join: prediction
    ```

    Fix: Keep predictions for the label window and a fifth more.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at
    Facebook, section 4 (the waiting window of the joiner).
    """
    for joiner in facts.of_kind("label-joiner"):
        window = _window(facts, joiner)
        for log in _memories(facts, joiner) if window else ():
            path = ("components", log.id, "retention")
            kept, needs = log.quantity("retention"), f"outcomes of up to {window} later"
            if kept is None and facts.state(*path) is State.UNSTATED:
                message = (
                    f"{log.id} does not say how long it keeps what waits for {needs}"
                )
                yield Finding(path, message, unstated=True)
            elif window and (kept is None or kept.low < window.high):
                gone = shown_duration(window.high - (kept.low if kept else 0.0))
                message = (
                    f"{log.id} keeps {kept or 'nothing'}, {joiner.id} joins {needs}: "
                    f"those of the last {gone} find nothing"
                )
                yield Finding(path, message)


def _window(facts: Facts, joiner: Component) -> Quantity | None:
    """Return how late an outcome may come: what the joiner says, else the label."""
    made = facts.outcomes.of_joiner(joiner)
    return joiner.quantity("window") or made.waited(lambda it: it.label.window)


def _memories(facts: Facts, joiner: Component) -> tuple[Component, ...]:
    """Return the logs from which `joiner` takes what was predicted, near or far.

    Where no flow says that it carries predictions, they can only be among the events.
    What another memory keeps in between does not wait in the log.
    """
    flows = facts.flows_to(joiner.id, "prediction") or facts.flows_to(
        joiner.id, "event"
    )
    givers = {id for flow in flows for id in facts.lineage.brought_by(flow, WAITING)}
    return tuple(
        log for log in facts.with_role(Role.AWAITS_OUTCOME) if log.id in givers
    )
