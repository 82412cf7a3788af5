"""Sets of cases by which a language-model system is judged, as rules see them."""

from collections.abc import Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts, State
from designkit.model.learning import TestSet


@dataclass(frozen=True, slots=True)
class CaseSet:
    """One set of cases, and where it stands in the list of them."""

    number: int
    stated: TestSet

    def path(self, key: str) -> tuple[str | int, ...]:
        """Return where `key` of it stands."""
        return ("evaluation", "sets", self.number, key)

    def state(self, facts: Facts, key: str) -> State:
        """Say whether `key` is there, said to be absent, or unstated."""
        return facts.state("evaluation", "sets", str(self.number), key)


def sets_for(facts: Facts, *purposes: str) -> Iterator[CaseSet]:
    """Give the sets that are for one of `purposes`, or do not say what they are for."""
    evaluation = facts.design.evaluation
    for number, stated in enumerate(evaluation.sets if evaluation else ()):
        if stated.purpose in (None, *purposes):
            yield CaseSet(number, stated)
