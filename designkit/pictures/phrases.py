"""Short phrases for pictures and tables: figures of a component, data types."""

from collections.abc import Iterable

from designkit.catalog.data_types import data_type
from designkit.model.component import Component, Flow
from designkit.model.problem import Percentiles
from designkit.quantities.quantity import Quantity

KEY_FIGURES: tuple[tuple[str, str], ...] = (
    ("slide", "every {}"),
    ("interval", "every {}"),
    ("runtime", "takes {}"),
    ("window", "window {}"),
    ("lag", "lag {}"),
    ("ttl", "TTL {}"),
    ("retention", "keeps {}"),
    ("keep-versions", "{} versions"),
    ("capacity", "capacity {}"),
    ("canary", "canary {}"),
    ("bake", "bake {}"),
    ("rate", "rate {}"),
    ("join", "{} join"),
    ("items-out", "{} out"),
)
"""Attributes that a reader of a picture looks for first, with their wording."""


NO_BREAK = "\u00a0"
LONG_LABEL = 15
"""Characters of a label that still fit between two cards."""


def figures_of(component: Component, most: int = 2) -> tuple[str, ...]:
    """Return the figures of `component` that matter most, in one phrase at most."""
    found = list(_latency(component.latency))
    for name, wording in KEY_FIGURES:
        value = component.attributes.get(name)
        if isinstance(value, Quantity | str) and len(found) < most:
            found.append(wording.format(value))
    if not found:
        found = [", ".join(component.texts(name)[:2]) for name in ("watch", "triggers")]
    phrase = " · ".join(part.replace(" ", NO_BREAK) for part in found[:most] if part)
    return (phrase,) if phrase else ()


def _latency(latency: Percentiles | None) -> Iterable[str]:
    if latency and latency.p99:
        yield f"p99 {latency.p99}"


def percentiles(latency: Percentiles) -> str:
    """Write median and p99 in one phrase, the unit once where both have the same.

    Where they have not, a line is broken between the two and nowhere else.
    """
    first, last = latency.p50, latency.p99
    if first is None or last is None:
        return f"p99 {last}" if last else ""
    number, _, unit = first.text.partition(" ")
    if unit and last.text.endswith(f" {unit}"):
        return f"p50 {number} · p99 {last}"
    halves = (f"p50 {first}", f"p99 {last}")
    return " · ".join(half.replace(" ", NO_BREAK) for half in halves)


def carried(flows: Iterable[Flow], *, most: int = 3) -> str:
    """Name the data types of `flows`, the most frequent first, one a line."""
    counts: dict[str, int] = {}
    for flow in flows:
        if flow.type_name:
            counts[flow.type_name] = counts.get(flow.type_name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    shown = ranked if len(ranked) <= most else ranked[: most - 1]
    lines = [line for name in shown for line in wrapped_label(name)]
    return "\n".join(lines if shown == ranked else [*lines, "…"])


def wrapped_label(name: str) -> tuple[str, ...]:
    """Break the label of a data type so that it fits between two cards."""
    label = type_label(name)
    return tuple(label.split(" ")) if len(label) > LONG_LABEL else (label,)


def type_label(name: str) -> str:
    """Return how the data type `name` is written at an arrow."""
    found = data_type(name)
    return found.label if found else name
