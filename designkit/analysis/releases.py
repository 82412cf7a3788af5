"""Releases: the deployers by which a model comes to meet traffic, chain by chain.

One release may pass several environments, each with a deployer of its own; what one of
them states of its steps and of its way back holds for the release.
"""

from designkit.analysis.facts import Facts, State
from designkit.catalog.kind import Stage
from designkit.model.component import Component

RELEASED = ("model", "index", "policy")
"""What a deployer hands on."""

BEHIND = (Stage.TRAINING, Stage.REGISTRY, Stage.MONITORING, Stage.GOVERNANCE)
"""Stages in which nothing meets users."""

Release = tuple[Component, ...]
"""The deployers of one release, the one nearest to traffic last."""


def releases(facts: Facts) -> tuple[Release, ...]:
    """Return the releases that meet traffic, in the order of the file.

    A deployer that states no flows may meet some; one that hands what it releases to
    training, monitoring or governance alone does not.
    """
    deployers = facts.of_kind("deployer")
    last = [part for part in deployers if _is_last(facts, part)]
    return tuple(
        (*(d for d in deployers if d.id in _before(facts, part)), part)
        for part in last
        if _meets_traffic(facts, part)
    )


def said_by(facts: Facts, release: Release, key: str) -> tuple[Component, State]:
    """Return the deployer that states `key`, else the last one, and what it says."""
    for deployer in reversed(release):
        state = facts.state("components", deployer.id, key)
        if state is not State.UNSTATED:
            return deployer, state
    return release[-1], State.UNSTATED


def _is_last(facts: Facts, deployer: Component) -> bool:
    """Whether no other deployer comes after it; in a circle, the last of the file."""
    deployers = facts.of_kind("deployer")
    after = facts.descendants((deployer.id,), "model") - {deployer.id}
    before = _before(facts, deployer)
    later = deployers[deployers.index(deployer) :]
    return not any(
        part.id in after and (part.id not in before or part in later)
        for part in deployers
    )


def _before(facts: Facts, deployer: Component) -> frozenset[str]:
    return facts.ancestors((deployer.id,), "model") - {deployer.id}


def _meets_traffic(facts: Facts, deployer: Component) -> bool:
    given = facts.descendants((deployer.id,), *RELEASED)
    return not given or any(facts.kind_of(id).stage not in BEHIND for id in given)
