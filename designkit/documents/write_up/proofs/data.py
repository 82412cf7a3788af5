"""What speaks for the tests of data."""

from collections.abc import Iterator, Mapping

from designkit.analysis.facts import Facts
from designkit.analysis.roles import has_role
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role
from designkit.documents.write_up.blocks import shown
from designkit.documents.write_up.figures import titles_of
from designkit.documents.write_up.proof import (
    Proof,
    by_each,
    opening,
    sentences,
    some,
    stated,
)
from designkit.model.component import Component
from designkit.model.learning import Feature


def checks(facts: Facts) -> str:
    """Say what is expected of data, and whether training stops without it."""

    def tell(validator: Component) -> Iterator[str]:
        expected = some(validator.texts("checks"))
        stops = validator.attributes.get("blocking") is True
        does = "blocks training if a check fails" if stops else "checks"
        yield f"{does} ({expected})" if expected else ""

    return by_each(facts.of_kind("data-validator"), tell)


def _unnamed_checks(facts: Facts) -> str:
    silent = [c for c in facts.of_kind("data-validator") if not c.texts("checks")]
    return by_each(silent, lambda c: ["checks data"])


def _schemas(facts: Facts) -> str:
    return by_each(
        facts.of_kind("event-log"), lambda c: [stated(c, "schema", "schema {}")]
    )


def _budget(facts: Facts) -> str:
    promised = facts.design.objectives
    cost = promised.cost_per_1k if promised else None
    return f"Promise: at most {shown(cost)} per 1,000 requests" if cost else ""


def _costs(facts: Facts) -> str:
    makers = (*facts.of_kind("third-party"), *facts.in_stage(Stage.FEATURES))
    return by_each(
        makers,
        lambda c: [
            stated(c, "call-cost", "{} a call"),
            shown(c.cost),
        ],
    )


def _classes(facts: Facts) -> str:
    features = facts.design.features
    marked = [item for item in features.values() if item.pii]
    if not marked:
        return ""
    sensitive = sum(item.pii == "sensitive" for item in marked)
    also = f", {sensitive} of them sensitive" if sensitive else ""
    return f"Marked as personal data: {_share(len(marked), features)}{also}"


def _basis(facts: Facts) -> str:
    privacy = facts.design.privacy
    return f"Basis: {opening(privacy.basis)}" if privacy and privacy.basis else ""


def _licences(facts: Facts) -> str:
    return by_each(
        facts.of_kind("third-party"), lambda c: [stated(c, "licence", "{} (licence)")]
    )


def _deletion(facts: Facts) -> str:
    services = by_each(
        facts.of_kind("privacy-service"),
        lambda c: [_reach(facts, c), stated(c, "sla", "within {}")],
    )
    privacy = facts.design.privacy
    said = opening(privacy.deletion) if privacy else ""
    return services or (f"Deletion: {said}" if said else "")


def _reach(facts: Facts, service: Component) -> str:
    stores = [id for id in service.texts("covers") if id in facts.design.components]
    if len(stores) > 3:
        return f"deletes from {len(stores)} stores"
    return f"deletes from {titles_of(facts.design, stores)}" if stores else "deletes"


def _limits(facts: Facts) -> str:
    privacy = facts.design.privacy
    if not privacy:
        return ""
    kept = f"Kept: {shown(privacy.retention)}" if privacy.retention else ""
    read = f"Access: {opening(privacy.access)}" if privacy.access else ""
    return sentences((kept, read))


def _consent(facts: Facts) -> str:
    def tell(service: Component) -> Iterator[str]:
        purposes = some(service.texts("purposes"))
        yield f"asks consent for {purposes}" if purposes else "asks consent"

    return by_each(facts.of_kind("consent-service"), tell)


def _one_definition(facts: Facts) -> str:
    """Say that training and serving share the code of every feature, if so."""
    features = facts.design.features
    shared = [item for item in features.values() if _is_shared(facts, item)]
    return _definitions(facts) if len(shared) == len(features) else ""


def _definitions(facts: Facts) -> str:
    features = facts.design.features
    shared = {id: item for id, item in features.items() if _is_shared(facts, item)}
    if not shared:
        return ""
    parity = some(item.parity for item in shared.values() if item.parity)
    others = some(item.name or id for id, item in features.items() if id not in shared)
    return sentences(
        (
            f"One definition for training and serving: {_share(len(shared), features)}",
            f"Proved by {parity}" if parity else "",
            f"Not known to have one: {others}" if others else "",
        )
    )


def _is_shared(facts: Facts, feature: Feature) -> bool:
    """Whether one piece of code makes the feature, or equality is proved.

    A materialiser only copies, and a log holds what was served.
    """
    offline, online = feature.offline_by, feature.online_by
    if feature.parity or not (offline and online):
        return bool(feature.parity)
    makers = facts.design.components[offline], facts.design.components[online]
    codes = [maker.attributes.get("code") for maker in makers]
    return (
        offline == online
        or has_role(makers[0], Role.SERVING_LOG)
        or makers[1].kind == "materializer"
        or (codes[0] is not None and codes[0] == codes[1])
    )


def _share(count: int, features: Mapping[str, Feature]) -> str:
    noun = "feature family" if len(features) == 1 else "feature families"
    return f"{count} of {len(features)} {noun}"


PROOFS: Mapping[str, Proof] = {
    "D1": Proof((checks,), (_schemas, _unnamed_checks)),
    "D3": Proof((_budget, _costs)),
    "D4": Proof((_classes, _basis), (_licences,)),
    "D5": Proof((_deletion, _limits), (_consent,)),
    "D7": Proof((_one_definition,), (_definitions,)),
}
"""By the id of the test. A design cannot show D2 and D6."""
