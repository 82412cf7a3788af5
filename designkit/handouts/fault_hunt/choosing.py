"""Chooses among suspects: of as many stages, rules and places as can be had."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from random import Random

from designkit.handouts.fault_hunt.bench import Bench, Isolation
from designkit.handouts.fault_hunt.findings import owners_of
from designkit.handouts.fault_hunt.screening import CandidateFault
from designkit.source.load_code import LOOSE

SPARE = 4
"""Rules that there should be to choose from beyond those that are needed."""

STAGES = 6
"""Stages of the checker that make a varied choice."""

JOINED = "wiring"
"""The stage of what loading finds between parts that do not fit together."""

Options = Sequence[Sequence[CandidateFault]]
"""The suspects of one rule after the other."""

Fits = Callable[[Sequence[CandidateFault], CandidateFault], bool]
"""Whether a suspect may join those that are chosen."""


@dataclass
class Pool:
    """The suspects so far, by the stage of their rule and by its code."""

    stages: Mapping[str, str]
    found: dict[str, dict[str, list[CandidateFault]]] = field(default_factory=dict)

    def add(self, suspects: Sequence[CandidateFault]) -> None:
        """Add more suspects."""
        for suspect in suspects:
            code = suspect.found.code
            stage = JOINED if code in LOOSE else self.stages[code]
            self.found.setdefault(stage, {}).setdefault(code, []).append(suspect)

    def offers(self, number: int) -> bool:
        """Whether there is a choice of `number` faults in different stages."""
        rules = sum(map(len, self.found.values()))
        return rules >= number + SPARE and len(self.found) > min(number, STAGES)

    def options(self, chance: Random) -> Options:
        """Return the suspects rule by rule, each stage in its turn, in any order."""
        stages = [
            chance.sample(list(rules.values()), len(rules))
            for rules in chance.sample(list(self.found.values()), len(self.found))
        ]
        longest = max(map(len, stages), default=0)
        rounds = (
            stage[turn] for turn in range(longest) for stage in stages if stage[turn:]
        )
        return [chance.sample(suspects, len(suspects)) for suspects in rounds]


def choose(bench: Bench, options: Options, number: int) -> Isolation | None:
    """Choose `number` suspects that bring one finding each, alone and together.

    They are of different rules and at different parts. Nothing comes back where so
    many cannot be had.
    """

    def fits(chosen: Sequence[CandidateFault], one: CandidateFault) -> bool:
        return _is_apart(chosen, one) and bench.brings(one)

    def holds(chosen: Sequence[CandidateFault], one: CandidateFault) -> bool:
        return fits(chosen, one) and bench.proof((*chosen, one)) is not None

    quick = _gather(options, number, fits)
    if len(quick) < number or (proof := bench.proof(quick)):
        return proof if len(quick) == number else None
    slow = _gather(options, number, holds)
    return bench.proof(slow) if len(slow) == number else None


def _gather(options: Options, number: int, fits: Fits) -> tuple[CandidateFault, ...]:
    chosen = list[CandidateFault]()
    for suspects in options:
        if len(chosen) < number:
            fitting = (one for one in suspects if fits(chosen, one))
            chosen += islice(fitting, 1)
    return tuple(chosen)


def _is_apart(chosen: Sequence[CandidateFault], one: CandidateFault) -> bool:
    """Whether a mutation touches other parts than those chosen, and is found there."""
    return all(
        other.change.owners.isdisjoint(one.change.owners)
        and owners_of(other.found) != owners_of(one.found)
        for other in chosen
    )
