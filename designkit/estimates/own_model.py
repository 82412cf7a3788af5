"""A language model on cards of one's own: what is stated of it, ready for formulas."""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.estimates.compute import FigureEntry
from designkit.estimates.figure import FigureInput, Lack, Term, counted
from designkit.estimates.formulas.model_memory import grouped_bytes
from designkit.estimates.language import one_agent
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component
from designkit.quantities.measure import Unit

BYTES_EACH: Mapping[str, float] = MappingProxyType(
    {
        "fp32": 4,
        "tf32": 4,
        "bf16": 2,
        "fp16": 2,
        "fp8": 1,
        "int8": 1,
        "int4": grouped_bytes(4, 128),
        "fp4": grouped_bytes(4, 128),
    }
)
"""Bytes of a number in each format; those of four bits share a scale of 128."""


def at(sheet: EstimateInputs, server: Component, key: str, label: str = "") -> Term:
    """Return what `server` states as `key`."""
    return sheet.stated("components", server.id, key, label=label)


def or_default(sheet: EstimateInputs, server: Component, key: str) -> FigureInput:
    """Return what `server` states as `key`, else the default of that name."""
    return sheet.given(key, "components", server.id, key)


def bytes_each(sheet: EstimateInputs, server: Component, key: str) -> Term:
    """Return the bytes of a number in the format that `server` states as `key`."""
    path = f"components.{server.id}.{key}"
    written = " ".join(server.texts(key)).strip().lower()
    if not written:
        lacking = sheet.stated("components", server.id, key)
        assert isinstance(lacking, Lack)
        return lacking
    if written not in BYTES_EACH:
        known = ", ".join(BYTES_EACH)
        return Lack("", f"{path} is {written!r}; bytes are known of {known}")
    label = f"bytes in {written}"
    return counted(path, label, BYTES_EACH[written], f"a number in {written}")


def kept_of(sheet: EstimateInputs, server: Component) -> dict[str, Term]:
    """Return the tokens that a prefix cache spares, if they are known: instructions."""
    agent = one_agent(sheet, server)
    if server.attributes.get("prefix-cache") is not True or agent is None:
        return {}
    found = sheet.stated("components", agent.id, "system-tokens", label="kept tokens")
    return {"kept": found} if isinstance(found, FigureInput) else {}


def memory_of(sheet: EstimateInputs, server: Component) -> dict[str, Term]:
    """Return what makes the memory of a replica: cards, memory of one, part used."""
    return {
        "cards": or_default(sheet, server, "gpus-per-replica"),
        "card": at(sheet, server, "gpu-memory"),
        "share": or_default(sheet, server, "memory-share"),
    }


def cards_of(sheet: EstimateInputs, server: Component) -> dict[str, Term]:
    """Return the cards of a replica, and what is left of their speed together."""
    return {
        "cards": or_default(sheet, server, "gpus-per-replica"),
        "efficiency": or_default(sheet, server, "parallel-efficiency"),
    }


def figure_of(
    server: Component, id: str, title: str, unit: Unit, note: str = ""
) -> FigureEntry:
    """Return what a figure of `server` is called."""
    return FigureEntry(
        f"language-models.{server.id}.{id}",
        f"{server.title}: {title}",
        unit,
        note=note,
        about=server.id,
    )
