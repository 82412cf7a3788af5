"""Numbers are changed as they are asked for, or it is said why they cannot be."""

import pytest

from designkit.errors import ChangeError, DesignkitError
from designkit.estimates.what_if import Change, changed, read_change, read_sweep
from tests.computed import loaded

SMALL = loaded("""
    workload: {requests-per-day: 30 M, peak-factor: 4}
    components:
      app: {kind: client}
      rank: {kind: model-server, latency: {p50: 5 ms, p99: 15 ms}}
    flows: {calls: [app -> rank: request]}
""")


def test_a_change_is_a_path_and_a_value() -> None:
    change = read_change(" workload.requests-per-day = 300 M ")

    assert change == Change(("workload", "requests-per-day"), "300 M")
    assert str(change) == "workload.requests-per-day=300 M"


@pytest.mark.parametrize("text", ["", "=", "a.b", "a.b=", "=5", "a..b=5", ".=5"])
def test_what_is_no_change_is_refused(text: str) -> None:
    with pytest.raises(
        ChangeError, match=r"write it like workload\.requests-per-day=300M"
    ):
        read_change(text)


def test_a_changed_design_has_the_new_number() -> None:
    path = ("components", "rank", "latency", "p99")
    after = changed(SMALL, (Change(path, "20 ms"),)).design

    assert after is not None
    assert str(after.components["rank"].latency.p99) == "20 ms"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("workload.requests-per-dy=5", "did you mean requests-per-user"),
        ("workload.requests-per-day=5 s", "is not a unit of count"),
        ("workload.requests-per-day=-5", "never is"),
        (
            "components.rnk.replicas=5",
            "no component is called 'rnk'; did you mean rank",
        ),
        ("name=5", "name is no number of a design"),
        ("workload=5", "workload"),
        ("flows.0.fan-out=5", "the numbers of flows cannot be changed here"),
        ("components.rank=5", "components.rank=5"),
        ("components.rank.latency=5 ms", "latency"),
    ],
)
def test_what_cannot_be_changed_is_refused_with_a_way_out(
    change: str, message: str
) -> None:
    with pytest.raises(DesignkitError, match=message):
        changed(SMALL, (read_change(change),))


def test_a_sweep_goes_evenly_from_end_to_end_in_the_unit_of_the_high_one() -> None:
    sweep = read_sweep("workload.requests-per-day=10M..100M:4", SMALL)

    assert sweep.name == "workload.requests-per-day"
    assert sweep.values == ("10 M", "40 M", "70 M", "100 M")
    assert read_sweep("workload.peak-factor=1..2:3", SMALL).values == ("1", "1.5", "2")
    assert len(read_sweep("workload.peak-factor=1..2", SMALL).values) == 10


@pytest.mark.parametrize(
    "text",
    [
        "workload.peak-factor=4",
        "workload.peak-factor=1..2:1",
        "workload.peak-factor=1..2:101",
        "workload.peak-factor=2..1:3",
        "workload.peak-factor=1..2 s:3",
        "name=1..2",
    ],
)
def test_what_is_no_sweep_is_refused(text: str) -> None:
    with pytest.raises(ChangeError):
        read_sweep(text, SMALL)
