"""What it takes to embed everything again when the encoder changes."""

import pytest

from designkit.estimates.formulas.reindexing import encoding_work, time_at_limit
from designkit.estimates.formulas.tokens_price import call_price
from designkit.estimates.formulas.training import work_time

TOKENS = 20e6 * 400


@pytest.mark.parametrize(("price", "paid"), [(0.02, 160), (0.13, 1_040)])
def test_embedding_is_cheap(price: float, paid: float) -> None:
    assert call_price(TOKENS, 0, 0, 0, price, 0, 0, 0) == pytest.approx(paid)


def test_embedding_takes_hours() -> None:
    work = encoding_work(0.3e9, TOKENS)

    assert work == pytest.approx(4.8e18)
    assert work_time(work, 989e12, 0.3) / 3_600 == pytest.approx(4.494, rel=1e-4)
    assert time_at_limit(TOKENS, 5e6 / 60) / 3_600 == pytest.approx(26.67, rel=2e-4)


def test_a_line_of_context_for_each_passage_is_written() -> None:
    assert call_price(6e9, 0, 0, 0, 1.02, 0, 0, 0) == pytest.approx(6_120)


def test_a_limit_allows_something() -> None:
    with pytest.raises(ValueError, match="limit must lie above 0"):
        time_at_limit(1, 0)
