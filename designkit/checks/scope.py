"""Whom a rule asks, as data: a rule that asks nothing of a design is not imported."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from designkit.analysis.facts import Facts, step_into


@dataclass(frozen=True, slots=True)
class Scope:
    """What a design has where a rule asks: one of each that is not empty.

    `systems` it may be of, `kinds` of which it has a component, and `keys` of which it
    states one: a dotted path in which `*` is any id, or any flow.
    """

    systems: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def covers(self, facts: Facts) -> bool:
        """Whether a design has one of each."""
        if self.systems and not facts.is_system(*self.systems):
            return False
        if self.kinds and not facts.has(*self.kinds):
            return False
        return not self.keys or any(_states(facts, key) for key in self.keys)


EVERYONE = Scope()
"""The scope of a rule that asks every design."""


def _states(facts: Facts, key: str) -> bool:
    return _leads_to_something(facts.design, key.split("."))


def _leads_to_something(part: object, steps: list[str]) -> bool:
    if not steps:
        return part is not None and part not in ((), {})
    first, *rest = steps
    if first != "*":
        return _leads_to_something(step_into(part, first), rest)
    within = part.values() if isinstance(part, Mapping) else part
    parts = tuple(within) if isinstance(within, Iterable) else ()
    return any(_leads_to_something(each, rest) for each in parts)
