"""What it takes to find the nearest vectors."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.index import (
    flat_size,
    hnsw_base_size,
    hnsw_size,
    ivf_pq_size,
    scan_time,
    scan_work,
)

wide = st.floats(1e-12, 1e30)


def test_vectors_alone_are_the_index_of_an_exact_search() -> None:
    assert flat_size(1e7, 128) == 5.12e9


def test_a_graph_keeps_links_in_all_layers() -> None:
    assert hnsw_size(1e7, 128) == pytest.approx(8.0493299e9, rel=1e-8)


def test_most_links_are_in_the_lowest_layer() -> None:
    assert hnsw_base_size(1e7, 128) == 7.68e9


def test_lists_of_codes_are_small() -> None:
    assert ivf_pq_size(1e7, 16, 4096, 128) == 242_097_152


def test_a_query_is_compared_with_every_vector() -> None:
    assert scan_work(1e7, 128) == 2.56e9


def test_scoring_a_catalogue_takes_minutes() -> None:
    assert scan_time(1e7, 50e-6) == pytest.approx(500)


def test_workers_share_a_scan() -> None:
    assert scan_time(1e7, 50e-6, workers=100) == pytest.approx(5)


@pytest.mark.parametrize("links", [0, 1, 1.99])
def test_a_graph_of_less_than_two_links_is_refused(links: float) -> None:
    with pytest.raises(ValueError, match="two links or more"):
        hnsw_size(1e7, 128, links)


def test_a_scan_by_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="the workers must lie above 0"):
        scan_time(1e7, 50e-6, workers=0)


@pytest.mark.parametrize("amount", [-1, math.inf, math.nan])
def test_what_is_no_amount_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="the vectors must lie not below 0"):
        flat_size(amount, 128)
    with pytest.raises(ValueError, match="the links must lie not below 0"):
        hnsw_size(1, 128, amount)
    with pytest.raises(ValueError, match="the links must lie not below 0"):
        hnsw_base_size(1, 128, amount)
    with pytest.raises(ValueError, match="the code size must lie not below 0"):
        ivf_pq_size(1, amount, 1, 1)
    with pytest.raises(ValueError, match="the dimensions must lie not below 0"):
        scan_work(1, amount)
    with pytest.raises(ValueError, match="the time each must lie not below 0"):
        scan_time(1, amount)


@settings(deadline=None, max_examples=50)
@given(wide, wide, st.floats(2, 1e30), wide)
def test_sizes_stay_finite_and_links_take_room(
    vectors: float, dimensions: float, links: float, size: float
) -> None:
    graph = hnsw_size(vectors, dimensions, links)

    assert flat_size(vectors, dimensions) <= graph < math.inf
    assert math.isfinite(ivf_pq_size(vectors, size, links, dimensions))
    assert math.isfinite(scan_work(vectors, dimensions))
    assert math.isfinite(scan_time(vectors, size, workers=dimensions))
