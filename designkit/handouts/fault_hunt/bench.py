"""The bench on which a design is broken: it remembers what each mutation gave."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from zlib import crc32

from designkit.checks.checker import CRASHED, check
from designkit.checks.run import CheckPlan, check_file
from designkit.diagnostics import Diagnostic, Severity
from designkit.handouts.fault_hunt.draft import Draft, draft_of
from designkit.handouts.fault_hunt.findings import beyond
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.operators import all_operators
from designkit.handouts.fault_hunt.screening import CandidateFault, batches, screen
from designkit.handouts.fault_hunt.visible import without_reasons
from designkit.source.loader import Loaded

Batch = tuple[Mutation, ...]

COMPARED, ONE_OF = "said-differently", 7
"""The rule that compares what is said twice; of so many of its faults one is kept."""


@dataclass(frozen=True)
class Isolation:
    """Mutations in the whole design, and the one finding that each brings."""

    suspects: tuple[CandidateFault, ...]
    loaded: Loaded
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True, eq=False)
class Bench:
    """A design that loads, the rules it is checked by, and what was tried on it.

    Mutations are tried on the design without its reasons, which loads faster and says
    the same; what is handed out is tried on the whole of it.
    """

    loaded: Loaded
    plan: CheckPlan
    _screened: dict[Batch, tuple[CandidateFault, ...]] = field(default_factory=dict)
    _tried: dict[Batch, tuple[Diagnostic, ...] | None] = field(default_factory=dict)

    @cached_property
    def draft(self) -> Draft:
        """The design without its reasons, on which mutations are tried."""
        return draft_of(without_reasons(self.loaded))

    @cached_property
    def whole(self) -> Draft:
        """The whole design."""
        return draft_of(self.loaded)

    @cached_property
    def known(self) -> tuple[Diagnostic, ...]:
        """What is found in the design as it is, accepted by its author or not."""
        return self._checked(self.loaded)

    @cached_property
    def answered(self) -> tuple[Diagnostic, ...]:
        """What would be found but for the reasons that the author gives."""
        known = {(item.code, item.element) for item in self.known}
        found = self._known_in_draft
        return tuple(item for item in found if (item.code, item.element) not in known)

    @cached_property
    def _told_before(self) -> tuple[Diagnostic, ...]:
        return self._told(self.loaded)

    @cached_property
    def _known_in_draft(self) -> tuple[Diagnostic, ...]:
        return self._checked(self.draft.loaded)

    @cached_property
    def _batches(self) -> tuple[tuple[Batch, ...], ...]:
        """The mutations in batches, operator by operator."""
        operators = all_operators()
        found = (batches(tuple(m.make(self.draft)), m.together) for m in operators)
        return tuple(one for one in found if one)

    def suspects(self, chance: Random) -> Iterator[tuple[CandidateFault, ...]]:
        """Give suspects batch by batch, from all operators in turn.

        An operator that fits in many more places comes up somewhat more often.
        """
        left = [chance.sample(found, len(found)) for found in self._batches]
        while left := [rest for rest in left if rest]:
            weights = [math.isqrt(len(rest)) for rest in left]
            (rest,) = chance.choices(left, weights)
            batch = rest.pop()
            if batch not in self._screened:
                self._screened[batch] = tuple(_thinned(screen(batch, self.trial)))
            yield self._screened[batch]

    def brings(self, suspect: CandidateFault) -> bool:
        """Whether a mutation brings the finding it is suspected of, and no other."""
        return _are(self.trial((suspect.change,)) or (), (suspect,))

    def proof(self, suspects: Sequence[CandidateFault]) -> Isolation | None:
        """Mutate the whole design; prove that each mutation does what it does alone."""
        loaded = self.whole.changed([suspect.change for suspect in suspects])
        found = beyond(self._told_before, self._told(loaded)) or ()
        is_sound = loaded.design is not None and _are(found, suspects)
        return Isolation(tuple(suspects), loaded, found) if is_sound else None

    def trial(self, changes: Sequence[Mutation]) -> tuple[Diagnostic, ...] | None:
        """Return what mutations bring together; nothing if it is no design then."""
        batch = tuple(changes)
        if batch not in self._tried:
            self._tried[batch] = self._try(batch)
        return self._tried[batch]

    def _try(self, changes: Batch) -> tuple[Diagnostic, ...] | None:
        loaded = self.draft.changed(changes)
        if loaded.design is None:
            return None
        found = beyond(self._known_in_draft, self._checked(loaded))
        crashed = any(item.code == CRASHED for item in found or ())
        return None if crashed else found

    def _checked(self, loaded: Loaded) -> tuple[Diagnostic, ...]:
        levels = self.plan.severities
        rules, strict = self.plan.rules, self.plan.strict
        return check(loaded, rules, strict=strict, severities=levels).diagnostics

    def _told(self, loaded: Loaded) -> tuple[Diagnostic, ...]:
        """Return what a check of the file tells and its author does not accept."""
        report, _ = check_file(loaded, self.plan)
        return tuple(item for item in report.diagnostics if not item.waived)


def _are(found: Sequence[Diagnostic], suspects: Sequence[CandidateFault]) -> bool:
    """Whether these are the findings that were suspected, and all of them matter."""
    wanted = sorted(suspect.found.code for suspect in suspects)
    matter = all(item.severity is not Severity.INFO for item in found)
    return matter and sorted(item.code for item in found) == wanted


def _thinned(suspects: Iterable[CandidateFault]) -> Iterator[CandidateFault]:
    """Leave out most faults that are found by comparing two numbers of a design.

    Nearly each number that is said twice can be changed, and one such fault is like
    another.
    """
    for suspect in suspects:
        number = crc32(suspect.found.element.encode())
        if suspect.found.name != COMPARED or number % ONE_OF == 0:
            yield suspect
