"""DK416 interference."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.grouping import holds_together
from designkit.analysis.stated import units
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

IN_PARALLEL = (None, "ab", "stepped-wedge")
"""Designs in which some have what is new while others, beside them, have not."""


def _runs_in_parallel(facts: Facts) -> bool:
    experiment = facts.design.experiment
    return experiment is not None and experiment.design in IN_PARALLEL


@rule(
    "DK416",
    Severity.ERROR,
    keys=("experiment.shared-within",),
    applies=_runs_in_parallel,
)
def interference(facts: Facts) -> Iterator[Finding]:
    """Arms should not compete for what they share.

    Two trucks of one depot share its workshop, two candidates apply for one job, two
    cases wait for one reviewer. The arm that calls first takes the place, so it looks
    better by exactly what the other lost, and the gain is gone once everybody has it.
    Whoever shares something belongs into one arm.

    Bad:
    ```yaml
    experiment: {design: ab, unit: truck, shared-within: depot}     # <- one workshop
    components:
      score: {kind: model-server}
    ```

    Good:
    ```yaml
    experiment: {design: ab, unit: depot, shared-within: depot}
    components:
      score: {kind: model-server}
    ```

    Fix: Draw the unit that holds together what is shared, or turn the whole of it to
    and fro in time (`design: switchback`).

    Source: Hudgens and Halloran 2008, Toward Causal Inference With Interference, JASA;
    Bojinov, Simchi-Levi and Zhao 2023, Design and Analysis of Switchback Experiments.
    """
    experiment = facts.design.experiment
    within = (experiment and experiment.shared_within) or ""
    for path, (unit, *_) in units(facts).places:
        if not holds_together(unit, within):
            yield Finding(
                path,
                f"arms are made of {unit}, which compete within one {within}: what one "
                "arm gains, the other loses",
            )
            return
