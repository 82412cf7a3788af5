"""What makes each of the six stages be there at all: one component of some kinds.

A stage has more kinds than these; the others help, but do not do its work. A gateway
without a model behind it is no serving, and an alert route without a monitor watches
nothing.
"""

from collections.abc import Mapping

from designkit.catalog.kind import Stage

ESSENTIALS: Mapping[Stage, tuple[str, ...]] = {
    Stage.INGESTION: (
        "event-collector",
        "event-log",
        "batch-ingest",
        "stream-ingest",
        "lake",
    ),
    Stage.FEATURES: ("offline-store", "online-store"),
    Stage.TRAINING: ("trainer",),
    Stage.REGISTRY: ("model-registry",),
    Stage.SERVING: (
        "model-server",
        "batch-scorer",
        "stream-scorer",
        "candidate-generator",
        "ann-index",
    ),
    Stage.MONITORING: ("monitor",),
}
"""For each of the six stages, the kinds of which it needs at least one."""
