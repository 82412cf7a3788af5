"""What a release passes before everybody: its environments, its steps of traffic."""

from dataclasses import dataclass

from designkit.model.component import Component
from designkit.quantities.quantity import Quantity

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """An environment of a release, and where it is stated."""

    id: str
    path: Path
    share: Quantity | None
    bake: Quantity | None

    @property
    def is_part(self) -> bool:
        """Whether some of the traffic meets the new version there, and not all."""
        return self.share is not None and self.share.high > 0 and not self.is_everybody

    @property
    def is_everybody(self) -> bool:
        """Whether all traffic meets the new version there."""
        return self.share is not None and self.share.high >= 1


def environments(deployer: Component) -> tuple[Passed, ...]:
    """Return the environments of a deployer, in their order."""
    at = ("components", deployer.id, "environments")
    stated = deployer.environments.items()
    return tuple(Passed(id, (*at, id), it.share, it.bake) for id, it in stated)


def before_everybody(deployer: Component) -> tuple[Passed, ...]:
    """Return the environments that a release leaves before all traffic meets it."""
    found = list[Passed]()
    for passed in environments(deployer):
        if passed.is_everybody:
            break
        found.append(passed)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class TrafficStep:
    """A step in which a part of the traffic meets a new version, and where it says so.

    `id` is that of an environment, and empty for the first step that a deployer without
    environments states.
    """

    id: str
    share: Quantity
    share_path: Path
    bake: Quantity | None
    bake_path: Path


def traffic_steps(deployer: Component) -> tuple[TrafficStep, ...]:
    """Return the steps in which a release meets a part of the traffic, in their order.

    They are its environments with a part of it; where it has none, its canary.
    """
    passed = tuple(
        TrafficStep(it.id, it.share, (*it.path, "share"), it.bake, (*it.path, "bake"))
        for it in before_everybody(deployer)
        if it.share and it.is_part
    )
    canary, bake = deployer.quantity("canary"), deployer.quantity("bake")
    if passed or canary is None:
        return passed
    at = ("components", deployer.id)
    return (TrafficStep("", canary, (*at, "canary"), bake, (*at, "bake")),)
