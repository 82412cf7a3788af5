"""Our own icon for every kind of component, for when its technology has none.

A glyph is SVG markup for a 24 x 24 view box, drawn in strokes. Whoever places it
gives the pen: `fill="none" stroke="currentColor" stroke-width="1.7"`, round caps
and round joins.
"""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.catalog.glyphs.features import FEATURES
from designkit.catalog.glyphs.learning import LEARNING
from designkit.catalog.glyphs.oversight import OVERSIGHT
from designkit.catalog.glyphs.serving import SERVING
from designkit.catalog.glyphs.sources import SOURCES

GLYPHS: Mapping[str, str] = MappingProxyType(
    {**SOURCES, **FEATURES, **LEARNING, **SERVING, **OVERSIGHT}
)
"""Markup by glyph name."""

KIND_GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "client": "people",
        "source-db": "database",
        "third-party": "plug",
        "event-collector": "inlet",
        "event-log": "tube",
        "batch-ingest": "tray",
        "stream-ingest": "current",
        "lake": "lake",
        "data-validator": "shield",
        "batch-transform": "gear",
        "stream-transform": "window",
        "on-demand-transform": "bolt",
        "embedding-job": "vector",
        "feature-registry": "book",
        "offline-store": "disks",
        "materializer": "lift",
        "online-store": "key",
        "feature-log": "scroll",
        "label-joiner": "join",
        "human-labeling": "annotator",
        "weak-labeler": "tags",
        "dataset-builder": "table",
        "trainer": "network",
        "tuner": "sliders",
        "evaluator": "gauge",
        "calibrator": "diagonal",
        "experiment-tracker": "notebook",
        "orchestrator": "timetable",
        "model-registry": "versions",
        "deployer": "steps",
        "index-builder": "hammer",
        "gateway": "gate",
        "query-understanding": "lens",
        "candidate-generator": "funnel",
        "ann-index": "neighbours",
        "inverted-index": "postings",
        "eligibility-filter": "sieve",
        "model-server": "chip",
        "reranker": "promote",
        "business-rules": "branch",
        "decision-engine": "diamond",
        "auction": "gavel",
        "pacing": "metronome",
        "routing-engine": "route",
        "optimizer": "matching",
        "cache": "cache",
        "fallback": "umbrella",
        "batch-scorer": "calendar",
        "stream-scorer": "ripple",
        "prediction-store": "drawers",
        "hash-matcher": "hash",
        "prediction-log": "scroll",
        "review-queue": "caseload",
        "experiment-service": "arms",
        "experiment-analysis": "bells",
        "exploration-policy": "die",
        "monitor": "screen",
        "alert-manager": "bell",
        "retrain-trigger": "cycle",
        "audit-log": "seal",
        "explainer": "reasons",
        "consent-service": "toggles",
        "privacy-service": "lock",
        "appeal-process": "scales",
    }
)
"""Glyph name by kind name, in the order of the kinds."""


def glyph_of(kind: str) -> str:
    """Return the markup of the glyph for `kind`, a plain box if the kind is unknown."""
    return GLYPHS[KIND_GLYPHS.get(kind, "box")]
