"""Steps of a request path, their calls and lookups."""

from itertools import islice
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.estimates.formulas.latency import Lognormal
from designkit.estimates.simulation.sampling import lognormal_through
from designkit.estimates.simulation.step import Call, Hop, Lookup, mean_reading

TURNS = [number / 1000 for number in range(1000)]


@pytest.mark.parametrize("times", [0, 1, 3])
@given(turn=st.floats(0, 1, exclude_max=True))
def test_whole_calls_are_made_in_every_request(times: int, turn: float):
    assert Call(0, float(times), offset=0.7).count(turn) == times


def test_part_of_a_call_is_made_in_that_part_of_the_requests():
    assert fmean(Call(0, 0.1, offset=0.95).count(turn) for turn in TURNS) == 0.1
    assert fmean(Call(0, 2.5).count(turn) for turn in TURNS) == 2.5


@given(st.integers(1, 99), st.integers(0, 999))
def test_of_two_arms_every_request_calls_one(percent: int, turn: int):
    share, middle = percent / 100, (turn + 0.5) / 1000
    one, other = Call(0, share), Call(0, 1 - share, offset=share)

    assert one.count(middle) + other.count(middle) == 1


def test_a_lookup_is_waited_for_as_long_as_it_takes():
    assert next(Lookup("store", Lognormal(3, 0.0)).draws(Random(0))) == 3


def test_reads_are_made_one_after_the_other():
    assert next(Lookup("store", Lognormal(3, 0.0), reads=4).draws(Random(0))) == 12


def test_each_read_is_given_up_at_its_timeout():
    lookup = Lookup("store", Lognormal(3, 0.0), reads=2, timeout=2.5)

    assert next(lookup.draws(Random(0))) == 5


def test_a_read_of_half_the_calls_is_waited_for_by_half_of_them():
    draws = [
        *islice(Lookup("s", Lognormal(4, 0.0), reads=0.5).draws(Random(0)), 20_000)
    ]

    assert set(draws) == {0, 4}
    assert fmean(draws) == pytest.approx(2, rel=0.03)


def test_a_step_reads_side_by_side():
    lookups = [Lookup("slow", Lognormal(7, 0.0)), Lookup("fast", Lognormal(2, 0.0))]
    step = Hop("rank", Lognormal(1, 0.0), lookups=tuple(lookups))

    assert next(step.reading(Random(0))) == 7
    assert mean_reading(lookups) == 7


def test_a_step_that_reads_nothing_does_not_wait():
    assert next(Hop("rank", Lognormal(1, 0.0)).reading(Random(0))) == 0
    assert mean_reading([]) == 0


def test_what_has_a_queue_is_waited_for_elsewhere():
    step = Hop(
        "rank", Lognormal(1, 0.0), lookups=(Lookup("ann", Lognormal(7, 0.0), places=2),)
    )

    assert step.has_queue
    assert next(step.reading(Random(0))) == 0


def test_the_mean_of_one_lookup_is_that_of_its_times():
    time = lognormal_through(2, 8)

    assert mean_reading([Lookup("store", time)]) == pytest.approx(time.mean, rel=0.01)


def test_with_places_or_what_has_some_a_step_has_a_queue():
    assert Hop("rank", Lognormal(1, 0.0), places=1).has_queue
    assert not Hop("rank", Lognormal(1, 0.0)).has_queue
