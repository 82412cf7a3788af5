"""What a system profile is: a kind of ML system that people design."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """A kind of ML system, as `system:` names it in a design."""

    name: str
    title: str
    definition: str
