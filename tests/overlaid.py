"""Pictures with badges for the tests of overlays."""

from collections.abc import Sequence

from designkit.diagnostics import Diagnostic
from designkit.model.design import Design
from designkit.pictures.draw import draw_all
from designkit.pictures.drawing import Drawing
from designkit.pictures.overlay import OverlayInputs
from designkit.pictures.overlays import find_overlay
from tests.drawn import design_of

MARKED = """\
designkit: 1
name: Marked
system: generic
owner: shop
objectives: {latency: {p99: 40 ms}}
workload: {requests-per-day: 10 M}
components:
  app: {kind: client, name: Web shop}
  gate: {kind: gateway, latency: {p50: 2 ms, p99: 6 ms}, owner: edge}
  store: {kind: online-store, latency: {p50: 1 ms, p99: 3 ms}, owner: features, cost: 2 USD/h}
  scorer: {kind: model-server, latency: {p50: 5 ms, p99: 12 ms}, owner: models, cost: 1 USD/h}
  log: {kind: event-log, retention: 14 d, pii: personal}
  job: {kind: batch-transform, interval: 24 h, runtime: 90 min}
  load: {kind: materializer, interval: 6 h}
  lake: {kind: lake}
  tidy: {kind: batch-ingest, interval: 1 h}
flows:
  calls:
    - app -> gate: request / response
    - gate -> scorer: request / prediction
  lookups:
    - store -> scorer: feature-values
  streams:
    - app -> log: event
  batches:
    - log -> tidy: event
    - tidy -> lake: raw-table
    - lake -> job: raw-table
    - job -> load: feature-table
    - load -> store: feature-values
features:
  spend: {entity: card, online-by: job, offline-by: job}
scenarios:
  - name: One request
    steps:
      - app -> gate: It comes.
      - store -> scorer: Values.
      - gate -> scorer: It is scored.
      - scorer -> gate: It is back.
      - gate -> app: It is answered.
      - app -> log: It is kept.
"""
"""A design of which every overlay has something to say."""


def said(
    overlay: str,
    view: str = "full",
    design: Design | None = None,
    found: Sequence[Diagnostic] = (),
) -> dict[str, str]:
    """Return what the badges of a picture say: at cards by id, at arrows by ends."""
    drawing = with_badges(overlay, view, design, found)
    return {_place(drawing, at): drawing.badges[at].text for at in _badges(drawing)}


def with_badges(
    overlay: str,
    view: str = "full",
    design: Design | None = None,
    found: Sequence[Diagnostic] = (),
) -> Drawing:
    """Return a placed picture with an overlay."""
    shown = design or design_of(MARKED)
    marking = find_overlay(overlay).mark(OverlayInputs(shown, found))
    return draw_all(shown, (view,), marking=marking)[view]


def _badges(drawing: Drawing) -> range:
    return range(len(drawing.badges))


def _place(drawing: Drawing, at: int) -> str:
    badge = drawing.badges[at]
    if badge.node:
        return badge.node
    arrow = drawing.arrows[badge.arrow]
    return f"{arrow.source} -> {arrow.target}"
