"""Attributes that are told to readers: no rule, figure or picture asks for them."""

from collections.abc import Mapping
from types import MappingProxyType

FOR_READERS = "Told to readers; no figure and no rule goes by it."
"""What the page of a kind says of such an attribute."""

ONLY_TOLD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "source-db": (
            "rows",
            "row-size",
            "change-rate",
            "contract",
        ),
        "event-collector": ("loss-rate",),
        "batch-ingest": ("run-size",),
        "lake": ("format",),
        "data-validator": (
            "checks",
            "reference",
        ),
        "document-parser": ("context-line",),
        "embedding-job": ("dimensions",),
        "feature-registry": (
            "features",
            "owner-coverage",
        ),
        "offline-store": ("keeps-event-time",),
        "human-labeling": ("label-cost",),
        "trainer": (
            "algorithm",
            "hardware",
            "code",
        ),
        "tuner": (
            "trials",
            "metric",
            "early-stopping",
        ),
        "evaluator": ("calibration-check",),
        "orchestrator": (
            "retries",
            "catch-up",
        ),
        "judge": ("rubric",),
        "model-registry": (
            "stores-lineage",
            "signed",
        ),
        "index-builder": ("items",),
        "query-understanding": ("languages",),
        "fallback": (
            "mode",
            "quality-loss",
        ),
        "candidate-generator": ("recall",),
        "ann-index": (
            "shards",
            "recall",
        ),
        "inverted-index": (
            "items",
            "shards",
        ),
        "eligibility-filter": ("rules",),
        "model-server": (
            "features",
            "batch-max",
            "hardware",
        ),
        "stream-scorer": ("zones",),
        "hash-matcher": (
            "hashes",
            "distance-max",
        ),
        "guardrail": ("checks",),
        "business-rules": (
            "rules",
            "change-log",
        ),
        "auction": (
            "mechanism",
            "reserve",
        ),
        "pacing": ("overspend-max",),
        "routing-engine": (
            "edges",
            "source-freshness",
        ),
        "optimizer": ("variables",),
        "experiment-service": (
            "allocation",
            "salt",
            "exclusion-layers",
        ),
        "experiment-analysis": ("primary", "cuped"),
        "monitor": (
            "method",
            "runbook",
        ),
        "alert-manager": (
            "severity",
            "runbook",
        ),
        "explainer": ("method",),
        "consent-service": (
            "purposes",
            "regions",
        ),
        "appeal-process": (
            "sla",
            "overturn-rate",
        ),
    }
)
"""The attributes of each kind; a test holds the list in both directions.

That a number can be right at all is asked of some (implausible-number).
"""
