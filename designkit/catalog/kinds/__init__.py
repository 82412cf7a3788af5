"""Every kind of component, one module a stage; serving is divided into seven."""

from functools import cache

from designkit.catalog.kind import Kind, Stage
from designkit.catalog.kinds import (
    agents,
    decision,
    experimentation,
    features,
    general,
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

ACCEPTED: frozenset[str] = frozenset({"schema", "secret"})
"""What every component may take besides what its kind works on."""

OPEN: frozenset[Role] = frozenset(
    {Role.GENERAL, Role.SINK, Role.STANDS_IN, Role.PASSES_ON}
)
"""Roles of kinds of which no design is told that they make one thing of another."""

MAKING: frozenset[Role] = frozenset({Role.COMPUTES, Role.LOOP_LABELS})
"""Roles of kinds that make something new also of what they give."""

STEERING: frozenset[str] = frozenset({"policy", "trigger"}) | ACCEPTED
"""What says how or when to work, and is no material of it."""


STAGES: tuple[Stage, ...] = tuple(Stage)


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Return every kind, stage by stage in reading order."""
    return tuple(sorted(_of_all_modules(), key=lambda item: STAGES.index(item.stage)))


def _of_all_modules() -> tuple[Kind, ...]:
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


def may_take(kind: Kind) -> frozenset[str]:
    """Return the data types that a component of `kind` may be sent."""
    return ACCEPTED.union(kind.takes)


def converters(given: str, wanted: str) -> tuple[str, ...]:
    """Return the kinds that make the data type `wanted` of `given`.

    First those that need nothing else. None of them are general kinds, which may do
    anything, those where data has arrived, and those that only hand `wanted` on.
    Nothing is made of what says how or when to work.
    """
    if given in STEERING:
        return ()
    makers = (item for item in all_kinds() if _makes(item, wanted))
    taking = (item for item in makers if given in item.takes)
    known = sorted(taking, key=lambda it: (not _works_on(it, given), not it.needs))
    return tuple(item.name for item in known)


def _works_on(kind: Kind, given: str) -> bool:
    """Whether `kind` needs no other data type than `given`."""
    return {*kind.needs} <= {given} and all(given in one for one in kind.needs_one)


def _makes(kind: Kind, wanted: str) -> bool:
    is_new = wanted not in kind.takes or not MAKING.isdisjoint(kind.roles)
    return wanted in kind.gives and is_new and OPEN.isdisjoint(kind.roles)


@cache
def _by_name() -> dict[str, Kind]:
    return {item.name: item for item in all_kinds()}
