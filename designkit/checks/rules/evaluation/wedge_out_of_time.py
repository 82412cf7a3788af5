"""DK433 wedge-out-of-time."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.trial import MAIN
from designkit.analysis.wedge import stepped
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Experiment
from designkit.quantities.bounds import ROUNDING, capped
from designkit.quantities.writing import shown_duration


@rule(
    "DK433",
    Severity.ERROR,
    keys=("experiment.step-every",),
    applies=lambda facts: stepped(facts.design) is not None,
)
def wedge_out_of_time(facts: Facts) -> Iterator[Finding]:
    """A stepped wedge should outlast its last step, and a step should show its outcome.

    Five steps of a month are six months: one before anybody has what is new, and one
    after each step. If the test ends before, its last clusters never cross over, and
    are compared with nothing. And who crosses over stays: if an outcome takes longer
    than the time between two steps, more clusters cross over before anybody knows what
    the step before has done, and those who joined before a step may be touched by it.

    Compared are `steps` and `step-every` with the `duration`, and `outcome-window` with
    `step-every`.

    Bad:
    ```yaml
    experiment:
      design: stepped-wedge
      unit: branch
      steps: 5
      step-every: 28 d
      outcome-window: 14 d
      duration: 112 d       # <- the last branches cross over after 140 days
    components: {score: {kind: batch-scorer}}
    ```

    Good:
    ```yaml
    experiment:
      design: stepped-wedge
      unit: branch
      steps: 5
      step-every: 28 d
      outcome-window: 14 d
      duration: 182 d
    components: {score: {kind: batch-scorer}}
    ```

    Fix: Run longer, or take fewer steps with more clusters in each; decide by an
    outcome that is known sooner; leave out the time right after a step.

    Source: Hemming et al. 2015, The Stepped Wedge Cluster Randomised Trial: Rationale,
    Design, Analysis, and Reporting, BMJ 350:h391; Copas et al. 2015, Designing a
    Stepped Wedge Trial: Three Main Designs, Carry-over Effects and Randomisation
    Approaches, Trials 16:352.
    """
    plan = stepped(facts.design)
    assert plan is not None  # it is one
    yield from _ends_too_soon(plan)
    yield from _steps_too_soon(plan)


def _ends_too_soon(plan: Experiment) -> Iterator[Finding]:
    steps, every, duration = plan.steps, plan.step_every, plan.duration
    if not (steps and every and duration):
        return
    last, whole = (capped(n * every.low) for n in (steps.low, steps.low + 1))
    rests_on = (steps, every, duration)
    if duration.high <= last * (1 + ROUNDING):
        yield Finding(
            (*MAIN, "duration"),
            f"the last clusters cross over after {shown_duration(last)}, and nothing "
            f"is measured after {duration}",
            rests_on=rests_on,
        )
    elif duration.high < whole * (1 - ROUNDING):
        yield Finding(
            (*MAIN, "duration"),
            f"{steps} steps and the time before the first take "
            f"{shown_duration(whole)}, and {duration} are planned",
            severity=Severity.WARNING,
            rests_on=rests_on,
        )


def _steps_too_soon(plan: Experiment) -> Iterator[Finding]:
    every, window = plan.step_every, plan.outcome_window
    if every and window and window.low > every.high * (1 + ROUNDING):
        yield Finding(
            (*MAIN, "step-every"),
            f"outcomes take {window}, and the next clusters cross over {every} after "
            "those before: nobody knows by then what the step before has done",
            severity=Severity.WARNING,
            rests_on=(every, window),
        )
