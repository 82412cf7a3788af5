"""Tries that multiply along a request."""

from hypothesis import given
from hypothesis import strategies as st

from designkit.analysis.retries import CEILING, MOST, Ask, Asks, multiplied
from designkit.model.component import Flow, Mode
from designkit.quantities.quantity import Dimension, Quantity


def ask(ends: str, retries: float | None = None) -> Ask:
    asker, asked = ends.split(">")
    count = (
        Quantity(retries, retries, Dimension.COUNT, str(retries)) if retries else None
    )
    flow = Flow(source=asker, target=asked, mode=Mode.CALL, retries=count)
    return Ask(0, flow, asker, asked)


def told(*asks: Ask) -> list[tuple[str, float]]:
    ways = Asks(asks).ways()
    return [("".join(a.asked for a in way), multiplied(way)) for way in ways]


def test_three_tries_at_three_layers_are_27_calls() -> None:
    assert told(ask("a>b", 2), ask("b>c", 2), ask("c>d", 2)) == [("bcd", 27)]


def test_a_layer_that_tries_once_multiplies_nothing() -> None:
    assert told(ask("a>b", 2), ask("b>c"), ask("c>d", 1)) == [("bcd", 6)]


def test_of_several_ways_to_a_part_the_worst_counts() -> None:
    found = told(ask("a>b", 1), ask("a>c", 4), ask("b>d", 1), ask("c>d"), ask("d>e", 1))

    assert found == [("cde", 10)]


def test_each_last_retry_has_a_way_of_its_own() -> None:
    assert told(ask("a>b", 2), ask("b>c", 1), ask("b>d", 3), ask("d>e")) == [
        ("bc", 6),
        ("bd", 12),
    ]


def test_nobody_comes_first_where_they_wait_for_each_other() -> None:
    assert told(ask("a>b", 1), ask("b>a", 1)) == []


def test_without_retries_there_is_no_way() -> None:
    assert told(ask("a>b"), ask("b>c", 0)) == []


counts = st.floats(0, 1e300)


@given(st.lists(counts, min_size=1, max_size=80))
def test_tries_stay_a_number_and_are_at_least_one(retries: list[float]) -> None:
    way = tuple(ask("a>b", count) for count in retries)

    assert all(1 <= item.tries <= CEILING for item in way)
    assert 1 <= multiplied(way) <= MOST


@given(st.lists(counts, max_size=20), st.integers(0, 19), counts)
def test_one_more_layer_that_tries_again_never_makes_less(
    retries: list[float], at: int, more: float
) -> None:
    way = [ask("a>b", count) for count in retries]
    longer = [*way[:at], ask("a>b", more), *way[at:]]

    assert multiplied(tuple(longer)) >= multiplied(tuple(way)) * (1 - 1e-9)
