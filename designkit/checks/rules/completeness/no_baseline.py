"""DK102 no-baseline."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK102", Severity.WARNING, keys=("problem", "evaluation"))
def no_baseline(facts: Facts) -> Iterator[Finding]:
    """A model should have something simple to beat.

    Without a rule of thumb beside it, no number says whether the model is worth its
    machines and its people: 92% accuracy is poor where always saying no gives 95%.
    The baseline is also what can be launched first, what answers when the model
    cannot, and what shows a broken pipeline when the model loses to it.

    Bad:
    ```yaml
    problem:                                       # <- better than what?
      objective: Show each visitor something worth watching
      task: ranking
      decision: which ten videos are shown
    components:
      rank: {kind: model-server}
    ```

    Good:
    ```yaml
    problem:
      objective: Show each visitor something worth watching
      task: ranking
      decision: which ten videos are shown
      baseline: the most watched videos of the last 24 h in the country
    components:
      rank: {kind: model-server}
    ```

    Fix: Name the popular list, the rules, the last value or the linear model that is
    there today as `baseline` under `problem` or `evaluation`.

    Source: Zinkevich, Rules of Machine Learning, rules 1 and 4; Breck et al. 2017, The
    ML Test Score, Model 5.
    """
    states = {place: facts.state(*place) for place in _places(facts)}
    if State.PRESENT not in states.values():
        denied = [place for place in states if states[place] is State.ABSENT]
        section = "problem" if facts.design.problem else "evaluation"
        yield Finding(
            denied[0] if denied else (section, "baseline"),
            "no baseline is named that a model must beat",
            unstated=not denied,
        )


def _places(facts: Facts) -> Iterator[tuple[str, ...]]:
    """Give the places where a design may name a baseline; a ladder starts with it."""
    yield from (("problem", "baseline"), ("evaluation", "baseline"))
    for evaluator in facts.of_kind("evaluator"):
        yield ("components", evaluator.id, "baseline")
    for id in facts.design.models:
        yield ("models", id, "ladder")
