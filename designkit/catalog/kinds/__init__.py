"""Every kind of component, one module a stage; serving is divided into seven."""

from functools import cache

from designkit.catalog.kind import Kind, Stage
from designkit.catalog.kinds import (
    agents,
    decision,
    experimentation,
    features,
    governance,
    ingestion,
    labels,
    language_models,
    language_work,
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


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Return every kind, stage by stage in reading order."""
    return (
        *outside.KINDS,
        *ingestion.KINDS,
        language_work.DOCUMENT_PARSER,
        *features.KINDS,
        *labels.KINDS,
        *training.KINDS,
        language_work.JUDGE,
        *registry.KINDS,
        language_work.PROMPT_REGISTRY,
        *request_path.KINDS,
        *retrieval.KINDS,
        *scoring.KINDS,
        *language_models.KINDS,
        *agents.KINDS,
        *decision.KINDS,
        *marketplace.KINDS,
        *experimentation.KINDS,
        *monitoring.KINDS,
        *retraining.KINDS,
        *governance.KINDS,
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


def glyph_of(name: str) -> str:
    """Return the name of the glyph for the kind `name`; a box if there is no such."""
    found = kind(name)
    return (found.glyph or found.stage.glyph) if found else "box"


def may_give(kind: Kind) -> frozenset[str]:
    """Return the data types that a component of `kind` may send on."""
    return IMPLICIT.union(kind.gives)


def converters(given: str, wanted: str) -> tuple[str, ...]:
    """Return the kinds that take the data type `given` and give `wanted`."""
    return tuple(
        item.name
        for item in all_kinds()
        if given in item.takes and wanted in item.gives
        if Role.PASSES_ON not in item.roles
    )


@cache
def _by_name() -> dict[str, Kind]:
    return {item.name: item for item in all_kinds()}
