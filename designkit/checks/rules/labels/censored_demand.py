"""DK219 censored-demand."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

CUT = ("problem.label.censored-by", "problem.labels.*.censored-by")


@rule("DK219", Severity.WARNING, keys=CUT)
def censored_demand(facts: Facts) -> Iterator[Finding]:
    """What stock or capacity cuts off should not be learnt as the whole demand.

    A shelf that is empty at noon sells nothing in the afternoon, and a full house books
    no further guest. Sales are then the smaller of demand and stock. Learnt as demand,
    what sold out is forecast too low, ordered less, and sells out sooner: the error
    feeds itself, and the forecast looks right because it meets the sales.

    It asks where a label says what cuts it off (`censored-by`), and looks at each
    dataset from which a model learns. What is judged on censored outcomes alone, and
    learnt from others, is left to the author.

    Bad:
    ```yaml
    problem:
      label: {name: units sold, censored-by: stock-outs}
    datasets:
      days: {split: time, censoring: none}            # <- sold out, so ordered less
    components:
      fit: {kind: trainer}
    ```

    Good:
    ```yaml
    problem:
      label: {name: units sold, censored-by: stock-outs}
    datasets:
      days: {split: time, censoring: days without stock are masked}
    components:
      fit: {kind: trainer}
    ```

    Fix: Leave out or mask what was cut off, estimate what would have been sold
    (unconstraining), or fit a likelihood that knows the limit (Tobit, survival); say
    which under `censoring` of the dataset.

    Source: Tobin 1958, Estimation of Relationships for Limited Dependent Variables
    (Econometrica 26); Talluri and van Ryzin 2004, The Theory and Practice of Revenue
    Management, section 9.4, on unconstraining.
    """
    for examples in training_sets(facts):
        path = ("datasets", examples.id, "censoring")
        state = facts.state(*path)
        limits = _limits(facts, examples)
        is_set = examples.id in facts.design.datasets
        is_asked = is_set and examples.is_learnt and limits
        if is_asked and state is not State.PRESENT:
            yield Finding(
                path,
                f"{examples.id} takes an outcome that is cut off by "
                f"{listed(limits)} for the whole",
                unstated=state is State.UNSTATED,
            )


def _limits(facts: Facts, examples: TrainingSet) -> tuple[str, ...]:
    """Return what cuts off an outcome of a set, whichever label it has."""
    known = facts.outcomes.of_dataset(examples.id)
    if not known.hold(lambda outcome: bool(outcome.label.censored_by)):
        return ()
    limits = (limit for it in known.all for limit in it.label.censored_by)
    return tuple(dict.fromkeys(limits))
