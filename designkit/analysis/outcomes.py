"""The labels of a design, and which of them a dataset, a model or a joiner is of.

A design with `problem.label` has one, without an id; `problem.labels` has one by id
each. Who names theirs has these. Who names none has all where it is alone of its kind;
beside others it may have any of them, so what is asked of it must hold for each.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.model.component import Component
from designkit.model.learning import Model
from designkit.model.problem import Label, Percentiles
from designkit.quantities.quantity import Quantity

Path = tuple[str, ...]
JOINER = "label-joiner"


@dataclass(frozen=True, slots=True)
class LabelOutcome:
    """A label, where it stands, and the joiners that make it; its id may be empty."""

    id: str
    path: Path
    label: Label
    joiners: tuple[Component, ...]

    @property
    def spreads(self) -> tuple[Percentiles, ...]:
        """What it and its joiners say of how late it is; its own word goes first."""
        joined = tuple(joiner.attributes.get("delay") for joiner in self.joiners)
        is_said = bool(self.id and self.label.delay)
        found = (self.label.delay,) if is_said else (self.label.delay, *joined)
        return tuple(spread for spread in found if isinstance(spread, Percentiles))

    @property
    def delay(self) -> Quantity | None:
        """The time in which 95 in 100 arrive, the longest where several are stated."""
        return longest(spread.p95 for spread in self.spreads)

    @property
    def median(self) -> Quantity | None:
        """The time in which half of them arrive, the longest where several are."""
        return longest(spread.p50 for spread in self.spreads)

    @property
    def positive_rate(self) -> Quantity | None:
        """The share of positives at the natural rate: its own, else of its joiners."""
        rates = (self.label.positive_rate, *_stated(self.joiners, "positive-rate"))
        return next((rate for rate in rates if rate), None)


TimeOf = Callable[[LabelOutcome], Quantity | None]
"""What reads a time of a label."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The labels that something has, or, where not all are `sure`, may have."""

    all: tuple[LabelOutcome, ...]
    sure: bool

    @property
    def delay(self) -> Quantity | None:
        """The time in which 95 in 100 of all of them arrive, at the least."""
        return self.waited(lambda outcome: outcome.delay)

    @property
    def median(self) -> Quantity | None:
        """The time in which half of each of them arrive, at the least."""
        return self.waited(lambda outcome: outcome.median)

    @property
    def is_judged(self) -> bool:
        """Whether people give every one of them, or may give what may be any."""
        given = (outcome.label.method == "human" for outcome in self.all)
        return all(given) if self.sure else any(given)

    def waited(
        self, time: Callable[[LabelOutcome], Quantity | None]
    ) -> Quantity | None:
        """Return the longest `time`; of what may be any of them, the shortest."""
        times = [time(outcome) for outcome in self.all]
        if self.sure:
            return longest(times)
        known = [found for found in times if found]
        is_known = len(known) == len(times)
        return min(known, key=lambda it: it.high) if is_known and known else None

    def hold(self, test: Callable[[LabelOutcome], bool]) -> bool:
        """Whether `test` holds for one of them; for each, where it may be any."""
        return (any if self.sure else all)(map(test, self.all))


def outcomes(facts: Facts) -> tuple[LabelOutcome, ...]:
    """Return all labels of a design; where none is stated, one that says nothing."""
    problem = facts.design.problem
    several = problem.labels if problem else {}
    one = problem.label if problem else None
    unnamed = (_outcome(facts, "", one or Label()),) if one or not several else ()
    return (*unnamed, *(_outcome(facts, id, it) for id, it in several.items()))


def outcomes_of_dataset(facts: Facts, id: str) -> Outcomes:
    """Return the labels of the examples of `id`: its own, else those of its models."""
    dataset = facts.design.datasets.get(id)
    named = dataset.labels if dataset else ()
    return _named(facts, named or _of_learners(facts, id), facts.design.datasets)


def outcomes_of_model(facts: Facts, id: str) -> Outcomes:
    """Return the labels that `id` learns: its own, else those of its datasets."""
    model, known = facts.design.models[id], facts.design.datasets
    sets = [known[name].labels for name in model.datasets if name in known]
    of_sets = [label for labels in sets for label in labels] if all(sets) else []
    return _named(facts, _learnt_by(model) or of_sets, facts.design.models)


def outcomes_of_joiner(facts: Facts, joiner: Component) -> Outcomes:
    """Return the labels that `joiner` makes."""
    return _named(facts, joiner.texts("labels"), facts.of_kind(JOINER))


def outcomes_of_design(facts: Facts) -> Outcomes:
    """Return all labels, for what asks whether the whole system has such a one."""
    return Outcomes(outcomes(facts), sure=True)


def any_outcome(facts: Facts) -> Outcomes:
    """Return all labels, for what may be about any of them."""
    found = outcomes(facts)
    return Outcomes(found, sure=len(found) == 1)


def longest(times: Iterable[Quantity | None]) -> Quantity | None:
    """Return the longest of `times` that are stated."""
    return max((t for t in times if t), key=lambda time: time.high, default=None)


def _of_learners(facts: Facts, id: str) -> tuple[str, ...]:
    """Return the labels of the models that learn from dataset `id`, if all name them.

    Models with several datasets do not tell which label is in which.
    """
    models = [m for m in facts.design.models.values() if id in m.datasets]
    is_told = all(_learnt_by(m) and len(m.datasets) == 1 for m in models)
    return tuple(name for m in models for name in _learnt_by(m)) if is_told else ()


def _learnt_by(model: Model) -> tuple[str, ...]:
    """Return the labels that a model and its heads name."""
    heads = (head.label for head in model.heads.values())
    return (*model.labels, *(label for label in heads if label))


def _named(
    facts: Facts, names: Iterable[str], of_its_kind: Iterable[object]
) -> Outcomes:
    """Return the labels called `names`; where none is, all, sure if one is alone."""
    found, wanted = outcomes(facts), frozenset(names)
    if wanted:
        return Outcomes(tuple(it for it in found if it.id in wanted), sure=True)
    if not found[0].id:
        return Outcomes(found[:1], sure=True)
    return Outcomes(found, sure=min(len(found), len(tuple(of_its_kind))) <= 1)


def _outcome(facts: Facts, id: str, label: Label) -> LabelOutcome:
    """Return a label with the joiners that name it, else those that name none."""
    joiners = facts.of_kind(JOINER)
    silent = tuple(joiner for joiner in joiners if not joiner.texts("labels"))
    named = tuple(joiner for joiner in joiners if id in joiner.texts("labels"))
    path = ("problem", "labels", id) if id else ("problem", "label")
    return LabelOutcome(id, path, label, named or silent)


def _stated(joiners: Iterable[Component], name: str) -> Iterable[Quantity | None]:
    return (joiner.quantity(name) for joiner in joiners)
