"""DK432 wedge-too-small."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.trial import MAIN, Path
from designkit.analysis.wedge import stepped
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.trial_at_best import sought
from designkit.estimates.wedge_at_best import (
    WedgeNeed,
    compared,
    sizes_of,
    wedge_needs,
)
from designkit.model.learning import Experiment
from designkit.quantities.writing import listed, shown_count


@rule(
    "DK432",
    Severity.ERROR,
    keys=("experiment.design",),
    applies=lambda facts: stepped(facts.design) is not None,
)
def wedge_too_small(facts: Facts) -> Iterator[Finding]:
    """A stepped wedge should have the clusters that its effect takes.

    Customers of one branch are more alike than those of two, and each month differs
    from the month before. Both are noise here: a branch is compared with itself before,
    and with others in the same month. So the sample is counted in clusters; below, it
    takes 2.6 times the observations of a test that draws each customer alone. Without
    the correlation within a cluster (`icc`) nobody knows: who takes 6,000 customers for
    6,000 opinions calls chance an effect.

    Counted are `clusters`, `steps`, and the observations of one cluster between two
    steps (`cluster-size`), at the ends of ranges that favour the test.

    Bad:
    ```yaml
    experiment:
      design: stepped-wedge
      unit: branch
      baseline-rate: 5%
      mde: -30%
      clusters: 12          # <- 28 are needed
      steps: 4
      cluster-size: 120
      icc: 0.2%
    components: {score: {kind: batch-scorer}}
    ```

    Good:
    ```yaml
    experiment:
      design: stepped-wedge
      unit: branch
      baseline-rate: 5%
      mde: -30%
      clusters: 28
      steps: 4
      cluster-size: 120
      icc: 0.2%
    components: {score: {kind: batch-scorer}}
    ```

    Fix: Take more clusters, or more steps that are as long; look for a larger effect;
    take the correlation from past months of the same branches.

    Source: Woertman et al. 2013, Stepped Wedge Designs Could Reduce the Required Sample
    Size in Cluster Randomized Trials, Journal of Clinical Epidemiology 66; Hussey and
    Hughes 2007, Design and Analysis of Stepped Wedge Cluster Randomized Trials,
    Contemporary Clinical Trials 28.
    """
    plan = stepped(facts.design)
    assert plan is not None  # it is one
    if unsaid := tuple(dict.fromkeys(_unsaid(plan))):
        names = listed(".".join(path[1:]) for path in unsaid)
        is_unstated = facts.state(*unsaid[0]) is State.UNSTATED
        message = f"the stepped wedge cannot be sized: {names} not stated"
        yield Finding(unsaid[0], message, unstated=is_unstated)
    elif plan.clusters and plan.steps and plan.clusters.high < plan.steps.low:
        yield Finding(
            (*MAIN, "clusters"),
            f"{plan.steps} steps take a cluster each at least, and there are "
            f"{plan.clusters}",
            rests_on=(plan.clusters, plan.steps),
        )
    else:
        yield from (_too_few(plan, it) for it in wedge_needs(plan) if not it.is_met)


def _unsaid(plan: Experiment) -> Iterator[Path]:
    """Give what must be stated beside a metric before clusters can be counted."""
    for path, metric in compared(plan):
        size, icc = sizes_of(plan, metric)
        stated = {
            (*path, "mde"): sought(metric),
            (*path, "deviation"): metric.baseline_rate or metric.deviation,
            (*MAIN, "clusters"): plan.clusters,
            (*MAIN, "steps"): plan.steps,
            (*MAIN, "cluster-size"): size,
            (*MAIN, "icc"): icc,
        }
        yield from (path for path, value in stated.items() if value is None)


def _too_few(plan: Experiment, wedge: WedgeNeed) -> Finding:
    need = wedge.need
    name = f"{need.path[-1]}: " if need.path != MAIN else ""
    reduced = f" ({need.reduction.told})" if need.reduction.told else ""
    return Finding(
        (*MAIN, "clusters"),
        f"{name}{need.effect} on {need.today} needs {shown_count(wedge.clusters)} "
        f"clusters in {plan.steps} steps{reduced}; there are {plan.clusters}"
        f"{_shown(wedge)}",
        rests_on=wedge.rests_on,
    )


def _shown(wedge: WedgeNeed) -> str:
    try:
        effect = wedge.shown
    except ValueError:
        return ""
    return f", which show {wedge.need.plan.shape.shown(effect)} at best"
