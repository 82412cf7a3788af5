"""The shares of all changes that show, how they are told, and what they were."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.strength.measuring import Outcome
from benchmarks.strength.mutations import Family

FLOOR = Path(__file__).parent / "floor.json"
"""The shares below which none may fall."""

SAMPLE = 40
"""In the sample of the quick tests, one change in so many is made."""


@dataclass(frozen=True, order=True)
class Share:
    """How many of all changes of a sort show."""

    shown: int
    total: int

    @property
    def part(self) -> float:
        """The share, as a fraction; of nothing, all shows."""
        return self.shown / self.total if self.total else 1.0

    def __str__(self) -> str:
        """Write the share with its counts."""
        return f"{self.part:6.1%}  {self.shown:,} of {self.total:,}"


def shares(found: Iterable[Outcome]) -> Mapping[str, Share]:
    """Count what is found of each sort, and the values that move anything at all."""
    some = tuple(found)
    total = Counter(one.family for one in some)
    finds = Counter(one.family for one in some if one.finds)
    moved = sum(one.moves for one in some if one.family is Family.VALUE)
    return {
        "deletions found": Share(finds[Family.DELETION], total[Family.DELETION]),
        "retypes found": Share(finds[Family.RETYPE], total[Family.RETYPE]),
        "values that move a finding or a figure": Share(moved, total[Family.VALUE]),
        "values that move a finding": Share(finds[Family.VALUE], total[Family.VALUE]),
    }


def unmoved(found: Iterable[Outcome]) -> Iterator[str]:
    """Give the values whose change shows nowhere, sorted by their keys."""
    silent = (o for o in found if o.family is Family.VALUE and not o.moves)
    for one in sorted(silent, key=lambda one: (one.key, one.name)):
        yield f"{one.key}: {one.name}"


def floor() -> Mapping[str, Mapping[str, Share]]:
    """Return the recorded shares, of all changes and of the sample."""
    recorded = json.loads(FLOOR.read_text(encoding="utf-8"))
    return {
        which: {name: Share(*counts) for name, counts in some.items()}
        for which, some in recorded.items()
    }


def record(all_of_them: Iterable[Outcome], sample: Iterable[Outcome]) -> None:
    """Write down the shares as those below which none may fall."""
    measured = {"all": shares(all_of_them), "sample": shares(sample)}
    plain = {
        which: {name: [it.shown, it.total] for name, it in some.items()}
        for which, some in measured.items()
    }
    FLOOR.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")
