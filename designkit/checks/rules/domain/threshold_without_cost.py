"""DK812 threshold-without-cost."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State, mentions
from designkit.analysis.stakes import falls_on_people
from designkit.analysis.stated import gates, offline_metrics
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

COSTS = ("false-positive", "false-negative")


@rule("DK812", Severity.WARNING, kinds=("decision-engine",), applies=falls_on_people)
def threshold_without_cost(facts: Facts) -> Iterator[Finding]:
    """A threshold should follow from what each kind of error costs.

    Nobody pays in F1. If a wrong block costs 5 USD and a missed fraud 100 USD, a
    calibrated score is worth acting on from 5 / 105 = 4.8%, not from 50%: the habit of
    one half lets a payment pass that is fraud with a chance of two in five. Where costs
    cannot be had, a floor on precision does the same work.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      decide:
        kind: decision-engine
        thresholds: [block from 50%]                # <- why 50%?
    ```

    Good:
    ```yaml
    problem: {costs: {false-positive: 5 USD, false-negative: 100 USD}}
    components:
      score: {kind: model-server}
      decide:
        kind: decision-engine
        thresholds: [block from 4.8%]
    ```

    Fix: State problem.costs (or both costs at the decision-engine) and derive each
    threshold: false-positive / (false-positive + false-negative), per action.

    Source: Elkan 2001, The Foundations of Cost-Sensitive Learning, IJCAI, section 2.
    """
    texts = (*gates(facts).texts, *offline_metrics(facts).texts)
    for engine in facts.of_kind("decision-engine"):
        if mentions(("precision",), *texts, *engine.texts("thresholds")):
            continue
        states = {name: _state(facts, engine.id, name) for name in COSTS}
        missing = [n for n, state in states.items() if state is not State.PRESENT]
        if missing:
            yield Finding(
                ("components", engine.id, "thresholds"),
                f"the thresholds of {engine.id} follow from nothing: no cost of a "
                f"{listed(missing, 'or a')}, and no precision that must be kept",
                unstated=State.ABSENT not in states.values(),
            )


def _state(facts: Facts, engine: str, error: str) -> State:
    """Say whether the cost of an error is stated, for the problem or for `engine`."""
    said = {
        facts.state("problem", "costs", error),
        facts.state("components", engine, f"{error}-cost"),
    }
    if State.PRESENT in said:
        return State.PRESENT
    return State.ABSENT if State.ABSENT in said else State.UNSTATED
