"""Estimates designs one after the other, as they are or as they might be."""

import sys
from dataclasses import dataclass
from pathlib import Path

from designkit.cli.console import has_colour, is_terminal, note, say, width
from designkit.cli.refusing import refusal
from designkit.errors import ChangeError, NotFoundError
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate
from designkit.estimates.formats import find_account
from designkit.estimates.report import EstimateReport, SweepReport
from designkit.estimates.what_if import changed, read_change, read_sweep
from designkit.files import Output, write_files
from designkit.model.design import Design
from designkit.quantities.writing import listed
from designkit.source.inputs import find_inputs
from designkit.source.loader import Loaded, load_file


@dataclass(frozen=True, slots=True)
class EstimateOptions:
    """What is wanted of the numbers; a simulation has its requests and its seed."""

    format: str
    changes: tuple[str, ...] = ()
    sweep: str | None = None
    plot: Path | None = None
    simulation: tuple[int, int] | None = None


def run(word: str, wish: EstimateOptions) -> int:
    """Tell the numbers of the design that `word` means and return the exit code.

    Raises:
        NotFoundError: the word means no design, or more than one; or there are no
            plots of such a format.
        ChangeError: a number cannot be changed as it is asked, or options do not fit.
        MissingLibraryError: a plot as PDF needs typst, which is not installed.
    """
    _require_sense(wish)
    found = find_inputs((word,))
    if len(found) > 1:
        names = listed([item.name for item in found])
        raise NotFoundError(f"{word} means {len(found)} designs, name one: {names}")
    loaded = load_file(found[0].path, found[0].name)
    if loaded.design is None:
        colour, cells = has_colour(sys.stderr), width(sys.stderr)
        for line in refusal(loaded, "not estimated", colour=colour, width=cells):
            note(line)
        return 1
    if wish.sweep:
        _sweep(changed(loaded, tuple(map(read_change, wish.changes))), wish.sweep, wish)
    else:
        _tell(loaded, wish)
    return 0


def _require_sense(wish: EstimateOptions) -> None:
    if wish.plot:
        from designkit.pictures.plots import format_of

        format_of(wish.plot)  # before any work is done
    if wish.plot and not wish.sweep:
        raise ChangeError("--plot draws a sweep: give --sweep PATH=LOW..HIGH too")
    if wish.simulation and wish.sweep:
        raise ChangeError("--simulate and --sweep do not go together: choose one")


def _tell(loaded: Loaded, wish: EstimateOptions) -> None:
    changes = tuple(map(read_change, wish.changes))
    other = changed(loaded, changes)
    assert loaded.design is not None  # what does not load was refused
    assert other.design is not None
    telling = EstimateReport(
        name=loaded.design.name,
        estimate=_estimated(other.design, wish),
        before=_estimated(loaded.design, wish) if changes else None,
        changes=tuple(map(str, changes)),
        width=width(sys.stdout),
    )
    say(find_account(wish.format).tell(telling))


def _estimated(design: Design, wish: EstimateOptions) -> Estimate:
    """Compute the figures and, if asked to, simulate the request path as well."""
    found = estimate(design)
    if wish.simulation is None:
        return found
    from designkit.estimates.simulated import with_simulation

    requests, seed = wish.simulation
    shows = is_terminal(sys.stderr)
    progress = _show_progress if shows else None
    whole = with_simulation(
        design, found, requests=requests, seed=seed, progress=progress
    )
    if shows:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    return whole


def _show_progress(done: int, total: int) -> None:
    filled = 30 * done // max(total, 1)
    bar = "#" * filled + "." * (30 - filled)
    text = f"\rsimulating [{bar}] {done:,} of {total:,} requests"
    print(text, end="", file=sys.stderr, flush=True)


def _sweep(loaded: Loaded, text: str, wish: EstimateOptions) -> None:
    """Estimate every step of a sweep, tell what reacts, and draw it if asked to."""
    sweep = read_sweep(text, loaded)
    steps = [changed(loaded, (change,)).design for change in sweep.changes]
    swept = SweepReport(
        name=loaded.design.name if loaded.design else "",
        path=sweep.name,
        values=sweep.values,
        estimates=tuple(estimate(design) for design in steps if design),
        width=width(sys.stdout),
    )
    say(find_account(wish.format).tell_sweep(swept))
    if wish.plot:
        from designkit.pictures.plots import format_of, plot

        drawn = Output(wish.plot.name, plot(swept, format_of(wish.plot)))
        write_files(wish.plot.parent, (drawn,))
        note(f"drawn: {wish.plot}")
