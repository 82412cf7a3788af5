"""What an online store must bear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.store import (
    Rows,
    held,
    keys_read,
    memory_needed,
    values_read,
)

PEAK = 500e6 / 86_400 * 3
ROWS = (Rows(200e6, 100), Rows(10e6, 50))


@pytest.mark.parametrize(
    ("hit_ratio", "expected"),
    [
        pytest.param(0, 8_697_916.67, id="cold caches"),
        pytest.param(0.9, 885_416.67, id="warm caches"),
    ],
)
def test_every_candidate_that_no_cache_knows_is_a_key(
    hit_ratio: float, expected: float
) -> None:
    keys = keys_read(PEAK, 1, items=500, hit_ratio=hit_ratio)

    assert keys == pytest.approx(expected, rel=1e-8)


def test_every_key_is_many_values() -> None:
    values = values_read(PEAK, 100, items=500, item_values=50)

    assert values == pytest.approx(435_763_888.9, rel=1e-9)


def test_the_rows_of_all_entities_add_up() -> None:
    assert [rows.size for rows in ROWS] == [9.6e10, 2.8e9]
    assert held(ROWS) == 9.88e10


def test_copies_and_room_to_spare_need_more_memory() -> None:
    needed = memory_needed(held(ROWS), copies=2, fill_max=0.75)

    assert needed == pytest.approx(2.634667e11, rel=1e-6)


@pytest.mark.parametrize("fill_max", [0, 1.01])
def test_memory_of_which_nothing_or_too_much_may_be_used_is_refused(
    fill_max: float,
) -> None:
    with pytest.raises(ValueError, match="may be used"):
        memory_needed(1e9, fill_max=fill_max)


@settings(deadline=None, max_examples=50)
@given(st.floats(0, 1e6), st.floats(0, 1e4), st.floats(0, 1), st.floats(0, 1))
def test_a_better_cache_never_means_more_reads(
    requests: float, items: float, one: float, other: float
) -> None:
    worse, better = sorted((one, other))

    assert keys_read(requests, 1, items=items, hit_ratio=better) <= keys_read(
        requests, 1, items=items, hit_ratio=worse
    )
