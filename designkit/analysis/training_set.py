"""A training set as rules see it: what a dataset and its builder say together."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.facts import Facts, State
from designkit.model.component import Component
from designkit.model.learning import Dataset, Feature, Model

SHARED = (
    "join",
    "split",
    "group-by",
    "linked-within",
    "negative-rate",
    "reweighted",
    "preprocess-fit-on",
    "lookback",
    "versioned",
)
"""What a builder may say for all datasets that it builds."""

Path = tuple[str, ...]


@dataclass(frozen=True)
class TrainingSet:
    """A set of examples; `said` is what the dataset says, else what its builder says.

    `places` are where it may say so, the nearest first: the dataset, then the builder.
    """

    facts: Facts
    id: str
    said: Dataset
    places: tuple[Path, ...]

    def place(self, name: str) -> Path:
        """Return where `name` is said, else where it should be."""
        said = (
            (*place, name)
            for place in self.places
            if self.facts.state(*place, name) is not State.UNSTATED
        )
        return next(said, (*self.places[0], name))

    def state(self, name: str) -> State:
        """Say whether `name` is there, said to be absent, or unstated."""
        return self.facts.state(*self.place(name))

    @property
    def builder(self) -> str:
        """The id of the component that builds it; empty where none is known."""
        return next((id for part, id in self.places if part == "components"), "")

    @cached_property
    def learners(self) -> tuple[str, ...]:
        """The ids of the models that name it, and of those that name no datasets."""
        known = self.facts.learners
        named, others = known.get(self.id, ()), known.get("", ())
        if named and others:
            both = {*named, *others}
            return tuple(id for id in self.facts.design.models if id in both)
        return named or others

    @property
    def models(self) -> tuple[Model, ...]:
        """The models that learn from it; those that name no datasets learn from all."""
        return tuple(self.facts.design.models[id] for id in self.learners)

    @property
    def is_learnt(self) -> bool:
        """Whether a model learns from it, as against being judged on it."""
        return bool(self.learners) or not self.facts.design.models

    @property
    def features(self) -> tuple[tuple[str, Feature], ...]:
        """The features that its models read, with those that name no models."""
        names = frozenset(self.learners)
        return tuple(
            (id, feature)
            for id, feature in self.facts.design.features.items()
            if not feature.used_by or not names.isdisjoint(feature.used_by)
        )


def training_sets(facts: Facts) -> tuple[TrainingSet, ...]:
    """Return every dataset, and every builder of none, in the order of the file.

    A dataset that does not say who builds it is built by the only builder there is. One
    that is there to test (`purpose: test`) is none: nothing is fitted to it.
    """
    every = facts.of_kind("dataset-builder")
    builders = [part for part in every if part.texts("purpose") != ("test",)]
    only = builders[0].id if len(builders) == 1 else ""
    datasets = {
        id: (dataset, dataset.built_by or only)
        for id, dataset in facts.design.datasets.items()
    }
    used = {builder for _, builder in datasets.values()}
    return (
        *(_of_dataset(facts, id, *both) for id, both in datasets.items()),
        *(_of_builder(facts, b) for b in builders if b.id not in used),
    )


def _of_dataset(facts: Facts, id: str, dataset: Dataset, built_by: str) -> TrainingSet:
    """Fill what `dataset` does not say with what its builder says."""
    builder = facts.design.components.get(built_by)
    if builder is None:
        return TrainingSet(facts, id, dataset, (("datasets", id),))
    unsaid = (n for n in SHARED if facts.state("datasets", id, n) is State.UNSTATED)
    said = dataset.model_copy(update=_attributes(builder, unsaid))
    return TrainingSet(facts, id, said, (("datasets", id), ("components", built_by)))


def _of_builder(facts: Facts, builder: Component) -> TrainingSet:
    said = Dataset().model_copy(update=_attributes(builder, SHARED))
    return TrainingSet(facts, builder.id, said, (("components", builder.id),))


def _attributes(builder: Component, names: Iterable[str]) -> dict[str, object]:
    stated = builder.attributes
    return {name.replace("-", "_"): stated[name] for name in names if name in stated}
