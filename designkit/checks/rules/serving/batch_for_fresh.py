"""DK616 batch-for-fresh."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.analysis.facts import Facts, State
from designkit.analysis.freshness import VALUES, Age, Ways
from designkit.analysis.promises import Promise, strictest_about
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
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
    it has waited a whole interval and a whole run, and a load into the store besides;
    the data that it was made from is older still. A nightly job that takes an hour
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
    ways = Ways(facts.graph, types=(*VALUES, "prediction"))
    for scorer in facts.of_kind("batch-scorer"):
        promise = _promise(facts, scorer)
        if promise is None:
            continue
        path = ("components", scorer.id, "interval")
        age = _age(ways.age_at(promise.name), scorer)
        if age.least > promise.limit.high * (1 + ROUNDING):
            sum_of = "; ".join(map(str, age.aging))
            yield Finding(
                path,
                f"what {scorer.id} made is up to {shown_duration(age.least)} old when "
                f"the next comes ({sum_of}), but {promise.name} is promised within "
                f"{promise.limit}",
                related=((promise.path, "promised here"),),
            )
        elif (state := facts.state(*path)) is not State.PRESENT:
            yield Finding(
                path,
                f"{scorer.id} does not say how often it scores, but {promise.name} is "
                f"promised within {promise.limit}",
                unstated=state is State.UNSTATED,
            )


def _promise(facts: Facts, scorer: Component) -> Promise | None:
    """Return the strictest promise about what `scorer` makes."""
    after = facts.descendants((scorer.id,), "prediction")
    kept_by = {store.id for store in facts.with_role(Role.KEEPS_ANSWERS)} & after
    return strictest_about(facts.design, {scorer.id, *kept_by})


def _age(age: Age, scorer: Component) -> Age:
    """Return how long ago the run began that made what is read now.

    Where the scorer starts by its input, that is the run of what stands before it.
    """
    ids = [step.id for step in age.steps]
    begin = ids.index(scorer.id) if scorer.id in ids else 0
    while begin and not age.steps[begin].waits:
        begin -= 1
    first, *rest = age.steps[begin:]
    return Age((replace(first, pause=None), *rest))
