"""Components and flows as the page takes them: what a panel says of each."""

from collections.abc import Iterator, Mapping

from designkit.catalog.kind import Stage
from designkit.documents.page.subject import JsonValue
from designkit.documents.write_up.figures import words
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.model.environment import Environment
from designkit.model.key_space import KeySpace
from designkit.pictures.phrases import type_label
from designkit.quantities.quantity import Quantity
from designkit.source.kind_of import kind_of
from designkit.text.escape import plain

TEXTS = ("technology", "why", "note", "owner", "url")
STATED = ("timeout", "stops", "availability", "replicas", "cost", "pii")


def components(of: WriteUpInputs) -> dict[str, JsonValue]:
    """Return every component by id: its texts, its numbers, what is about it."""
    parts = of.design.components.items()
    return {id: dict(_component(of, part)) for id, part in parts}


def kinds(design: Design) -> dict[str, JsonValue]:
    """Return what each kind of component that the design has is."""
    found = {it.kind_name: kind_of(it) for it in design.components.values()}
    return {plain(name): plain(it.definition) for name, it in found.items() if it}


def flows(design: Design) -> list[JsonValue]:
    """Return every flow in the order of the design, by which others refer to it."""
    return [_flow(flow) for flow in design.flows]


def stages(design: Design) -> dict[str, JsonValue]:
    """Return the titles of the stages that the design has, in the order of reading."""
    found = {_stage(part) for part in design.components.values()}
    return {stage.value: stage.title for stage in Stage if stage in found}


def _stage(part: Component) -> Stage:
    kind = kind_of(part)
    return kind.stage if kind else Stage.SERVING


def _component(of: WriteUpInputs, part: Component) -> Iterator[tuple[str, JsonValue]]:
    kind = kind_of(part)
    yield "title", plain(part.title)
    yield "kind", plain(part.kind_name)
    yield "stage", _stage(part).value
    yield "plane", kind.plane.value if kind else ""
    for name in TEXTS:
        if text := getattr(part, name):
            yield name, plain(str(text))
    yield "stated", [[name, plain(value)] for name, value in _stated(part)]
    yield "features", list(_features(of.design, part.id))
    yield "failures", list(_failures(of.design, part.id))


def _stated(part: Component) -> Iterator[tuple[str, str]]:
    """Give what a component states, key by key, as the design writes it."""
    if part.latency:
        yield "Latency", _written(part.latency)
    for name in STATED:
        if (value := getattr(part, name)) is not None:
            yield words(name), str(value)
    if part.region:
        yield "Region", ", ".join(part.region)
    for name, value in part.attributes.items():
        if text := _written(value):
            yield words(name), text


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(map(str, value))
    if isinstance(value, str | int | float | Quantity):
        return str(value)
    return ", ".join(_entries(value))


def _entries(value: object) -> Iterator[str]:
    """Give the numbers of a group of them: percentiles, prices."""
    assert not isinstance(value, KeySpace | Environment)  # they come in mappings
    for name in getattr(type(value), "model_fields", ()):
        entry = getattr(value, name)
        if entry is not None:
            yield f"{name.replace('_', ' ')} {entry}"


def _features(design: Design, id: str) -> Iterator[str]:
    for name, feature in design.features.items():
        if id in (feature.offline_by, feature.online_by, *feature.data_from):
            yield plain(feature.name or name)


def _failures(design: Design, id: str) -> Iterator[JsonValue]:
    for failure in design.failure_modes:
        if id in failure.at:
            texts = (failure.name or failure.symptom, failure.cause, failure.mitigation)
            yield [plain(text) for text in texts]


def _flow(flow: Flow) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {
        "from": flow.source,
        "to": flow.target,
        "mode": flow.mode.value,
        "type": plain(type_label(flow.type_name)) if flow.type_name else "",
    }
    options = {
        "note": flow.note,
        "timeout": flow.timeout,
        "retries": flow.retries,
        "fan-out": flow.fan_out,
        "calls per request": flow.calls_per_request,
        "keys": flow.keys,
        "rate": flow.rate,
        "payload": flow.payload,
        "contract": flow.contract,
    }
    said = {name: plain(str(it)) for name, it in options.items() if it is not None}
    return {**found, "stated": [[words(name), text] for name, text in said.items()]}
