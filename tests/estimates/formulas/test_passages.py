"""Passages: how many a document gives, and how many a filter leaves."""

import pytest

from designkit.estimates.formulas.index import flat_size, hnsw_size
from designkit.estimates.formulas.passages import (
    enough_left,
    passages_of,
    search_depth,
)

NUMBER = 20e6


@pytest.mark.parametrize(
    ("tokens", "passages"), [(1_200, 4), (400, 1), (401, 2), (30, 1), (750, 2)]
)
def test_passages_overlap(tokens: float, passages: int) -> None:
    assert passages_of(tokens, 400, 50) == passages


def test_five_million_documents() -> None:
    """The reference counts the lowest layer of the graph index only."""
    links = 4 * 2 * 16

    assert 5e6 * passages_of(1_200, 400, 50) == NUMBER
    assert flat_size(NUMBER, 1_024) + NUMBER * links == pytest.approx(84.48e9)
    assert flat_size(NUMBER, 1_024, bytes_each=1) + NUMBER * links == pytest.approx(
        23.04e9
    )
    assert hnsw_size(NUMBER, 1_024, 16) > 84.48e9
    assert (NUMBER * 400 * 4, NUMBER * 64) == (32e9, 1.28e9)


def test_a_filter_leaves_one_of_fifty() -> None:
    assert 50 * 0.02 == 1
    assert enough_left(50, 0.02, 8) == pytest.approx(6.5e-6, rel=0.01)
    assert search_depth(0.02, 8) == 796


def test_the_depth_is_the_least() -> None:
    assert enough_left(795, 0.02, 8) < 0.99 <= enough_left(796, 0.02, 8)
    assert search_depth(0.999, 1, 0.5) == 1


def test_what_is_not_found_cannot_be_left() -> None:
    assert enough_left(5, 0.5, 8) == 0
    assert enough_left(5, 0.5, 0) == 1


def test_passages_get_on() -> None:
    with pytest.raises(ValueError, match="new tokens"):
        passages_of(1_200, 50, 50)
