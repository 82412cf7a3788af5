"""Renders one design after the other, or several at a time, and tells about each."""

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from shlex import quote

import designkit as dk
from designkit.cli.console import has_colour, note, say, width
from designkit.cli.progress import FEW, progress
from designkit.cli.siting import is_site, write_site
from designkit.diagnostics import Diagnostic
from designkit.text.cells import safe
from designkit.text.counts import counted, counted_by_severity


@dataclass(frozen=True, slots=True)
class RenderJob:
    """What to make of the designs, where to, and how."""

    options: dk.RenderOptions
    directory: Path
    is_strict: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Look:
    """How findings are printed."""

    colour: bool
    width: int


@dataclass(frozen=True, slots=True)
class Task:
    """One design and the name of its directory."""

    input: dk.Input
    stem: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a design, in plain values that can leave a process."""

    notes: tuple[str, ...]
    written: tuple[Path, ...]
    is_drawn: bool
    has_findings: bool
    entry: dk.SiteEntry | None = None

    def is_fine(self, *, is_strict: bool) -> bool:
        """Whether the design loads and, for the strict, has no findings."""
        return self.is_drawn and not (is_strict and self.has_findings)


def run(words: Sequence[str], wanted: RenderJob) -> int:
    """Render the designs that `words` mean and return the exit code."""
    inputs = dk.find_inputs(words, note)
    tasks = list(map(Task, inputs, dk.output_names(inputs)))
    if is_site(words, inputs):
        wanted = replace(wanted, options=wanted.options.in_site())
    outcomes = tuple(_shown_one_by_one(tasks, wanted))
    entries = [outcome.entry for outcome in outcomes if outcome.entry]
    if entries:
        _list(write_site(wanted.directory, entries))
    fine = (outcome.is_fine(is_strict=wanted.is_strict) for outcome in outcomes)
    return 0 if all(fine) else 1


def _shown_one_by_one(tasks: Sequence[Task], wanted: RenderJob) -> Iterator[Outcome]:
    """Render all tasks, tell about each, and show how many are done."""
    with progress("design", is_long=len(tasks) > FEW) as shows:
        for done, outcome in enumerate(_outcomes(tasks, wanted), 1):
            if shows:
                shows.clear()
            _tell(outcome)
            if shows:
                shows.show(done, len(tasks))
            yield outcome


def render_task(wanted: RenderJob, look: Look, task: Task) -> Outcome:
    """Load one design and, if it loads, write everything that is wanted of it."""
    loaded = dk.load(task.input.path, task.input.name)
    if loaded.design is None:
        told = dk.refusal(loaded, "not drawn", colour=look.colour, width=look.width)
        return Outcome(tuple(told), (), False, True, _entry(wanted, task, loaded))
    settings = dk.find_settings(task.input.place)
    report = dk.check(loaded, settings=settings)
    options = wanted.options.within(settings)
    made = dk.render_design(loaded, task.stem, options, report)
    written = dk.write_files(wanted.directory / task.stem, made)
    open_findings = [found for found in report.diagnostics if not found.waived]
    note = summary(task.input, loaded.design, open_findings)
    unlettered = map(safe, dk.missing_letters(loaded, options.formats))
    entry = _entry(wanted, task, loaded, report, written)
    return Outcome((*unlettered, note), written, True, bool(open_findings), entry)


def _entry(
    wanted: RenderJob,
    task: Task,
    loaded: dk.Loaded,
    report: dk.FileReport | None = None,
    written: Sequence[Path] = (),
) -> dk.SiteEntry | None:
    """Return what a site says of a design, if one is made."""
    if not wanted.options.is_in_site:
        return None
    names = frozenset(path.name for path in written)
    return dk.site_entry(loaded, task.stem, report, names)


def _outcomes(tasks: Sequence[Task], wanted: RenderJob) -> Iterator[Outcome]:
    """Render all tasks, in as many processes as help, and give them in their order."""
    work = partial(render_task, wanted, Look(has_colour(sys.stderr), width(sys.stderr)))
    processes = min(wanted.jobs, len(tasks))
    if processes < 2:
        yield from map(work, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes, initializer=_leave_interrupts) as pool:
        yield from pool.map(work, tasks)


def _leave_interrupts() -> None:
    """Let Ctrl-C end the parent, which ends its workers, without their tracebacks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def summary(item: dk.Input, design: dk.Design, found: Sequence[Diagnostic]) -> str:
    """Say how large a design is and what was found in it, with a way to see that."""
    file = item.name
    command = f"designkit check {quote(_typed(item))}"
    name = safe(file)
    parts = (
        counted(len(design.components), "component"),
        counted(len(design.flows), "flow"),
        counted_by_severity(found) or "no findings",
    )
    more = f" ({safe(command)} shows them)" if found else ""
    return f"{name}: {', '.join(parts)}{more}"


def _typed(item: dk.Input) -> str:
    """Return what names a design on the command line from here."""
    return item.name if item.name == item.stem else _shown(item.path)


def _tell(outcome: Outcome) -> None:
    """Print what became of a design."""
    for text in outcome.notes:
        note(text)
    _list(outcome.written)


def _list(paths: Iterable[Path]) -> None:
    for path in paths:
        say(safe(_shown(path)))


def _shown(path: Path) -> str:
    """Return `path` as seen from the current directory, when it lies below it."""
    absolute, here = path.absolute(), Path.cwd()
    return (
        absolute.relative_to(here) if absolute.is_relative_to(here) else path
    ).as_posix()
