"""Finds out which mutations the checker would tell, without trying each on its own.

Of a few mutations made together, most say nothing, and what is found lies mostly where
it was caused; so one check tells of a dozen. What cannot be told apart is tried again
in halves. Whoever uses a mutation still tries it on its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from designkit.diagnostics import Diagnostic
from designkit.handouts.fault_hunt.findings import named_in, owners_of
from designkit.handouts.fault_hunt.mutation import Mutation

Trial = Callable[[Sequence[Mutation]], tuple[Diagnostic, ...] | None]
"""What mutations made together bring; nothing where that is no design to go by."""


@dataclass(frozen=True, slots=True)
class CandidateFault:
    """A mutation, and the one finding that it seems to bring."""

    change: Mutation
    found: Diagnostic


def screen(changes: Sequence[Mutation], trial: Trial) -> Iterator[CandidateFault]:
    """Give the mutations among `changes` that seem to bring one finding each."""
    found = trial(changes)
    if len(changes) == 1:
        found = found or ()
        yield from (CandidateFault(changes[0], one) for one in found if len(found) == 1)
    elif found is None:
        yield from _in_halves(changes, trial)
    elif found:
        caused = [_near(changes, item) for item in found]
        yield from _of_one(changes, found, caused)
        if any(len(numbers) != 1 for numbers in caused):
            known = {numbers[0] for numbers in caused if len(numbers) == 1}
            rest = [one for at, one in enumerate(changes) if at not in known]
            yield from _in_halves(rest, trial)


def _of_one(
    changes: Sequence[Mutation],
    found: Sequence[Diagnostic],
    caused: Sequence[list[int]],
) -> Iterator[CandidateFault]:
    for number, change in enumerate(changes):
        own = [
            item for item, near in zip(found, caused, strict=True) if near == [number]
        ]
        if len(own) == 1:
            yield CandidateFault(change, own[0])


def _in_halves(changes: Sequence[Mutation], trial: Trial) -> Iterator[CandidateFault]:
    middle = len(changes) // 2
    for half in (changes[:middle], changes[middle:]):
        if half:
            yield from screen(half, trial)


def _near(changes: Sequence[Mutation], found: Diagnostic) -> list[int]:
    """Return the numbers of the changes that may have brought a finding.

    It lies where the change was made, or names a part that was changed; what now
    stands there it often quotes.
    """
    quoted = [
        at for at, c in enumerate(changes) if c.after and c.after in found.message
    ]
    for owners in (owners_of(found), named_in(found)):
        near = [at for at, c in enumerate(changes) if owners & c.owners]
        if near:
            return [at for at in near if at in quoted] or near
    return quoted


def batches(changes: Sequence[Mutation], size: int) -> tuple[tuple[Mutation, ...], ...]:
    """Put changes together by `size`, no two of which concern the same part."""
    done, open_ones = list[list[Mutation]](), list[list[Mutation]]()
    for change in changes:
        batch = next((one for one in open_ones if _is_apart(change, one)), None)
        if batch is None:
            batch = []
            open_ones.append(batch)
        batch.append(change)
        if len(batch) == size:
            open_ones.remove(batch)
            done.append(batch)
    return tuple(map(tuple, (*done, *open_ones)))


def _is_apart(change: Mutation, batch: Sequence[Mutation]) -> bool:
    return all(change.owners.isdisjoint(other.owners) for other in batch)
