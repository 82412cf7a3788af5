"""Kinds of the monitoring stage: seeing a fault before the users do."""

from designkit.catalog.attributes import duration, fraction, several, text
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="monitor",
        stage=Stage.MONITORING,
        plane=Plane.ASYNC,
        roles=(
            Role.ESSENTIAL,
            Role.LOOP_WATCHES,
        ),
        glyph="screen",
        definition=(
            "Computes numbers on what flows by, from data and features to predictions, "
            "outcomes and cost, and raises an alert past a threshold. A model that "
            "decays throws no exception; only a monitor tells."
        ),
        takes=(
            "event",
            "feature-values",
            "feature-table",
            "prediction",
            "decision",
            "label",
            "dataset",
            "metric",
            "raw-table",
            "trace",
            "tool-call",
            "tool-result",
            "completion",
        ),
        gives=("metric", "alert"),
        attributes=(
            several(
                "watch",
                "what it looks at",
                "data",
                "feature",
                "skew",
                "prediction",
                "calibration",
                "model-quality",
                "fairness",
                "business",
                "ops",
                "cost",
                "tokens",
                "grounding",
                "safety",
                "tool-errors",
            ),
            duration("window", "time over which a number is computed"),
            fraction("false-alarm-rate", "alarms of one test without any cause"),
            text("reference", "data that today is compared with"),
            text("method", "statistic that is computed, such as PSI"),
            text("threshold", "value past which it raises an alert"),
            several("slices", "groups that are watched on their own"),
            text("runbook", "what to do when it fires"),
        ),
        technologies=(
            "Evidently",
            "NannyML",
            "WhyLabs",
            "Arize",
            "Prometheus",
            "Grafana",
            "TFDV",
        ),
    ),
    Kind(
        name="alert-manager",
        stage=Stage.MONITORING,
        plane=Plane.CONTROL,
        roles=(
            Role.SINK,
            Role.LOOP_WATCHES,
        ),
        glyph="bell",
        definition=(
            "Groups alerts, ranks them and brings each to a person who owns it. An "
            "alert without an owner and a runbook is noise, and noise gets muted."
        ),
        takes=("alert", "metric"),
        needs=("alert",),
        gives=("alert", "trigger"),
        attributes=(
            text("route", "which alert goes to whom"),
            text("severity", "how alerts are ranked, and which of them wake somebody"),
            text("runbook", "what to do when it rings"),
            text("on-call", "who answers, and when"),
        ),
        technologies=("Alertmanager", "PagerDuty", "Opsgenie", "Grafana"),
    ),
)
