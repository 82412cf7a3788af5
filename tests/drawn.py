"""Designs, cards and placed pictures for the tests of the drawing side."""

from collections.abc import Iterable, Mapping
from functools import cache

from designkit.model.design import Design
from designkit.pictures.drawing import (
    Arrow,
    Drawing,
    LineStyle,
    Node,
    NodeRole,
    Part,
    TextPart,
)
from designkit.pictures.layout.placement import place_all
from designkit.pictures.views import views_of
from designkit.source.inputs import shipped
from designkit.source.loader import load_file, load_text

SMALL = """\
designkit: 1
name: Small
system: generic
components:
  app: {kind: client, name: Web shop}
  gate: {kind: gateway, technology: Envoy, latency: {p50: 2 ms, p99: 6 ms}}
  store: {kind: online-store, technology: Redis, latency: {p50: 1 ms, p99: 3 ms}}
  scorer: {kind: model-server, latency: {p50: 5 ms, p99: 12 ms}}
  log: {kind: event-log, technology: Kafka, retention: 14 d}
  train: {kind: trainer, technology: XGBoost, interval: 7 d}
flows:
  calls:
    - app -> gate: request
    - gate -> scorer: request
    - scorer -> app: response
  lookups:
    - store -> scorer: feature-values
  streams:
    - app -> log: event
  batches:
    - log -> train: dataset
"""
"""A design that has something to show in four of the five views."""


def design_of(text: str) -> Design:
    """Return the design that is written in `text`."""
    loaded = load_text(text)
    assert loaded.design is not None, loaded.diagnostics
    return loaded.design


@cache
def shipped_design(name: str) -> Design:
    """Return the shipped design called `name`."""
    loaded = load_file(shipped()[name])
    assert loaded.design is not None, loaded.diagnostics
    return loaded.design


@cache
def placed_views(name: str) -> Mapping[str, Drawing]:
    """Return every view of the shipped design `name`, placed once for all tests."""
    return drawn_views(shipped_design(name))


def drawn_views(design: Design) -> Mapping[str, Drawing]:
    """Return every view that suits `design`, placed."""
    placed = place_all([view.draw(design) for view in views_of(design)])
    return {drawing.name: drawing for drawing in placed}


def saying(text: str) -> Design:
    """Return a small design that says `text` wherever it can say something."""
    design = design_of(SMALL)
    named = {"name": text, "technology": text}
    return design.model_copy(
        update={
            "name": text,
            "summary": text,
            "components": {
                id: component.model_copy(update=named)
                for id, component in design.components.items()
            },
            "flows": tuple(
                flow.model_copy(update={"note": text}) for flow in design.flows
            ),
        }
    )


@cache
def shown_saying(text: str) -> Mapping[str, Drawing]:
    """Return every view of a small design that says `text`, placed."""
    return drawn_views(saying(text))


def written(parts: Iterable[Part]) -> list[str]:
    """Return the texts among `parts`."""
    return [part.text for part in parts if isinstance(part, TextPart)]


def card(name: str, x: float, y: float, width: float = 100, height: float = 50) -> Node:
    """Return an empty card at a place."""
    return Node(name, name, NodeRole.COMPONENT, "serving", width, height, place=(x, y))


def arrow(source: str, target: str, text: str = "") -> Arrow:
    """Return an arrow that has no route yet."""
    return Arrow(source, target, "event", "stream", LineStyle.SOLID, text=text)


def picture(*nodes: Node, arrows: tuple[Arrow, ...] = ()) -> Drawing:
    """Return a drawing of `nodes` and `arrows`, not yet placed on a page."""
    return Drawing("sketch", "Sketch", "", "A sketch.", nodes, arrows)
