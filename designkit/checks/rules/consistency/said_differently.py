"""DK310 said-differently."""

from collections.abc import Iterator, Mapping

from designkit.analysis.facts import Facts
from designkit.analysis.outcomes import outcomes_of_joiner
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity

Section = tuple[str, ...]

ONCE: Mapping[str, tuple[Section, tuple[str, ...]]] = {
    "experiment-analysis": (("experiment",), ("duration", "mde", "power")),
}
"""What a kind states that a section of the whole design may state as well.

What may rightly differ is not among them: a join may wait longer than an outcome takes,
and the chance of a false alarm is shared out among several comparisons.
"""

JOINER, RATE = "label-joiner", "positive-rate"
"""What a label may state, and what makes it."""

BUILT = "negative-rate"
"""What a dataset builder states that each of its datasets may state as well."""


@rule("DK310", Severity.WARNING, kinds=(*ONCE, JOINER, "dataset-builder"))
def said_differently(facts: Facts) -> Iterator[Finding]:
    """What a design says in two places should be the same in both.

    An experiment that is planned for a smallest effect of 1% and analysed for one of
    10% is stopped too early. A builder that keeps a hundredth of the negatives and a
    dataset that is said to hold a tenth of them are corrected by the wrong weights.
    Whoever reads one of the places builds on it, and nothing tells which of them is
    right. Where a builder makes several datasets, what it states must be true of one.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      analysis:
        kind: experiment-analysis
        mde: 10%                                    # <- planned for 1%
    experiment: {unit: user, mde: 1%, alpha: 5%}
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      analysis: {kind: experiment-analysis, mde: 1%}
    experiment: {unit: user, mde: 1%, alpha: 5%}
    ```

    Fix: Find out which is true, and state it once, or the same in both places.

    Source: Breck et al. 2017, The ML Test Score, Data 5 and Model 1; Kohavi, Tang and
    Xu 2020, Trustworthy Online Controlled Experiments, chapter 17.
    """
    for of, (section, keys) in ONCE.items():
        parts = facts.of_kind(of)
        for part in parts if len(parts) == 1 else ():
            for key in keys:
                yield from _compared(facts, part, key, ((*section, key),))
    yield from _of_joiners(facts)
    for part in facts.of_kind("dataset-builder"):
        built = [n for n, d in facts.design.datasets.items() if d.built_by == part.id]
        others = tuple(("datasets", name, BUILT) for name in built)
        yield from _compared(facts, part, BUILT, others)


def _of_joiners(facts: Facts) -> Iterator[Finding]:
    """Compare what the only joiner of a label states with what the label does."""
    for part in facts.of_kind(JOINER):
        for outcome in outcomes_of_joiner(facts, part).all:
            if outcome.joiners == (part,) and len(part.texts("labels")) < 2:
                yield from _compared(facts, part, RATE, ((*outcome.path, RATE),))


def _compared(
    facts: Facts, part: Component, key: str, others: tuple[Section, ...]
) -> Iterator[Finding]:
    """Compare what a part states with the other places, if each of them states it."""
    at = ("components", part.id, key)
    said = facts.quantity(*at)
    found = tuple(facts.quantity(*other) for other in others)
    if not said or not found or not all(found):
        return
    if any(other and _agree(said, other) for other in found):
        return
    yield Finding(
        at,
        f"{part.id} states {key} {said}, and {'.'.join(others[0])} is {found[0]}",
        related=((others[0], "stated here as well"),),
        rests_on=(said, found[0]),
    )


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be the same: their ranges meet."""
    return one.low <= other.high and other.low <= one.high
