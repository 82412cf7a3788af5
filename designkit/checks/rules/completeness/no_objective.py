"""DK101 no-objective."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

ASKED = ("objective", "task", "decision")


@rule("DK101", Severity.ERROR)
def no_objective(facts: Facts) -> Iterator[Finding]:
    """A design should open with its goal, its ML task and the decision it serves.

    The decision fixes all that follows: what counts as a label, which error is dear,
    which metric ranks two models, where the threshold lies. A team that starts from
    the model finds out after launch that a good score changes nothing anybody does,
    and two readers of the design will have meant two different systems.

    Bad:
    ```yaml
    problem:                                       # <- which decision?
      objective: Lose less money to stolen cards
      task: binary classification
    components:
      score: {kind: model-server}
    ```

    Good:
    ```yaml
    problem:
      objective: Lose less money to stolen cards
      task: binary classification
      decision: allow, challenge or block the payment
    components:
      score: {kind: model-server}
    ```

    Fix: Say under `problem` what the business wants (`objective`), what is predicted
    (`task`), and who does what with the prediction (`decision`).

    Source: Zinkevich, Rules of Machine Learning, rules 2 and 13.
    """
    states = {key: facts.state("problem", key) for key in ASKED}
    missing = [key for key in ASKED if states[key] is not State.PRESENT]
    denied = [key for key in missing if states[key] is State.ABSENT]
    if missing:
        yield Finding(
            ("problem", (denied or missing)[0]),
            f"the problem has no {listed(missing, 'or')}",
            unstated=not denied,
        )
