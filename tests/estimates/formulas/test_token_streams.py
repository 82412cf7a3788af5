"""When the words of an answer are seen."""

import pytest

from designkit.estimates.formulas.latency import Lognormal, added
from designkit.estimates.formulas.token_streams import READING, first_shown, last_token

HOPS = [(3, 10), (30, 80), (40, 120), (60, 150), (600, 1_800)]
"""Gateway, guard, search, ranking, first token of the model; p50 and p99 in ms."""


def test_the_end_comes_long_after_the_beginning() -> None:
    assert last_token(0.8, 0.020, 400) == pytest.approx(8.78)


def test_a_guard_holds_back_what_it_reads() -> None:
    assert first_shown(0.8, 0.020, 50, 0.060) == pytest.approx(1.84)
    assert first_shown(0.8, 0.020, 400, 0.060) == pytest.approx(8.84)


def test_people_read_five_tokens_a_second() -> None:
    assert pytest.approx(5.28, abs=0.01) == READING
    assert pytest.approx(0.190, abs=0.001) == 1 / READING


def test_the_model_has_most_of_the_time_to_the_first_token() -> None:
    time = added(Lognormal.fitted(p50 / 1e3, p99 / 1e3) for p50, p99 in HOPS)

    assert sum(p99 for _, p99 in HOPS) == 2_160
    assert time.mean == pytest.approx(0.816554584, rel=1e-6)
    assert time.quantile(0.5) == pytest.approx(0.754671, rel=1e-6)
    assert time.quantile(0.95) == pytest.approx(1.450000, rel=1e-6)
    assert time.quantile(0.99) == pytest.approx(1.900523, rel=1e-6)


def test_an_answer_has_a_word() -> None:
    with pytest.raises(ValueError, match="number of tokens"):
        last_token(0.8, 0.020, 0)
