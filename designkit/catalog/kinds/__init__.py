"""Every kind of component, one module a stage; serving is divided into five."""

from functools import cache

from designkit.catalog.kind import Kind, Stage
from designkit.catalog.kinds import (
    decision,
    experimentation,
    features,
    general,
    governance,
    ingestion,
    labels,
    marketplace,
    monitoring,
    outside,
    registry,
    request_path,
    retraining,
    retrieval,
    scoring,
    training,
)
from designkit.catalog.role import Role

IMPLICIT: frozenset[str] = frozenset({"metric", "audit-record"})
"""What every component may give besides what its kind is for."""


STAGES: tuple[Stage, ...] = tuple(Stage)


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Return every kind, stage by stage in reading order."""
    return tuple(sorted(_of_all_modules(), key=lambda item: STAGES.index(item.stage)))


def _of_all_modules() -> tuple[Kind, ...]:
    return (
        *outside.KINDS,
        *ingestion.KINDS,
        *features.KINDS,
        *labels.KINDS,
        *training.KINDS,
        *registry.KINDS,
        *request_path.KINDS,
        *retrieval.KINDS,
        *scoring.KINDS,
        *decision.KINDS,
        *marketplace.KINDS,
        *experimentation.KINDS,
        *monitoring.KINDS,
        *retraining.KINDS,
        *governance.KINDS,
        *general.KINDS,
    )


def kind(name: str) -> Kind | None:
    """Return the kind called `name`, if there is one."""
    return _by_name().get(name)


@cache
def kinds_with(role: Role, stage: Stage | None = None) -> tuple[str, ...]:
    """Return the names of the kinds that have `role`, of one `stage` or of all."""
    return tuple(
        item.name
        for item in all_kinds()
        if role in item.roles and stage in (None, item.stage)
    )


def may_give(kind: Kind) -> frozenset[str]:
    """Return the data types that a component of `kind` may send on."""
    return IMPLICIT.union(kind.gives)


def converters(given: str, wanted: str) -> tuple[str, ...]:
    """Return the kinds that make the data type `wanted` of `given`.

    General kinds are none of them: they may do anything.
    """
    return tuple(
        item.name
        for item in all_kinds()
        if given in item.takes and wanted in item.gives and not item.is_general
    )


@cache
def _by_name() -> dict[str, Kind]:
    return {item.name: item for item in all_kinds()}
