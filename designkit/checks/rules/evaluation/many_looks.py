"""DK419 many-looks."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.trial import comparisons, metrics_of
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Experiment

PAID = (
    ("experiment", "multiplicity"),
    ("experiment", "correction"),
)
"""Where an experiment says how several comparisons are paid for."""


@rule(
    "DK419",
    Severity.WARNING,
    keys=("experiment.arms", "experiment.metrics", "experiment.split"),
)
def many_looks(facts: Facts) -> Iterator[Finding]:
    """Several comparisons should share one rate of false alarms.

    At 5% each, of three variants that change nothing one looks like a winner in one
    experiment of seven; with two metrics that may each decide, in one of four. The more
    is compared, the surer something wins by chance, and it is what gets shipped. The
    rate is divided among the comparisons (Bonferroni), spent step by step (Holm), or
    stated for each metric.

    It counts variants against the control, times metrics that decide. Guardrails with a
    margin only forbid.

    Bad:
    ```yaml
    components:
      analysis: {kind: experiment-analysis}
    experiment:
      unit: user
      arms: 4                                       # <- one of three wins by chance
      alpha: 5%
      correction: none
    ```

    Good:
    ```yaml
    components:
      analysis: {kind: experiment-analysis}
    experiment: {unit: user, arms: 4, alpha: 5%, multiplicity: holm}
    ```

    Fix: Choose one metric that decides, state `multiplicity`, and plan the sample for
    the smaller rate.

    Source: Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments,
    chapter 17; Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure.
    """
    experiment = facts.design.experiment
    if not experiment or (looks := comparisons(experiment)) <= 1:
        return
    corrections = (*PAID, *_analyses(facts))
    states = [facts.state(*path) for path in corrections]
    if State.PRESENT in states or _each_has_its_own(experiment):
        return
    yield Finding(
        ("experiment", "arms" if experiment.arms else "metrics"),
        f"{looks:g} comparisons are made, and nothing says how they share the rate of "
        "false alarms",
        unstated=State.ABSENT not in states,
    )


def _analyses(facts: Facts) -> Iterator[tuple[str, ...]]:
    for part in facts.of_kind("experiment-analysis"):
        yield ("components", part.id, "correction")


def _each_has_its_own(experiment: Experiment) -> bool:
    """Whether each further metric states its rate of false alarms."""
    metrics = [it for path, it in metrics_of(experiment) if len(path) > 1]
    return bool(metrics) and all(it.alpha or it.margin for it in metrics)
