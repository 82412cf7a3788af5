"""DK310 said-differently."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.durations import DAY
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import listed

Path = tuple[str, ...]
Value = Quantity | frozenset[str]
Agree = Callable[[Quantity, Quantity], bool]


ROUNDED = 1.01
"""Numbers that differ by no more are one number, written with fewer figures."""


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be the same: their ranges meet, or nearly so."""
    return _meet(one.low, one.high, other)


def _a_day(one: Quantity, other: Quantity) -> bool:
    """Whether a rate may be a number of things a day."""
    return _meet(one.low * DAY, one.high * DAY, other)


def _meet(low: float, high: float, other: Quantity) -> bool:
    return low <= other.high * ROUNDED and other.low <= high * ROUNDED


def _enough(one: Quantity, other: Quantity) -> bool:
    """Whether a part may reach as far as is said of the whole, or farther."""
    return one.high >= other.low


def _strict(one: Quantity, other: Quantity) -> bool:
    """Whether a part may be as strict as is said of the whole, or stricter."""
    return one.low <= other.high


TWICE: Mapping[str, tuple[tuple[str, str, Agree], ...]] = MappingProxyType(
    {
        "experiment-analysis": (
            ("duration", "experiment.duration", _same),
            ("mde", "experiment.mde", _same),
            ("power", "experiment.power", _same),
            ("alpha", "experiment.alpha", _strict),
        ),
        "experiment-service": (("arms", "experiment.arms", _same),),
        "client": (
            ("daily-users", "workload.daily-users", _same),
            ("requests-per-user", "workload.requests-per-user", _a_day),
            ("peak-factor", "workload.peak-factor", _same),
            ("payload", "workload.request-size", _same),
        ),
        "event-collector": (("event-size", "workload.event-size", _same),),
        "decision-engine": (
            ("false-positive-cost", "problem.costs.false-positive", _same),
            ("false-negative-cost", "problem.costs.false-negative", _same),
        ),
        "review-queue": (("capacity", "workload.review-capacity", _a_day),),
        "retrain-trigger": (
            ("interval", "models.*.retrain.every", _same),
            ("max-model-age", "models.*.retrain.max-age", _strict),
            ("cooldown", "models.*.retrain.cooldown", _same),
        ),
    }
)
"""What the only part of a kind states that a section may state as well.

What may rightly differ is not among them, or may differ one way: the chance of a false
alarm is shared out among several comparisons. Where a section says it of several
models, the part must be true of one.
"""

JOINER = "label-joiner"

OF_LABEL: tuple[tuple[str, Agree], ...] = (
    ("positive-rate", _same),
    ("window", _enough),
)
"""What a joiner states that its label may state as well."""

BUILT = (
    *("negative-rate", "lookback", "join", "split"),
    *("reweighted", "preprocess-fit-on", "versioned"),
)
"""What a dataset builder states that each of its datasets may state as well."""

BACK = "window"
"""What a job states of how far it looks back, and each feature that it makes."""

JOBS = kinds_with(Role.TRANSFORM)


@rule("DK310", Severity.WARNING, kinds=(*TWICE, *JOBS, JOINER, "dataset-builder"))
def said_differently(facts: Facts) -> Iterator[Finding]:
    """What a design says in two places should be the same in both.

    An experiment that is planned for a smallest effect of 1% and analysed for one of
    10% is stopped too early. A builder that keeps a hundredth of the negatives and a
    dataset that is said to hold a tenth of them are corrected by the wrong weights.
    Whoever reads one of the places builds on it, and nothing tells which of them is
    right. Where a builder makes several datasets, what it states must be true of one,
    and so it is with a trigger and several models.

    Compared are numbers, choices and flags; a hundredth is rounding.
    Some may differ one way. A join may wait longer than an outcome takes, and one that
    waits less calls late outcomes negative. An alarm may ring before a model is too
    old, and is of no use after. A job may look farther back than a feature needs.

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
    for of, pairs in TWICE.items():
        parts = facts.of_kind(of)
        for part in parts if len(parts) == 1 else ():
            for key, pattern, agree in pairs:
                places = [path for path, _ in facts.stated(pattern)]
                yield from _compared(facts, part, key, places, agree)
    yield from _of_joiners(facts)
    for part in facts.of_kind("dataset-builder"):
        built = [n for n, d in facts.design.datasets.items() if d.built_by == part.id]
        for key in BUILT:
            others = [("datasets", name, key) for name in built]
            yield from _compared(facts, part, key, others, _same)
    for job in facts.of_kind(*JOBS):
        for id, feature in facts.design.features.items():
            if job.id in (feature.offline_by, feature.online_by):
                place = ("features", id, BACK)
                yield from _compared(facts, job, BACK, (place,), _enough)


def _of_joiners(facts: Facts) -> Iterator[Finding]:
    """Compare what the only joiner of a label states with what the label does."""
    for part in facts.of_kind(JOINER):
        for outcome in facts.outcomes.of_joiner(part).all:
            if outcome.joiners == (part,) and len(part.texts("labels")) < 2:
                for key, agree in OF_LABEL:
                    yield from _compared(
                        facts, part, key, ((*outcome.path, key),), agree
                    )


def _compared(
    facts: Facts, part: Component, key: str, others: Sequence[Path], agree: Agree
) -> Iterator[Finding]:
    """Compare what a part states with the other places, if each of them states it."""
    at = ("components", part.id, key)
    said = _value(facts, at)
    found = tuple(_value(facts, other) for other in others)
    if said is None or not found or None in found:
        return
    if any(_agree(said, other, agree) for other in found):
        return
    yield Finding(
        at,
        f"{part.id} states {key} {_shown(said)}, and {'.'.join(others[0])} is "
        f"{_shown(found[0])}",
        related=((others[0], "stated here as well"),),
        rests_on=tuple(it for it in (said, found[0]) if isinstance(it, Quantity)),
    )


def _value(facts: Facts, path: Path) -> Value | None:
    """Return the number at `path`, or the choices or the flag as words."""
    if number := facts.quantity(*path):
        return number
    for _, value in facts.stated(".".join(path)):
        words = value if isinstance(value, tuple) else (value,)
        return frozenset(str(word).lower() for word in words)
    return None


def _agree(one: Value, other: Value | None, agree: Agree) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return agree(one, other)
    return one == other


def _shown(value: Value | None) -> str:
    return listed(sorted(value)) if isinstance(value, frozenset) else str(value)
