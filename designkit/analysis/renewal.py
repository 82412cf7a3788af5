"""How old a model is just before the next one replaces it, and what it has learnt.

Two ages differ. That of the model counts from the start of its training: the steps of
the run, then the time until the next model is out. That of its knowledge counts from
the youngest example it has seen, which had to wait for its label and for the jobs that
bring labels; with late labels it is much the older of the two.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from designkit.analysis.environments import before_everybody
from designkit.analysis.lineage import Lineage, Trail
from designkit.model.component import Component
from designkit.model.graph import Graph
from designkit.model.learning import Dataset, Model
from designkit.quantities.bounds import capped
from designkit.quantities.quantity import Dimension, Quantity
from designkit.quantities.writing import TIMES

Names = tuple[str, ...]
"""Attributes of a component."""

Path = tuple[str, ...]
"""Where a design states something."""

EXAMPLES, MODELS = Trail(("label", "dataset")), Trail(("model",))

BEFORE: Mapping[str, Names] = MappingProxyType(
    {
        "batch-ingest": ("interval", "runtime"),
        "weak-labeler": ("interval", "runtime"),
        "label-joiner": ("interval", "watermark", "runtime"),
        "job": ("interval", "runtime"),
        "stream-job": ("lag",),
    }
)
"""What labels wait for on their way to the examples, by kind."""

RUN: Mapping[str, Names] = MappingProxyType(
    {
        "dataset-builder": ("runtime",),
        "trainer": ("runtime",),
        "calibrator": ("runtime",),
        "evaluator": ("runtime",),
        "deployer": ("bake", "environments", "ramp"),
    }
)
"""What a training run takes until its model is out, by kind and in its order."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a design states, and where; of a component, with its kind."""

    path: Path
    quantity: Quantity
    kind: str = ""

    @property
    def worst(self) -> float:
        """Its seconds, those of the high end of a range."""
        return self.quantity.high

    @property
    def least(self) -> float:
        """Its seconds, those of the low end of a range."""
        return self.quantity.low

    def __str__(self) -> str:
        """Write the time as a term of a sum: ``train runtime 3 h``."""
        return f"{self.path[1]} {self.path[-1]} {self.quantity}"


@dataclass(frozen=True, slots=True)
class Renewal:
    """How a model is made anew: what a label waits for, the run, the time between runs.

    `least_wait` is the shortest wait of a label in any of the datasets, where all state
    one. `skipped` are the deployers past which the model comes into service as well.
    What a design does not state is left out, so the true ages may be higher.
    """

    label_wait: Time | None
    before: tuple[Time, ...]
    run: tuple[Time, ...]
    interval: Time | None
    least_wait: Time | None = None
    skipped: frozenset[str] = frozenset()

    @property
    def model_age(self) -> float:
        """Seconds from the start of a training to its replacement, at worst."""
        return _sum((*self.run, self.interval))

    @property
    def worst_age(self) -> float:
        """Seconds from the youngest example of a model to its replacement, at worst."""
        return _sum((self.label_wait, *self.before)) + self.model_age

    @property
    def surely(self) -> tuple[Time, ...]:
        """What the age of the model is made of for certain: the run, the interval."""
        return (*self.surely_run, *_stated(self.interval))

    @property
    def surely_run(self) -> tuple[Time, ...]:
        """What its run takes for certain, from its examples until it is out."""
        return slowest(t for t in self.run if t.path[1] not in self.skipped)

    @property
    def surely_learnt(self) -> tuple[Time, ...]:
        """What the age of its knowledge is made of for certain."""
        return (*_stated(self.least_wait), *slowest(self.before), *self.surely)


def slowest(times: Iterable[Time]) -> tuple[Time, ...]:
    """Return those of `times` that are waited for in any case.

    Of several components of a kind, which may work side by side, these are the times of
    the slowest, by the low ends.
    """
    by_kind: dict[str, dict[str, list[Time]]] = {}
    for time in times:
        by_kind.setdefault(time.kind, {}).setdefault(time.path[1], []).append(time)
    longest = (max(parts.values(), key=least_sum) for parts in by_kind.values())
    return tuple(time for part in longest for time in part)


def least_sum(times: Iterable[Time]) -> float:
    """Return the seconds that `times` are together at least, by their low ends."""
    return capped(sum(time.least for time in times))


def renewal_of(id: str, graph: Graph) -> Renewal:
    """Return how the model `id` is made anew, for all that the design states.

    The run is whatever lies between the examples and the release. Of jobs side by side
    all count, since the one that is waited for is not known.
    """
    model = graph.design.models[id]
    trainer = model.trained_by or ""
    ids = _upstream(trainer, graph) | _downstream(trainer, graph) if trainer else ()
    parts = [part for part in graph.design.components.values() if part.id in ids]
    waits = tuple(_label_waits(model, graph))
    least = min(_stated(*waits), key=lambda wait: wait.least, default=None)
    return Renewal(
        label_wait=next(_stated(*waits), None),
        before=tuple(_times(parts, BEFORE)),
        run=tuple(_times(parts, RUN)),
        interval=_interval(id, model, graph),
        least_wait=least if all(waits) else None,
        skipped=frozenset(
            part.id
            for part in parts
            if part.kind == "deployer" and _is_skipped(part.id, model, graph)
        ),
    )


def _is_skipped(deployer: str, model: Model, graph: Graph) -> bool:
    """Whether `model` reaches all that serve it without passing `deployer`."""
    flows = [
        flow
        for flow in graph.design.flows
        if flow.carries == "model" and deployer not in flow.ends
    ]
    reached = graph.reachable((model.trained_by or "",), flows)
    return bool(model.served_by) and reached.issuperset(model.served_by)


def _label_waits(model: Model, graph: Graph) -> Iterator[Time | None]:
    """Give the wait for labels of each dataset that the model learns from.

    A model that names no datasets may learn from any of them.
    """
    known = graph.design.datasets
    return (_label_wait(id, known[id]) for id in model.datasets or known)


def _label_wait(id: str, dataset: Dataset) -> Time | None:
    """Return the age of the youngest example: stated, else that of final labels."""
    name = "youngest" if dataset.youngest else "maturity"
    wait = dataset.youngest or dataset.maturity
    return Time(("datasets", id, name), wait) if wait else None


def _interval(id: str, model: Model, graph: Graph) -> Time | None:
    if model.retrain and model.retrain.every:
        return Time(("models", id, "retrain", "every"), model.retrain.every)
    trainer = graph.design.components.get(model.trained_by or "")
    every = trainer.quantity("interval") if trainer else None
    path = ("components", model.trained_by or "", "interval")
    return Time(path, every) if every else None


def _times(parts: Iterable[Component], kinds: Mapping[str, Names]) -> Iterator[Time]:
    for kind, names in kinds.items():
        for part in parts:
            for name in names if part.kind == kind else ():
                if quantity := time_taken(part, name):
                    yield Time(("components", part.id, name), quantity, kind)


def time_taken(part: Component, name: str) -> Quantity | None:
    """Return the time that `part` states as `name`, in seconds, if it does.

    A release is watched as long in each of its steps, if it says how many they are; of
    one that names its environments, those count that come before everybody.
    """
    if part.environments and name in ("bake", "environments"):
        return _watched(part) if name == "environments" else None
    time, steps = part.quantity(name), part.quantity("steps")
    if name != "bake" or time is None or steps is None:
        return time
    low, high = capped(time.low * steps.low), capped(time.high * steps.high)
    return Quantity(low, high, time.dimension, f"{steps} {TIMES} {time}")


def _watched(deployer: Component) -> Quantity | None:
    """Return the time in the environments before everybody, where one is stated."""
    times = [it.bake for it in before_everybody(deployer) if it.bake]
    if not times:
        return None
    low, high = sum(it.low for it in times), sum(it.high for it in times)
    text = " + ".join(map(str, times))
    return Quantity(capped(low), capped(high), Dimension.DURATION, text)


def _stated(*times: Time | None) -> Iterator[Time]:
    return (time for time in times if time)


def _sum(times: Iterable[Time | None]) -> float:
    return sum(time.worst for time in _stated(*times))


def _upstream(trainer: str, graph: Graph) -> frozenset[str]:
    """Return the trainer, what labels pass on their way to it, and its datasets."""
    return Lineage(graph).behind((trainer,), EXAMPLES) | {trainer}


def _downstream(trainer: str, graph: Graph) -> frozenset[str]:
    """Return what the model passes on its way out, trainers after it left out."""
    others = [part.id for part in graph.design.of_kind("trainer")]
    return frozenset(Lineage(graph).givers((trainer,), MODELS, others))
