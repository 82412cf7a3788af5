"""Where the components of a run stand: in which lane, in which line, at which step."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from designkit.analysis.run_path import RunPath
from designkit.pictures.columns import rank

REPEATED = "@results"
"""What the id of a card ends with that repeats a component among the results."""

LONGEST, LONG = 6, 7
"""Steps that stand in one line, and those that may where a line ends with a reason."""


class RunPart(StrEnum):
    """What a component does in a run, from the top of the page down."""

    READ = "read"
    STEPS = "steps"
    BESIDE = "beside"
    RESULTS = "results"


HIGH = {RunPart.READ: 2, RunPart.STEPS: 1, RunPart.BESIDE: 3, RunPart.RESULTS: 1}
"""Cards of a lane that stand above one another before the next one moves aside."""

Place = tuple[RunPart, int, int]
"""A lane, the line that it is in, and a column."""


def goes_back(run: RunPath, source: str, target: str) -> bool:
    """Whether a flow brings results to what stands before."""
    return target in run.before and source in run.after | run.scorers


@dataclass(frozen=True)
class RunSeating:
    """Seats the components of a run around its steps."""

    run: RunPath
    steps: Sequence[str]

    def places(self) -> Mapping[str, Place]:
        """Return the place of each component, and of what is repeated, by its card.

        In one line what is repeated comes first: who sends results there is the last.
        """
        columns = self._columns()
        wanted = {
            id: (self._part(id), *self._line_of(columns[id])) for id in self.run.parts
        }
        repeated = self._repeated(wanted)
        is_short = len(self._starts) == 1
        return self._spread(repeated | wanted if is_short else wanted | repeated)

    def _repeated(self, places: Mapping[str, Place]) -> dict[str, Place]:
        """Return where what stands before is repeated, since results go there."""
        found = dict[str, Place]()
        for flow in self.run.flows:
            if goes_back(self.run, *flow.ends):
                _, row, at = places[flow.source]
                place = RunPart.RESULTS, row, min(at + 1, self._width(row) - 1)
                id = f"{flow.target}{REPEATED}"
                found[id] = max(found.get(id, place), place)
        return found

    def _spread(self, wanted: Mapping[str, Place]) -> Mapping[str, Place]:
        """Move what would stand too high aside: to the right, else to the left."""
        full, found = Counter[Place](), dict[str, Place]()
        last = max(map(self._width, range(len(self._starts)))) - 1
        for id, (part, row, at) in wanted.items():
            may_move = part is RunPart.RESULTS or id in self.run.before | self.run.after
            right_then_left = (*range(at, last + 1), *range(at - 1, -1, -1))
            free = (it for it in right_then_left if full[part, row, it] < HIGH[part])
            place = part, row, next(free, at) if may_move else at
            full[place] += 1
            found[id] = place
        return found

    def _part(self, id: str) -> RunPart:
        if id in self.steps:
            return RunPart.STEPS
        if id in self.run.scorers:
            return RunPart.BESIDE
        if id not in self.run.after:
            return RunPart.READ
        onward = {flow.target for flow in self.run.flows if flow.source == id}
        return RunPart.BESIDE if onward & self.run.after else RunPart.RESULTS

    def _columns(self) -> Mapping[str, int]:
        """Return at which step each component stands: after givers, before readers."""
        ranks = rank(self.run.parts, self.run.flows)
        order = sorted(self.run.parts, key=lambda id: ranks[id])
        found = {id: at for at, id in enumerate(self.steps)}
        for id in order:
            if id in self.run.after and id not in found:
                found[id] = self._after(id, found)
        for id in reversed(order):
            if id not in found:
                found[id] = self._above(id, found)
        return found

    def _after(self, id: str, found: Mapping[str, int]) -> int:
        """Return the column after what gives to `id`, in the same line."""
        givers = (flow.source for flow in self.run.flows if flow.target == id)
        last = max((found[it] for it in givers if it in found), default=0)
        return min(last + 1, self._last_beside(last))

    def _above(self, id: str, found: Mapping[str, int]) -> int:
        """Return the column of what `id` steers, or the one before what reads it."""
        readers = (flow.target for flow in self.run.flows if flow.source == id)
        first = min((found[it] for it in readers if it in found), default=0)
        return max(first - 1, 0) if id in self.run.before else first

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The columns with which a line starts: the second one with what scores."""
        steps = len(self.steps)
        if steps <= LONGEST:
            return (0,)
        scored = (at for at, id in enumerate(self.steps) if id in self.run.scorers)
        first = next(scored, 0)
        if 0 < first <= LONG and steps - first <= LONG:
            return 0, first
        line = -(-steps // -(-steps // LONGEST))
        return tuple(range(0, steps, line))

    def _width(self, row: int) -> int:
        ends = (*self._starts[1:], len(self.steps))
        return ends[row] - self._starts[row]

    def _last_beside(self, column: int) -> int:
        """Return the last column of the line of a column."""
        row, _ = self._line_of(column)
        return self._starts[row] + self._width(row) - 1

    def _line_of(self, column: int) -> tuple[int, int]:
        """Return the line of a column, and which of its columns it is."""
        row = bisect_right(self._starts, column) - 1
        return row, column - self._starts[row]
