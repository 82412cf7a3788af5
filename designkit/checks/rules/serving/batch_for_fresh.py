"""DK616 batch-for-fresh."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.bounds import capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration


def _promises(facts: Facts) -> bool:
    return any(_promise(facts, scorer) for scorer in facts.of_kind("batch-scorer"))


@rule(
    "DK616",
    Severity.ERROR,
    kinds=("batch-scorer",),
    keys=("objectives.freshness",),
    applies=_promises,
)
def batch_for_fresh(facts: Facts) -> Iterator[Finding]:
    """Scores that are made by the clock should be younger than they are promised.

    A stored score is as old as the run that made it: just before the next ones come in
    it has waited a whole interval and a whole run. A nightly job that takes an hour
    answers at midnight with what was known the night before, and whoever signed up at
    breakfast gets no answer all day. No cache and no faster store mends that.

    Bad:
    ```yaml
    objectives: {freshness: {offers: 1 h}}
    components:
      score-all:
        kind: batch-scorer
        interval: 24 h                              # <- 25 h old at worst
        runtime: 1 h
      offers: {kind: prediction-store}
    flows:
      batches:
        - score-all -> offers: prediction
    ```

    Good:
    ```yaml
    objectives: {freshness: {offers: 30 h}}
    components:
      score-all: {kind: batch-scorer, interval: 24 h, runtime: 1 h}
      offers: {kind: prediction-store}
    flows:
      batches:
        - score-all -> offers: prediction
    ```

    Fix: Score those who come when they come (a model server, a stream scorer) and keep
    the batch for the rest, run more often, or promise the age that the job can keep.

    Source: Huyen 2022, Designing Machine Learning Systems, chapter 7, on batch and
    online prediction; Zinkevich, Rules of Machine Learning, rule 8.
    """
    for scorer in facts.of_kind("batch-scorer"):
        promise = _promise(facts, scorer)
        if promise is None:
            continue
        name, limit = promise
        path, terms = ("components", scorer.id, "interval"), _terms(scorer)
        age = capped(sum(term.low for term in terms))
        if age > limit.high:
            yield Finding(
                path,
                f"what {scorer.id} made is up to {shown_duration(age)} old when the "
                f"next comes ({' + '.join(map(str, terms))}), but {name} is promised "
                f"within {limit}",
                related=((("objectives", "freshness", name), "promised here"),),
            )
        elif (state := facts.state(*path)) is not State.PRESENT:
            yield Finding(
                path,
                f"{scorer.id} does not say how often it scores, but {name} is promised "
                f"within {limit}",
                unstated=state is State.UNSTATED,
            )


def _terms(scorer: Component) -> tuple[Quantity, ...]:
    stated = (scorer.quantity(name) for name in ("interval", "runtime"))
    return tuple(quantity for quantity in stated if quantity)


def _promise(facts: Facts, scorer: Component) -> tuple[str, Quantity] | None:
    """Return the strictest promise about what `scorer` makes, with its name."""
    objectives = facts.design.objectives
    promises = objectives.freshness if objectives else {}
    after = facts.descendants((scorer.id,), "prediction")
    kept_by = {store.id for store in facts.with_role(Role.KEEPS_ANSWERS)} & after
    named = [(n, q) for n, q in promises.items() if n in kept_by or n == scorer.id]
    return min(named, key=lambda promise: (promise[1].high, promise[0]), default=None)
