"""Estimates of a loaded design: as it is, with other numbers, or over a sweep."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from designkit.errors import ChangeError
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate
from designkit.estimates.report import EstimateReport, SweepReport
from designkit.estimates.what_if import Sweep, changed, read_change, read_sweep
from designkit.model.design import Design
from designkit.source.loader import Loaded
from designkit.source.refusal import require_design


@dataclass(frozen=True, slots=True)
class EstimateOptions:
    """What is computed: with which numbers changed, and whether it is simulated.

    `changes` are like ``workload.requests-per-day=60M``. `requests` are those of a
    simulated run of the request path, 0 for none; another `seed` is another run;
    `progress` is told how many have been simulated, and of how many.
    """

    changes: tuple[str, ...] = ()
    requests: int = 0
    seed: int = 1
    progress: Callable[[int, int], None] | None = None


def report_estimate(loaded: Loaded, options: EstimateOptions) -> EstimateReport:
    """Compute the numbers of a design; with changes, those before it as well.

    Raises:
        LoadError: the design does not load.
        ChangeError: a number cannot be changed as it is asked.
        NotFoundError: a path names a component that does not exist.
        MissingLibraryError: the library that simulates is not installed.
    """
    design, changes = require_design(loaded), tuple(map(read_change, options.changes))
    other = require_design(changed(loaded, changes))
    return EstimateReport(
        name=design.name,
        estimate=_estimated(other, options),
        before=_estimated(design, options) if changes else None,
        changes=tuple(map(str, changes)),
    )


def report_sweep(
    loaded: Loaded, path: str, values: str | Sequence[str], changes: Sequence[str] = ()
) -> SweepReport:
    """Compute the numbers of a design at every step of a sweep, after `changes`.

    `values` are a range such as ``10M..100M:10``, or the steps themselves.

    Raises:
        LoadError: the design does not load.
        ChangeError: it is no range, or a number cannot be changed as it is asked.
        NotFoundError: a path names a component that does not exist.
    """
    design = require_design(loaded)
    other = changed(loaded, tuple(map(read_change, changes)))
    sweep = _sweep(other, path, values)
    steps = [changed(other, (change,)) for change in sweep.changes]
    return SweepReport(
        name=design.name,
        path=sweep.name,
        values=sweep.values,
        estimates=tuple(estimate(require_design(step)) for step in steps),
    )


def _sweep(loaded: Loaded, path: str, values: str | Sequence[str]) -> Sweep:
    if isinstance(values, str):
        return read_sweep(f"{path}={values}", loaded)
    if not values:
        raise ChangeError(f"a sweep of {path} needs values")
    changes = [read_change(f"{path}={value}") for value in values]
    return Sweep(changes[0].path, tuple(change.value for change in changes))


def _estimated(design: Design, options: EstimateOptions) -> Estimate:
    found = estimate(design)
    if not options.requests:
        return found
    from designkit.estimates.simulated import with_simulation

    return with_simulation(
        design,
        found,
        requests=options.requests,
        seed=options.seed,
        progress=options.progress,
    )
