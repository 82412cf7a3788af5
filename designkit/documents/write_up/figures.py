"""Figures in words: a number, where it comes from, and what it is a number of."""

from collections.abc import Iterable, Mapping

from designkit.documents.write_up.blocks import shown
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.environment import Environment
from designkit.model.figures import Path
from designkit.model.key_space import KeySpace
from designkit.model.problem import PERCENTILES, Percentiles
from designkit.model.tokens import CountPercentiles, TokenPrices
from designkit.quantities.quantity import Origin, Quantity
from designkit.text.escape import markdown

ABBREVIATIONS = frozenset(
    {"ab", "ann", "ctr", "cvr", "mde", "pii", "sla", "srm", "ttl"}
)
"""Words of the language that are written in capitals."""


def figure(design: Design, quantity: Quantity | None) -> str:
    """Write a number, and in brackets where it comes from if that is not plain."""
    if quantity is None:
        return ""
    written = shown(quantity)
    if quantity.origin is Origin.STATED:
        return written
    if quantity.origin is Origin.SOURCE:
        return f"{written} ({source_link(design, quantity.note)})"
    return f"{written} ({quantity.origin})"


def provenance(design: Design, quantity: Quantity) -> str:
    """Say in a cell where a number comes from."""
    if quantity.origin is Origin.STATED:
        return "stated"
    if quantity.origin is Origin.SOURCE:
        return source_link(design, quantity.note)
    return f"{quantity.origin}: {shown(quantity.note)}"


def source_link(design: Design, id: str) -> str:
    """Link to the list of sources, by the number of the source there."""
    number = list(design.sources).index(id) + 1
    return f"[source {number}](#sources)"


def spread(design: Design, times: Percentiles | None) -> str:
    """Write percentiles in one phrase, each with its origin."""
    return ", ".join(
        f"{name} {figure(design, value)}" for name, value in percentiles(times)
    )


def percentiles(times: Percentiles | None) -> tuple[tuple[str, Quantity], ...]:
    """Return the percentiles that are stated, the lowest first."""
    stated = ((name, getattr(times, name, None)) for name in PERCENTILES)
    return tuple((name, value) for name, value in stated if value is not None)


def said(design: Design, path: str, written: str) -> str:
    """Return `written`, or ``none`` where the design says that there is none."""
    return written or ("none" if path in design.absent else "")


def yes_no(value: bool | None) -> str:
    """Write a truth value; nothing where it is unstated."""
    return "" if value is None else "yes" if value else "no"


def words(id: str) -> str:
    """Write a key or an id in words, with a capital."""
    written = phrase(id)
    return written[:1].upper() + written[1:]


def phrase(key: str) -> str:
    """Write a key in words, as they stand in the middle of a sentence."""
    spelt = (w.upper() if w in ABBREVIATIONS else w for w in key.split("-"))
    return " ".join(spelt)


def title_of(design: Design, id: str) -> str:
    """Write the name of the component `id`."""
    return markdown(design.components[id].title)


def titles_of(design: Design, ids: Iterable[str]) -> str:
    """Write the names of several components, with commas between them."""
    return ", ".join(title_of(design, id) for id in ids)


def name_of(name: str | None, id: str) -> str:
    """Write the name of a feature, a model or a dataset, else its id in words."""
    return markdown(name) if name else words(id)


def settings(component: Component) -> str:
    """Write in one cell what the component states for its kind alone."""
    return "; ".join(
        f"{phrase(name)}: {setting(value)}"
        for name, value in component.attributes.items()
    )


SPACE = (
    "entities",
    "entity-size",
    "max-reads",
    "read-by",
    "ttl",
    "written-by",
    "share",
    "bake",
)
"""What a table of a store, or an environment of a release, may state."""


def setting(value: object) -> str:
    """Write in a cell the value of an attribute of a component."""
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, Percentiles):
        return ", ".join(f"{name} {shown(time)}" for name, time in percentiles(value))
    if isinstance(value, KeySpace | Environment):
        keys = ((phrase(n), n.replace("-", "_")) for n in SPACE)
        named = ((name, getattr(value, key, None)) for name, key in keys)
        return ", ".join(f"{name} {setting(it)}" for name, it in named if it)
    if isinstance(value, CountPercentiles | TokenPrices):
        stated = ((phrase(n.replace("_", "-")), it) for n, it in value if it)
        return ", ".join(f"{name} {shown(it)}" for name, it in stated)
    if isinstance(value, Mapping):
        return ", ".join(f"{words(id)} ({setting(it)})" for id, it in value.items())
    return shown(value)


def in_words(design: Design, path: Path) -> str:
    """Say what the figure at `path` is a figure of."""
    section, *steps = path
    if section == "components":
        return f"{title_of(design, str(steps[0]))}: {_steps(steps[1:])}"
    names = _names(design).get(str(section))
    if names is not None:
        id = str(steps[0])
        return f"{name_of(names[id], id)}: {_steps(steps[1:])}"
    if section == "flows" and isinstance(steps[0], int):
        flow = design.flows[steps[0]]
        ends = f"{title_of(design, flow.source)} → {title_of(design, flow.target)}"
        return f"{ends}: {_steps(steps[1:])}"
    return f"{words(str(section))}: {_steps(steps)}"


def _names(design: Design) -> Mapping[str, Mapping[str, str | None]]:
    """Return the names of what a design lists by id, section by section."""
    return {
        "features": {id: item.name for id, item in design.features.items()},
        "models": {id: item.name for id, item in design.models.items()},
        "datasets": {id: item.name for id, item in design.datasets.items()},
    }


def _steps(steps: Iterable[str | int]) -> str:
    return ", ".join(phrase(str(step)) for step in steps)
