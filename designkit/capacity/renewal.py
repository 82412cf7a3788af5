"""How old a model is just before the next one replaces it, and what it has learnt.

Two ages differ. That of the model counts from the start of its training: the steps of
the run, then the time until the next model is out. That of its knowledge counts from
the youngest example it has seen, which had to wait for its label and for the jobs that
bring labels; with late labels it is much the older of the two.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from designkit.model.component import Component
from designkit.model.graph import Graph
from designkit.model.learning import Model
from designkit.model.quantity import Quantity

Names = tuple[str, ...]
"""Attributes of a component."""

Path = tuple[str, ...]
"""Where a design states something."""

BEFORE: Mapping[str, Names] = MappingProxyType(
    {
        "batch-ingest": ("interval", "runtime"),
        "weak-labeler": ("interval", "runtime"),
        "label-joiner": ("interval", "watermark", "runtime"),
    }
)
"""What labels wait for on their way to the examples, by kind."""

RUN: Mapping[str, Names] = MappingProxyType(
    {
        "dataset-builder": ("runtime",),
        "trainer": ("runtime",),
        "calibrator": ("runtime",),
        "evaluator": ("runtime",),
        "deployer": ("bake",),
    }
)
"""What a training run takes until its model is out, by kind and in its order."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a design states, and where."""

    path: Path
    quantity: Quantity

    @property
    def worst(self) -> float:
        """Its seconds, those of the high end of a range."""
        return self.quantity.high


@dataclass(frozen=True, slots=True)
class Renewal:
    """How a model is made anew: what a label waits for, the run, the time between runs.

    What a design does not state is left out, so the true ages may be higher.
    """

    label_wait: Time | None
    before: tuple[Time, ...]
    run: tuple[Time, ...]
    interval: Time | None

    @property
    def model_age(self) -> float:
        """Seconds from the start of a training to its replacement, at worst."""
        return _sum((*self.run, self.interval))

    @property
    def worst_age(self) -> float:
        """Seconds from the youngest example of a model to its replacement, at worst."""
        return _sum((self.label_wait, *self.before)) + self.model_age


def renewal_of(id: str, graph: Graph) -> Renewal:
    """Return how the model `id` is made anew, for all that the design states.

    The run is whatever lies between the examples and the release. Of jobs side by side
    all count, since the one that is waited for is not known.
    """
    model = graph.design.models[id]
    trainer = model.trained_by or ""
    ids = _upstream(trainer, graph) | _downstream(trainer, graph) if trainer else ()
    parts = [part for part in graph.design.components.values() if part.id in ids]
    return Renewal(
        label_wait=_label_wait(model, graph),
        before=tuple(_times(parts, BEFORE)),
        run=tuple(_times(parts, RUN)),
        interval=_interval(id, model, graph),
    )


def _label_wait(model: Model, graph: Graph) -> Time | None:
    """Return the age of the youngest example: stated, else that of final labels."""
    known = graph.design.datasets
    for id in model.datasets or known:
        data = known[id]
        if data.youngest:
            return Time(("datasets", id, "youngest"), data.youngest)
        if data.maturity:
            return Time(("datasets", id, "maturity"), data.maturity)
    return None


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
                if quantity := part.quantity(name):
                    yield Time(("components", part.id, name), quantity)


def _sum(times: Iterable[Time | None]) -> float:
    return sum(time.worst for time in times if time)


def _upstream(trainer: str, graph: Graph) -> frozenset[str]:
    """Return the trainer, what labels pass on their way to it, and its datasets."""
    flows = [
        (flow.target, flow.source)
        for flow in graph.design.flows
        if flow.carries in ("label", "dataset")
    ]
    return _reached(trainer, flows)


def _downstream(trainer: str, graph: Graph) -> frozenset[str]:
    """Return what the model passes on its way out, trainers after it left out."""
    kinds = graph.design.components
    flows = [
        flow.ends
        for flow in graph.design.flows
        if flow.carries == "model" and kinds[flow.target].kind != "trainer"
    ]
    return _reached(trainer, flows)


def _reached(start: str, pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    onward: dict[str, list[str]] = {}
    for source, target in pairs:
        onward.setdefault(source, []).append(target)
    found, waiting = {start}, [start]
    while waiting:
        new = [id for id in onward.get(waiting.pop(), ()) if id not in found]
        found.update(new)
        waiting += new
    return frozenset(found)
