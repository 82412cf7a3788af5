"""The slowest ways through a graph, of any size and with any circles."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.analysis.slowest import Slowest, walk


def ways(
    sources: Mapping[str, str], stays: Mapping[str, float], kept_up: str = ""
) -> Mapping[str, str]:
    starts = {id: 0.0 for id, before in sources.items() if not before}
    return Slowest(sources, stays, starts, kept_up).ways()


SIDE_BY_SIDE = {"s": "", "f": "s", "l": "s", "t": "fl", "o": ""}
STAYS = {"s": 1.0, "f": 2.0, "l": 9.0, "t": 1.0, "o": 0.0}


@pytest.mark.parametrize(
    ("kept_up", "before"),
    [
        pytest.param("", "l", id="the oldest counts"),
        pytest.param("t", "f", id="what is kept up takes the freshest"),
    ],
)
def test_where_data_comes_together_one_way_counts(kept_up: str, before: str) -> None:
    found = ways(SIDE_BY_SIDE, STAYS, kept_up)

    assert found == {"s": "s", "f": "s", "l": "s", "t": before, "o": "o"}


def test_into_a_circle_the_fastest_way_leads_and_out_of_it_the_slowest() -> None:
    sources = {"s": "", "a": "sc", "b": "a", "c": "b", "out": "ac", "x": "x"}
    stays = dict.fromkeys(sources, 1.0)

    found = Slowest(sources, stays, {"s": 0.0}).ways()

    assert found == {"s": "s", "a": "s", "b": "a", "c": "b", "out": "c"}


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param(
            {str(n): [str(n + 1)] for n in range(20_000)} | {"20000": []},
            id="a long chain, written backwards",
        ),
        pytest.param(
            {str(n): [str(m) for m in range(200) if m != n] for n in range(1, 200)}
            | {"0": []},
            id="all of all",
        ),
    ],
)
def test_size_and_circles_make_nothing_stop(sources: Mapping[str, list[str]]) -> None:
    start = next(id for id, before in sources.items() if not before)

    found = Slowest(sources, dict.fromkeys(sources, 1.0), {start: 0.0}).ways()

    assert found.keys() == sources.keys()


@st.composite
def layered(draw: st.DrawFn) -> dict[str, str]:
    """Return a graph without circles: each letter takes from letters before it."""
    letters = "abcdefg"
    return {
        id: "".join(sorted(draw(st.sets(st.sampled_from(letters[:n])))) if n else "")
        for n, id in enumerate(letters)
    }


@settings(deadline=None)
@given(layered(), st.lists(st.integers(0, 9), min_size=7, max_size=7))
def test_without_circles_no_way_is_slower(
    sources: dict[str, str], seconds: list[int]
) -> None:
    stays = dict(zip(sources, map(float, seconds), strict=True))
    found = ways(sources, stays)

    def all_ways(id: str) -> list[float]:
        behind = [age for source in sources[id] for age in all_ways(source)] or [0.0]
        return [age + stays[id] for age in behind]

    def taken(id: str) -> float:
        return stays[id] + (0.0 if found[id] == id else taken(found[id]))

    assert {id: taken(id) for id in sources} == {
        id: max(all_ways(id)) for id in sources
    }


def test_what_begins_old_is_old_on_its_way() -> None:
    sources = {"a": "", "b": "", "end": "ab"}
    stays = {"a": 5.0, "b": 1.0, "end": 1.0}

    assert Slowest(sources, stays, {"a": 0.0, "b": 0.0}).ways()["end"] == "a"
    assert Slowest(sources, stays, {"a": 0.0, "b": 9.0}).ways()["end"] == "b"


def test_a_way_is_walked_from_where_it_starts() -> None:
    tree = {"a": "a", "b": "a", "c": "b"}

    assert walk(tree, "c") == ("a", "b", "c")
    assert walk(tree, "a") == ("a",)
    assert walk(tree, "z") == ()
