"""DK668 eval-set-too-small."""

from collections.abc import Iterator
from contextlib import suppress
from math import ceil

from designkit.analysis.facts import Facts, State
from designkit.analysis.test_sets import CaseSet, sets_for
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.exposure import THREE
from designkit.estimates.formulas.judging import paired_cases
from designkit.model.learning import TestSet
from designkit.quantities.bounds import ROUNDING, require_positive
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_count

PURPOSES = ("retrieval", "generation", "task", "attack")


@rule("DK668", Severity.WARNING, keys=("evaluation.sets.*.margin",))
def eval_set_too_small(facts: Facts) -> Iterator[Finding]:
    """A set of cases should be large enough for the difference that a gate looks for.

    A gate cannot see what its sample cannot show. Two versions that answer the same
    cases differ on some of them by chance; a difference of 4 points among 20% of cases
    that flip takes 979 cases, and 50 cases show nothing below 15 points. A gate on less
    lets through and stops by luck.

    Where `flips` is not stated, the least that is possible counts: all that flip do so
    in one direction. Of attacks the `margin` is the share that may succeed, which takes
    3 / margin cases without a success.

    Bad:
    ```yaml
    components: {ask: {kind: agent}}
    evaluation:
      sets:
        - id: answers
          purpose: task
          cases: 50                                # <- 979 show a difference of 4%
          margin: 4%
          flips: 20%
    ```

    Good:
    ```yaml
    components: {ask: {kind: agent}}
    evaluation:
      sets:
        - {id: answers, purpose: task, cases: 1 k, margin: 4%, flips: 20%}
        - {id: attacks, purpose: attack, cases: 300, margin: 1%}
    ```

    Fix: Collect more cases, give both versions the same ones, or look for a larger
    difference and say so.

    Source: Connor 1987, Sample Size for Testing Differences in Proportions for the
    Paired-Sample Design, Biometrics 43(1), at 5% and a power of 80%; Hanley and
    Lippman-Hand 1983, If Nothing Goes Wrong, Is Everything All Right?, JAMA 249.
    """
    for cases in sets_for(facts, *PURPOSES):
        if cases.stated.margin:
            yield from _judged(facts, cases, cases.stated.margin)


def _judged(facts: Facts, cases: CaseSet, margin: Quantity) -> Iterator[Finding]:
    stated, path = cases.stated, cases.path("cases")
    needed = _needed(stated, margin)
    if needed is None:
        return
    shown = f"{shown_count(ceil(needed))} show a difference of {margin}"
    if stated.cases is None:
        state = cases.state(facts, "cases")
        message = f"{stated.id} does not say how many cases it has; {shown}"
        yield Finding(path, message, unstated=state is State.UNSTATED)
    elif stated.cases.high < needed * (1 - ROUNDING):
        yield Finding(
            path,
            f"{stated.id} has {stated.cases} cases; {shown}",
            rests_on=(stated.cases, margin, stated.flips),
        )


def _needed(stated: TestSet, margin: Quantity) -> float | None:
    """Return the cases that show `margin`; nothing where no number of them does."""
    gain = margin.high
    flips = max(gain, stated.flips.low) if stated.flips else gain
    with suppress(ValueError):
        if stated.purpose == "attack":
            require_positive(gain=gain)
            return THREE / gain
        return paired_cases(flips, gain)
    return None
