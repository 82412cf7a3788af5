"""How much of what is changed in good designs shows in findings or in figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from benchmarks.strength.mutations import Family, mutations
from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.diagnostics import Diagnostic
from designkit.estimates.estimator import estimate
from designkit.handouts.fault_hunt.draft import Draft, draft_of
from designkit.handouts.fault_hunt.findings import beyond
from designkit.handouts.fault_hunt.flow_tree import ends_of
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.visible import PARTED, without_reasons
from designkit.model.design import Design
from designkit.source.loader import Loaded, load_file

TOGETHER = 40
"""Changes that a process makes before it tells how they went."""

WORKERS = 2

Numbers = Mapping[str, tuple[float, ...] | None]
"""Value and range of each figure, by id; nothing for one that cannot be computed."""


@dataclass(frozen=True)
class Outcome:
    """What became of one change of a design."""

    design: str
    family: Family
    place: str
    change: str
    finds: bool
    moves: bool

    @property
    def name(self) -> str:
        """The change in one line, the same on every run."""
        return f"{self.design} {self.what}"

    @property
    def what(self) -> str:
        """The change in its design."""
        return f"{self.place}: {self.change}"

    @property
    def key(self) -> str:
        """The key of what was changed, whichever part states it."""
        section, *steps = self.place.split(".")
        kept = steps[1:] if section in PARTED else steps
        return ".".join((section, *(step for step in kept if not step.isdigit())))


@dataclass(frozen=True)
class Task:
    """Some of the changes of one sort in one design."""

    file: Path
    family: Family
    first: int
    step: int = 1
    count: int = TOGETHER


@dataclass(frozen=True)
class Known:
    """A design as it is, with what is found in it and computed from it."""

    draft: Draft
    found: tuple[Diagnostic, ...]
    numbers: Numbers


@cache
def known(file: Path) -> Known:
    """Load a design without its reasons, on which nothing depends."""
    draft = draft_of(without_reasons(load_file(file)))
    return Known(draft, _found(draft.loaded), _numbers(draft.design))


@cache
def changes_of(file: Path, family: Family) -> tuple[Mutation, ...]:
    """Return the changes of one sort that can be made in the design of a file."""
    return mutations(known(file).draft, family)


def tasks(
    files: Iterable[Path], every: int = 1, families: Iterable[Family] = Family
) -> Iterator[Task]:
    """Give all that there is to do; of the changes of each sort, one in `every`."""
    for file, family in product(files, tuple(families)):
        total = len(changes_of(file, family))
        for first in range(0, total, TOGETHER * every):
            yield Task(file, family, first, every)


def outcomes(
    todo: Sequence[Task], show: Callable[[int, int], None] | None = None
) -> tuple[Outcome, ...]:
    """Make all changes, in two processes; `show` is told how many tasks are done."""
    found: list[Outcome] = []
    with ProcessPoolExecutor(WORKERS) as pool:
        for done, some in enumerate(pool.map(done_of, todo), 1):
            found += some
            if show:
                show(done, len(todo))
    return tuple(found)


def done_of(task: Task) -> tuple[Outcome, ...]:
    """Make the changes of a task one by one."""
    end = task.first + task.count * task.step
    changes = changes_of(task.file, task.family)[task.first : end : task.step]
    return tuple(_outcome(task, change) for change in changes)


def _outcome(task: Task, change: Mutation) -> Outcome:
    base = known(task.file)
    loaded = base.draft.changed((change,))
    new = beyond(base.found, _found(loaded))
    finds = new is None or new != ()
    place, what = written(base.draft, change)
    counts = task.family is Family.VALUE and not finds
    moves = finds or (counts and _numbers(loaded.design) != base.numbers)
    return Outcome(task.file.stem, task.family, place, what, finds, moves)


def written(draft: Draft, change: Mutation) -> tuple[str, str]:
    """Write where a change was made, as a path, and what it was."""
    section, *steps = change.path
    before, after = change.before, change.after
    if section == "flows":
        flow = draft.flows[int(steps[0])]
        source, target = ends_of(flow)
        carries = draft.design.flows[int(steps[0])].carries
        steps = [f"{source} -> {target} ({carries})", *steps[1:]]
    elif not after:
        before = ""
    place = ".".join(map(str, (section, *steps)))
    return place, f"{before} became {after}" if after else "left out"


def _found(loaded: Loaded) -> tuple[Diagnostic, ...]:
    return check(loaded, all_rules()).diagnostics


def _numbers(design: Design | None) -> Numbers:
    found: dict[str, tuple[float, ...] | None] = {}
    if design is None:
        return found
    for part in estimate(design).parts:
        for item in part.results:
            value = getattr(item, "value", None)
            found[item.id] = None if value is None else (value, item.low, item.high)
    return found
