"""What tables of embeddings take."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas.embeddings import (
    ADAGRAD,
    ADAM,
    ROWWISE_ADAGRAD,
    SGD,
    Optimiser,
    lookup_size,
    size_in_training,
    table_size,
)

wide = st.floats(1e-12, 1e30)


def test_a_table_has_a_number_for_each_dimension_of_each_row() -> None:
    assert table_size(1e8, 64) == 2.56e10


def test_half_precision_halves_it() -> None:
    assert table_size(1e8, 64, bytes_each=2) == 1.28e10


@pytest.mark.parametrize(
    ("optimiser", "expected"),
    [
        pytest.param(SGD, 2.56e10, id="sgd remembers nothing"),
        pytest.param(ADAGRAD, 5.12e10, id="adagrad a number each"),
        pytest.param(ADAM, 7.68e10, id="adam two"),
        pytest.param(ROWWISE_ADAGRAD, 2.60e10, id="row-wise adagrad one a row"),
    ],
)
def test_an_optimiser_remembers_something_of_each_weight(
    optimiser: Optimiser, expected: float
) -> None:
    assert size_in_training(1e8, 64, optimiser=optimiser) == expected


def test_an_untrained_table_is_as_large_as_it_is() -> None:
    assert size_in_training(1e8, 64) == table_size(1e8, 64)


def test_every_item_looks_up_many_rows() -> None:
    assert lookup_size(100, 40, 64) == 1.024e6


@pytest.mark.parametrize("amount", [-1, math.inf, math.nan])
def test_what_is_no_amount_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="the rows must lie not below 0"):
        table_size(amount, 64)
    with pytest.raises(ValueError, match="the slots must lie not below 0"):
        size_in_training(1, 64, optimiser=Optimiser(slots=amount))
    with pytest.raises(ValueError, match="the ids must lie not below 0"):
        lookup_size(1, amount, 64)


@settings(deadline=None, max_examples=50)
@given(wide, wide, wide, wide)
def test_sizes_stay_finite_and_training_never_takes_less(
    one: float, two: float, three: float, four: float
) -> None:
    optimiser = Optimiser(slots=three, row_bytes=four)
    trained = size_in_training(one, two, optimiser=optimiser)

    assert math.isfinite(trained)
    assert table_size(one, two) <= trained
    assert math.isfinite(lookup_size(one, two, three, bytes_each=four))
