"""The labels of a design, and which of them a dataset, a model or a joiner is of.

A design with `problem.label` has one, without an id; `problem.labels` has one by id
each. Who names theirs has these. Who names none has all where it is alone of its kind;
beside others it may have any of them, so what is asked of it must hold for each.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.learning import Model, learners_of
from designkit.model.problem import Label, Percentiles
from designkit.quantities.quantity import Quantity

Path = tuple[str, ...]
JOINER = "label-joiner"


@dataclass(frozen=True)
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

    @cached_property
    def delay(self) -> Quantity | None:
        """The time in which 95 in 100 arrive, the longest where several are stated."""
        return longest(spread.p95 for spread in self.spreads)

    @cached_property
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


@dataclass(frozen=True)
class Outcomes:
    """The labels that something has, or, where not all are `sure`, may have."""

    all: tuple[LabelOutcome, ...]
    sure: bool

    @cached_property
    def delay(self) -> Quantity | None:
        """The time in which 95 in 100 of all of them arrive, at the least."""
        return self.waited(lambda outcome: outcome.delay)

    @cached_property
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


@dataclass(frozen=True)
class LabelIndex:
    """The labels of a design, and which of them a dataset, a model, a joiner has."""

    design: Design

    @cached_property
    def all(self) -> tuple[LabelOutcome, ...]:
        """All labels; where none is stated, one that says nothing."""
        problem = self.design.problem
        several = problem.labels if problem else {}
        one = problem.label if problem else None
        unnamed = (self._outcome("", one or Label()),) if one or not several else ()
        return (*unnamed, *(self._outcome(id, it) for id, it in several.items()))

    @cached_property
    def of_design(self) -> Outcomes:
        """All labels, for what asks whether the whole system has such a one."""
        return Outcomes(self.all, sure=True)

    @cached_property
    def of_any(self) -> Outcomes:
        """All labels, for what may be about any of them."""
        return Outcomes(self.all, sure=len(self.all) == 1)

    def of_dataset(self, id: str) -> Outcomes:
        """Return the labels of the examples of `id`: its own, else of its models."""
        dataset = self.design.datasets.get(id)
        named = dataset.labels if dataset else ()
        return self._named(named or self._of_learners(id), self.design.datasets)

    def of_model(self, id: str) -> Outcomes:
        """Return the labels that `id` learns: its own, else those of its datasets."""
        model, known = self.design.models[id], self.design.datasets
        sets = [known[name].labels for name in model.datasets if name in known]
        of_sets = [label for labels in sets for label in labels] if all(sets) else []
        return self._named(_learnt_by(model) or of_sets, self.design.models)

    def of_joiner(self, joiner: Component) -> Outcomes:
        """Return the labels that `joiner` makes."""
        return self._named(joiner.texts("labels"), self._joiners)

    @cached_property
    def datasets(self) -> Mapping[str, tuple[str, ...]]:
        """The datasets that surely have each label, by the id of the label."""
        found: dict[str, list[str]] = {}
        for id in self.design.datasets:
            known = self.of_dataset(id)
            for outcome in known.all if known.sure else ():
                found.setdefault(outcome.id, []).append(id)
        return {label: tuple(ids) for label, ids in found.items()}

    def _named(self, names: Iterable[str], of_its_kind: Collection[object]) -> Outcomes:
        """Return the labels called `names`; if there are none, all: sure if alone."""
        wanted = self._places.keys() & set(names)
        if names:
            places = sorted(self._places[name] for name in wanted)
            return Outcomes(tuple(self.all[place] for place in places), sure=True)
        if not self.all[0].id:
            return self._first
        is_alone = min(len(self.all), len(of_its_kind)) <= 1
        return self.of_design if is_alone else self._doubtful

    @cached_property
    def _first(self) -> Outcomes:
        return Outcomes(self.all[:1], sure=True)

    @cached_property
    def _doubtful(self) -> Outcomes:
        return Outcomes(self.all, sure=False)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {outcome.id: place for place, outcome in enumerate(self.all)}

    def _of_learners(self, id: str) -> tuple[str, ...]:
        """Return the labels of the models that learn from `id`, if all name theirs.

        Models with several datasets do not tell which label is in which.
        """
        models = [self.design.models[name] for name in self._learners.get(id, ())]
        is_told = all(_learnt_by(m) and len(m.datasets) == 1 for m in models)
        return tuple(name for m in models for name in _learnt_by(m)) if is_told else ()

    @cached_property
    def _learners(self) -> Mapping[str, tuple[str, ...]]:
        return learners_of(self.design.models)

    @cached_property
    def _joiners(self) -> tuple[Component, ...]:
        return self.design.of_kind(JOINER)

    @cached_property
    def _makers(self) -> Mapping[str, tuple[Component, ...]]:
        """The joiners that name each label, and under no name those that name none."""
        found: dict[str, list[Component]] = {}
        for joiner in self._joiners:
            for name in dict.fromkeys(joiner.texts("labels") or ("",)):
                found.setdefault(name, []).append(joiner)
        return {name: tuple(joiners) for name, joiners in found.items()}

    def _outcome(self, id: str, label: Label) -> LabelOutcome:
        """Return a label with the joiners that name it, else those that name none."""
        joiners = self._makers.get(id) or self._makers.get("", ())
        path = ("problem", "labels", id) if id else ("problem", "label")
        return LabelOutcome(id, path, label, joiners)


def longest(times: Iterable[Quantity | None]) -> Quantity | None:
    """Return the longest of `times` that are stated."""
    return max((t for t in times if t), key=lambda time: time.high, default=None)


def _learnt_by(model: Model) -> tuple[str, ...]:
    """Return the labels that a model and its heads name."""
    heads = (head.label for head in model.heads.values())
    return (*model.labels, *(label for label in heads if label))


def _stated(joiners: Iterable[Component], name: str) -> Iterable[Quantity | None]:
    return (joiner.quantity(name) for joiner in joiners)
