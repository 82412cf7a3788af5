"""An estimate is reported as a design is, and beside what was before a change."""

import pytest

from designkit.errors import ChangeError, LoadError, NotFoundError
from designkit.estimates.estimator import estimate
from designkit.estimates.reporting import (
    EstimateOptions,
    report_estimate,
    report_sweep,
)
from designkit.source.loader import load_text
from tests.computed import loaded

SMALL = loaded("""
    workload: {requests-per-day: 30 M, peak-factor: 4}
    components:
      app: {kind: client}
      rank: {kind: model-server, latency: {p50: 5 ms, p99: 15 ms}}
    flows: {calls: [app -> rank: request]}
""")
BROKEN = load_text("designkit: 1\nname: X\nsystem: generic\n", "x.yaml")
LOAD = "workload.requests-per-day"
PEAK = "traffic.peak-qps"


def test_a_design_is_reported_as_it_is() -> None:
    found = report_estimate(SMALL, EstimateOptions())
    assert SMALL.design is not None

    assert found.estimate == estimate(SMALL.design)
    assert (found.before, found.changes, found.moves) == (None, (), ())


def test_a_change_is_reported_with_what_was_before() -> None:
    found = report_estimate(SMALL, EstimateOptions((f"{LOAD}=60M",)))
    moves = {move.id: move for move in found.moves}

    assert found.changes == (f"{LOAD}=60M",)
    assert moves[PEAK].change == pytest.approx(1)


def test_a_simulation_is_a_part_of_the_report() -> None:
    told = list[tuple[int, int]]()
    options = EstimateOptions(
        requests=100, seed=2, progress=lambda done, total: told.append((done, total))
    )

    found = report_estimate(SMALL, options)

    assert found.estimate.part("simulation")
    assert told


def test_a_sweep_is_a_range_or_the_values_themselves() -> None:
    by_range = report_sweep(SMALL, LOAD, "10M..30M:3")
    by_value = report_sweep(SMALL, LOAD, ("10 M", "20 M", "30 M"))

    assert by_range == by_value
    assert (by_range.path, by_range.values) == (LOAD, ("10 M", "20 M", "30 M"))
    peaks = [found.get(PEAK) for found in by_range.estimates]
    assert [peak and peak.text for peak in peaks] == ["463/s", "926/s", "1,389/s"]


def test_a_sweep_starts_where_changes_lead() -> None:
    changed = report_sweep(SMALL, LOAD, "10M..30M:2", ("workload.peak-factor=8",))

    peaks = [found.get(PEAK) for found in changed.estimates]
    assert [peak and peak.text for peak in peaks] == ["926/s", "2,778/s"]


@pytest.mark.parametrize(
    ("path", "values", "message"),
    [
        (LOAD, (), "a sweep of workload.requests-per-day needs values"),
        (LOAD, "10M", "is no sweep"),
        (LOAD, ("5 s",), "is not a unit of count"),
        ("name", ("5",), "name is no number of a design"),
    ],
)
def test_what_cannot_be_swept_is_refused(
    path: str, values: str | tuple[str, ...], message: str
) -> None:
    with pytest.raises(ChangeError, match=message):
        report_sweep(SMALL, path, values)


def test_a_component_that_does_not_exist_is_named() -> None:
    with pytest.raises(NotFoundError, match="no component is called 'rnk'"):
        report_estimate(SMALL, EstimateOptions(("components.rnk.replicas=4",)))


def test_a_design_that_does_not_load_is_refused() -> None:
    with pytest.raises(LoadError, match=r"x\.yaml does not load, 1 error"):
        report_estimate(BROKEN, EstimateOptions())
    with pytest.raises(LoadError, match=r"x\.yaml does not load, 1 error"):
        report_sweep(BROKEN, LOAD, "1..2")
