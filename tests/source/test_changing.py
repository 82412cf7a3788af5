"""A number of a document may be another one, for as long as one asks what if."""

import pytest

from designkit.source.changing import with_value, without
from designkit.source.loader import load_changed, load_text
from designkit.source.reader import read

TEXT = """\
designkit: 1
name: Small
system: generic
workload: {requests-per-day: {value: 30 M, assumed: large}, peak-factor: 4}
components:
  app: {kind: client}
  rank: {kind: model-server, latency: {p50: 5 ms, p99: 15 ms}}
"""


def plain(path: tuple[str | int, ...], text: str, document: str = TEXT) -> object:
    root = read(document).root
    assert root is not None
    return with_value(root, path, text).plain()


def test_a_value_is_replaced_with_its_tag() -> None:
    workload = plain(("workload", "requests-per-day"), "300M")["workload"]

    assert workload == {"requests-per-day": "300M", "peak-factor": 4}


def test_what_is_not_there_is_added() -> None:
    changed = plain(("objectives", "latency", "p99"), "9 ms")

    assert changed["objectives"] == {"latency": {"p99": "9 ms"}}


def test_an_item_of_a_list_is_replaced() -> None:
    assert plain(("list", 1), "7", "list: [1, 2, 3]") == {"list": [1, 7, 3]}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param([("a",)], {"b": [1, 2, 3], "c": {"d": 4}}, id="a key"),
        pytest.param(
            [("b", 0), ("b", 2)], {"a": 0, "b": [2], "c": {"d": 4}}, id="items"
        ),
        pytest.param(
            [("c", "d")], {"a": 0, "b": [1, 2, 3], "c": {}}, id="the last key"
        ),
        pytest.param(
            [("c",), ("c", "d")], {"a": 0, "b": [1, 2, 3]}, id="a part of what goes"
        ),
        pytest.param(
            [("x", "y"), ("b", 7), ("a", "x")],
            {"a": 0, "b": [1, 2, 3], "c": {"d": 4}},
            id="what is not there",
        ),
        pytest.param([], {"a": 0, "b": [1, 2, 3], "c": {"d": 4}}, id="nothing"),
    ],
)
def test_what_goes_leaves_the_rest(
    paths: list[tuple[str | int, ...]], expected: object
) -> None:
    root = read("{a: 0, b: [1, 2, 3], c: {d: 4}}").root
    assert root is not None

    left = without(root, paths)

    assert left.plain() == expected
    assert list(left.keys) == list(left.entries)


def test_a_changed_design_is_loaded_and_the_first_stays_as_it_was() -> None:
    before = load_text(TEXT)
    after = load_changed(before, {("workload", "peak-factor"): "8"})

    assert before.design is not None
    assert after.design is not None
    assert str(before.design.workload.peak_factor) == "4"
    assert str(after.design.workload.peak_factor) == "8"
    assert after.text == before.text


def test_a_fault_of_a_new_value_is_reported_at_the_nearest_place() -> None:
    after = load_changed(load_text(TEXT), {("workload", "peak"): "8"})

    (found,) = after.diagnostics
    assert found.message == "unknown key 'peak' in workload"
    assert found.span.line == 4
