"""Tells the numbers of a design, as they are or as they might be."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import designkit as dk
from designkit.cli.console import note, say, width
from designkit.cli.progress import progress
from designkit.cli.refusing import refuse
from designkit.errors import ChangeError


@dataclass(frozen=True, slots=True)
class EstimateJob:
    """What is wanted of the numbers; a simulation has its requests and its seed."""

    format: str
    changes: tuple[str, ...] = ()
    sweep: str | None = None
    plot: Path | None = None
    simulation: tuple[int, int] | None = None
    is_strict: bool = False


def run(word: str, job: EstimateJob) -> int:
    """Tell the numbers of the design that `word` means and return the exit code.

    Raises:
        NotFoundError: the word means no design, or more than one; or there is no such
            format, of numbers or of plots.
        ChangeError: a number cannot be changed as it is asked, or options do not fit.
        MissingLibraryError: a plot as PDF needs typst, which is not installed.
    """
    dk.find_account(job.format)
    _require_sense(job)
    loaded = dk.load(word)
    if loaded.design is None:
        refuse(loaded, "not estimated")
        return 1
    if job.sweep:
        _sweep(loaded, job.sweep, job)
        return 0
    return int(_tell(loaded, job, dk.find_input(word).place) and job.is_strict)


def _require_sense(job: EstimateJob) -> None:
    if job.plot:
        dk.plot_format(job.plot)  # before any work is done
    if job.plot and not job.sweep:
        raise ChangeError("--plot draws a sweep: give --sweep PATH=LOW..HIGH too")
    if job.simulation and job.sweep:
        raise ChangeError("--simulate and --sweep do not go together: choose one")


def _tell(loaded: dk.Loaded, job: EstimateJob, place: Path) -> bool:
    """Tell the numbers; return whether the changes break something."""
    requests, seed = job.simulation or (0, 1)
    with progress("request", is_long=bool(requests)) as shows:
        found = dk.estimate(
            loaded,
            job.changes,
            requests=requests,
            seed=seed,
            progress=shows.show if shows else None,
            settings=dk.find_settings(place),
        )
    shown = replace(found, width=width(sys.stdout))
    say(dk.find_account(job.format).tell(shown))
    return found.breaks


def _sweep(loaded: dk.Loaded, text: str, job: EstimateJob) -> None:
    """Estimate every step of a sweep, tell what reacts, and draw it if asked to."""
    path, _, values = text.partition("=")
    swept = dk.sweep(loaded, path, values, job.changes)
    shown = replace(swept, width=width(sys.stdout))
    say(dk.find_account(job.format).tell_sweep(shown))
    if job.plot:
        dk.write_file(job.plot, dk.plot(swept, dk.plot_format(job.plot)))
        note(f"drawn: {job.plot}")
