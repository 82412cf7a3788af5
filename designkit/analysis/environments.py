"""The environments that a release passes: which of them, and how long it is watched."""

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
