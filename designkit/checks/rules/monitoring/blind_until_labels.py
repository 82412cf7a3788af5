"""DK704 blind-until-labels."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.watching import LATE, PEOPLE
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

JUDGES = "human-labeling"
"""People who judge a sample, and do so before the outcome is there."""


def _applies(facts: Facts) -> bool:
    known = facts.outcomes.of_any
    delay = known.median or known.delay
    return delay is not None and bool(_judges(facts))


@rule(
    "DK704",
    Severity.WARNING,
    kinds=("monitor",),
    keys=(
        "problem.label.delay",
        "problem.labels.*.delay",
        "components.*.delay",
    ),
    applies=_applies,
)
def blind_until_labels(facts: Facts) -> Iterator[Finding]:
    """Quality that is measured on late labels needs an earlier sign beside it.

    A monitor can only score what has an outcome. Where outcomes come weeks after the
    prediction (a card holder has 120 days to dispute a payment), recall of today is
    known next quarter, and a model that broke this morning looks well until then.
    Scores, early reports and a sample that people judge are noisier, but they are
    there today.

    A monitor of nothing but quality needs in any case a window in which half of the
    labels arrive: with a shorter one it never sees most of them, whoever else watches.

    Bad:
    ```yaml
    problem: {label: {name: chargeback, delay: {p50: 21 d, p95: 90 d}}}
    components:
      score: {kind: model-server}
      quality:
        kind: monitor
        watch: [model-quality]                      # <- nothing to see for 90 days
        window: 1 d
    ```

    Good:
    ```yaml
    problem: {label: {name: chargeback, delay: {p50: 21 d, p95: 90 d}}}
    components:
      score: {kind: model-server}
      quality:
        kind: monitor
        watch: [prediction, model-quality]
        window: 1 d
    ```

    Fix: Watch the distribution of predictions too, let people judge a daily sample,
    and read late metrics over a window as long as labels take.

    Source: Adyen, Issuing disputes (120 calendar days for unauthorised payments); Huyen
    2022, Designing Machine Learning Systems, chapter 8.
    """
    for monitor in _judges(facts):
        path = ("components", monitor.id, "watch")
        window = monitor.quantity("window")
        late = facts.outcomes.of_any.delay
        if not _early(facts) and late and (not window or window.high < late.high):
            each = f"of {window}" if window else "of unstated length"
            yield Finding(
                path,
                f"{monitor.id} measures quality in windows {each}, but labels take "
                f"{late} (p95) and nothing is watched that comes sooner",
                unstated=window is None,
            )
        elif message := _too_soon(facts, monitor):
            yield Finding(path, message)


def _too_soon(facts: Facts, monitor: Component) -> str:
    """Say that most labels come after the window of a monitor that needs them."""
    window, known = monitor.quantity("window"), facts.outcomes.of_any
    half = known.median
    delay = half or known.delay
    needs_labels = LATE.issuperset(monitor.texts("watch"))
    judged = any(facts.flows_from(c.id, "label") for c in facts.of_kind(JUDGES))
    if not (window and delay and needs_labels) or judged or window.high >= delay.low:
        return ""
    return (
        f"{monitor.id} measures quality in windows of {window}, and labels take "
        f"{delay} ({'p50' if half else 'p95'}): most of them come too late for it"
    )


def _judges(facts: Facts) -> tuple[Component, ...]:
    """Return the monitors that need labels."""
    monitors = facts.of_kind("monitor")
    return tuple(m for m in monitors if "model-quality" in m.texts("watch"))


def _early(facts: Facts) -> bool:
    """Whether something is known before the labels: scores, or what people say."""
    monitors = facts.of_kind("monitor")
    watched = any("prediction" in monitor.texts("watch") for monitor in monitors)
    people = facts.of_kind(*PEOPLE)
    return watched or any(facts.flows_from(c.id, "label") for c in people)
