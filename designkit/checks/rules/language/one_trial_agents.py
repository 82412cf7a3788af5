"""DK671 one-trial-agents."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import loops
from designkit.analysis.test_sets import CaseSet, sets_for
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

LEAST = 3
"""Trials; with fewer nothing tells a task that succeeds from one that once did."""


def _chooses_steps(facts: Facts) -> bool:
    return any(map(loops, facts.of_kind("agent")))


@rule(
    "DK671",
    Severity.WARNING,
    kinds=("agent",),
    keys=("evaluation.sets",),
    applies=_chooses_steps,
)
def one_trial_agents(facts: Facts) -> Iterator[Finding]:
    """An agent should be tested on each task several times.

    An agent that chooses its steps takes others each time, and one that sometimes
    succeeds is not one that succeeds: 60% of the tasks solved once became 38% solved
    four times in a row. Who gives it such a task every day feels the second number, and
    one trial cannot tell it from the first.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent, control: agent, max-steps: 40, deadline: 15 min}
      model: {kind: hosted-model}
    flows:
      calls: [app -> work: request, work -> model: prompt]
    evaluation:
      sets:
        - {id: tasks, cases: 400, purpose: task, trials: 1}    # <- once is luck
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      work: {kind: agent, control: agent, max-steps: 40, deadline: 15 min}
      model: {kind: hosted-model}
    flows:
      calls: [app -> work: request, work -> model: prompt]
    evaluation:
      sets:
        - {id: tasks, cases: 400, purpose: task, trials: 4}
    ```

    Fix: Run each task four to eight times, state `trials`, and let a gate hold the
    share of tasks that all trials solve.

    Source: Yao et al. 2024, τ-bench: A Benchmark for Tool-Agent-User Interaction in
    Real-World Domains, arXiv 2406.12045.
    """
    sets = tuple(it for it in sets_for(facts, "task") if it.stated.purpose)
    if not any(_is_tried(it) for it in sets):
        for cases in sets:
            yield _finding(facts, cases)


def _finding(facts: Facts, cases: CaseSet) -> Finding:
    trials, unstated = cases.stated.trials, cases.state(facts, "trials")
    how = f"runs each task {trials} x" if trials else "does not run a task again"
    if unstated is State.UNSTATED:
        how = "does not say how often it runs each task"
    return Finding(
        cases.path("trials"),
        f"{cases.stated.id} {how}; {LEAST} trials are the least",
        unstated=unstated is State.UNSTATED,
        rests_on=(trials,),
    )


def _is_tried(cases: CaseSet) -> bool:
    trials = cases.stated.trials
    return trials is not None and trials.high >= LEAST
