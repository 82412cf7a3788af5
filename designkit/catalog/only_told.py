"""Attributes that are told to readers: no rule, figure or picture asks for them."""

from collections.abc import Mapping
from types import MappingProxyType

FOR_READERS = "Told to readers; no figure and no rule goes by it."
"""What the page of a kind says of such an attribute."""

ONLY_TOLD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "client": (
            "peak-factor",
            "payload",
        ),
        "source-db": (
            "rows",
            "row-size",
            "change-rate",
            "contract",
            "trust",
        ),
        "third-party": (
            "licence",
            "trust",
        ),
        "event-collector": (
            "event-size",
            "loss-rate",
        ),
        "event-log": ("schema",),
        "batch-ingest": ("run-size",),
        "lake": ("format",),
        "data-validator": (
            "checks",
            "reference",
        ),
        "document-parser": (
            "passage-tokens",
            "overlap",
            "context-line",
            "keeps-rights",
            "trust",
        ),
        "embedding-job": ("dimensions",),
        "feature-registry": (
            "features",
            "owner-coverage",
        ),
        "offline-store": ("keeps-event-time",),
        "feature-log": ("join-key",),
        "label-joiner": ("join-key",),
        "human-labeling": (
            "label-cost",
            "redundancy",
            "agreement-min",
            "gold-rate",
        ),
        "weak-labeler": (
            "coverage",
            "accuracy",
            "method",
        ),
        "dataset-builder": (
            "purpose",
            "form",
        ),
        "trainer": (
            "algorithm",
            "hardware",
            "seed-pinned",
            "code",
            "method",
            "base-model",
            "rank",
            "train-tokens",
            "licence",
        ),
        "tuner": (
            "trials",
            "metric",
            "early-stopping",
        ),
        "evaluator": (
            "slices",
            "calibration-check",
            "fairness-check",
        ),
        "calibrator": ("method",),
        "orchestrator": (
            "retries",
            "catch-up",
        ),
        "judge": (
            "rubric",
            "judge-version",
            "agreement",
            "human-agreement",
            "agreement-cases",
            "both-orders",
            "sample-rate",
        ),
        "model-registry": (
            "stores-lineage",
            "signed",
        ),
        "deployer": ("rollback-time",),
        "index-builder": ("items",),
        "prompt-registry": ("approval",),
        "gateway": (
            "auth",
            "rate-limit",
        ),
        "query-understanding": ("languages",),
        "cache": (
            "match",
            "similarity-min",
            "scope",
            "false-hit-rate",
        ),
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
        "prediction-log": ("join-key",),
        "llm-server": (
            "model-version",
            "per-token",
            "temperature",
            "seed",
            "chunked-prefill",
            "draft-model",
        ),
        "hosted-model": (
            "model-version",
            "max-output",
            "temperature",
            "seed",
            "batch-discount",
            "batch-window",
            "cached-counts",
            "data-retention",
            "trains-on-data",
            "retired-on",
        ),
        "llm-gateway": (
            "routes",
            "retries",
            "hedge",
            "budget-per-tenant",
        ),
        "agent": (
            "control",
            "max-steps",
            "max-tokens",
            "budget-per-task",
            "history-tokens",
            "passages",
            "passage-tokens",
            "trim",
            "disclosed",
        ),
        "guardrail": (
            "side",
            "checks",
            "mode",
            "fail-mode",
            "miss-rate",
            "window-tokens",
        ),
        "session-memory": (
            "scope",
            "written-by",
            "max-tokens",
        ),
        "tool": (
            "effect",
            "idempotent",
            "idempotency-key",
            "acts-as",
            "approval",
            "limit",
            "reach",
            "trust",
            "error-rate",
            "result-tokens",
        ),
        "code-sandbox": (
            "network",
            "secrets",
            "cpu-limit",
            "time-limit",
            "places",
        ),
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
        "optimizer": (
            "variables",
            "gap",
            "incumbent-fallback",
        ),
        "experiment-service": (
            "arms",
            "allocation",
            "salt",
            "exclusion-layers",
        ),
        "experiment-analysis": (
            "alpha",
            "srm-check",
            "cuped",
            "correction",
        ),
        "monitor": (
            "reference",
            "method",
            "threshold",
            "slices",
            "runbook",
        ),
        "alert-manager": (
            "route",
            "severity",
            "runbook",
            "on-call",
        ),
        "retrain-trigger": ("cooldown",),
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
