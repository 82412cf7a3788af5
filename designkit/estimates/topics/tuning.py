"""Tuning of language models: the work, the adapter and the memory that it takes."""

from collections.abc import Iterator

from designkit.analysis.lineage import Trail
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Result, called
from designkit.estimates.formulas.fine_tuning import (
    FOUR_BITS,
    HALF,
    adapter_parameters,
    adapter_work,
    tuning_memory,
)
from designkit.estimates.formulas.training import transformer_work
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import BYTES, COUNT, Unit

ADAPTERS = ("lora", "qlora")
"""Methods by which an adapter learns, and the weights stay as they are."""

MODEL = Trail(("model",))
"""A model, from who trained it to who runs it."""

ATTENTION = "Adapted are the four matrices of attention in each layer."
WITHOUT = "Activations come on top, by batch and length."


@topic(97, "Tuning of language models", Chapter.LABELS)
def tuning(sheet: EstimateInputs) -> Iterator[Result]:
    """Follow each trainer to the one language model that runs what it made."""
    for trainer in sheet.facts.of_kind("trainer"):
        ahead = sheet.facts.lineage.ahead((trainer.id,), MODEL)
        servers = [s for s in sheet.facts.of_kind("llm-server") if s.id in ahead]
        if len(servers) == 1 and servers[0].quantity("parameters"):
            yield from _of_trainer(sheet, trainer, servers[0])


def _of_trainer(
    sheet: EstimateInputs, trainer: Component, server: Component
) -> Iterator[Result]:
    adapts = _adapts(trainer)
    if trainer.quantity("train-tokens"):
        yield _work(sheet, trainer, server)
    if not adapts:
        yield _memory_of_all(sheet, trainer, server)
    elif trainer.quantity("rank"):
        yield (adapter := _adapter(sheet, trainer, server))
        yield _memory(sheet, trainer, server, adapter)


def _adapts(trainer: Component) -> bool:
    """Whether an adapter learns: by the method, or by the rank that it has."""
    by_method = not set(ADAPTERS).isdisjoint(trainer.texts("method"))
    return by_method or trainer.quantity("rank") is not None


def _work(sheet: EstimateInputs, trainer: Component, server: Component) -> Result:
    adapts = _adapts(trainer)
    return compute(
        _entry(trainer, "work", "operations of one training", COUNT),
        f"{4 if adapts else 6} * {{parameters}} * {{tokens}}",
        adapter_work if adapts else transformer_work,
        parameters=sheet.stated("components", server.id, "parameters"),
        tokens=sheet.stated("components", trainer.id, "train-tokens"),
    )


def _adapter(sheet: EstimateInputs, trainer: Component, server: Component) -> Result:
    at = ("components", server.id)
    return compute(
        _entry(trainer, "adapter", "parameters of an adapter", COUNT, ATTENTION),
        "{rank} * {layers} * (6 * {width} + 2 * {heads} * {size})",
        lambda rank, layers, width, heads, size: adapter_parameters(
            rank, layers * (6 * width + 2 * heads * size)
        ),
        rank=sheet.stated("components", trainer.id, "rank"),
        layers=sheet.stated(*at, "layers"),
        width=sheet.stated(*at, "width"),
        heads=sheet.stated(*at, "kv-heads"),
        size=sheet.stated(*at, "head-size"),
    )


def _memory(
    sheet: EstimateInputs,
    trainer: Component,
    server: Component,
    adapter: Result,
) -> Result:
    each = FOUR_BITS if trainer.texts("method") == ("qlora",) else HALF
    return compute(
        _entry(trainer, "memory", "memory of a tuning", BYTES, WITHOUT),
        f"16 B * {{adapter}} + {each:.2g} B * {{parameters}}",
        lambda adapter, parameters: tuning_memory(adapter, parameters, each),
        adapter=called(adapter, "parameters of an adapter"),
        parameters=sheet.stated("components", server.id, "parameters"),
    )


def _memory_of_all(
    sheet: EstimateInputs, trainer: Component, server: Component
) -> Result:
    return compute(
        _entry(trainer, "memory", "memory of a tuning", BYTES, WITHOUT),
        "16 B * {parameters}",
        lambda parameters: tuning_memory(parameters),
        parameters=sheet.stated("components", server.id, "parameters"),
    )


def _entry(
    trainer: Component, id: str, title: str, unit: Unit, note: str = ""
) -> FigureEntry:
    return FigureEntry(
        f"tuning.{trainer.id}.{id}",
        f"{trainer.title}: {title}",
        unit,
        note=note,
        about=trainer.id,
    )
