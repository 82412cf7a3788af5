"""Whether it pays to answer from a cache of similar questions."""

import pytest

from designkit.estimates.formulas.similar_answers import (
    false_hits_allowed,
    harm_per_question,
    saved_per_question,
)


def test_a_wrong_answer_costs_more_than_a_call() -> None:
    saved = saved_per_question(0.3, 0.0088, 0.00002)
    harm = harm_per_question(0.3, 0.02, 0.50)

    assert 1_000 * saved == pytest.approx(2.62)
    assert 1_000 * (saved - harm) == pytest.approx(-0.38)
    allowed = false_hits_allowed(0.3, 0.0088, 0.00002, 0.50)
    assert allowed == pytest.approx(0.017467, rel=2e-5)
    assert harm_per_question(0.3, allowed, 0.50) == pytest.approx(saved)


def test_no_false_hit_is_allowed_where_nothing_is_saved() -> None:
    assert false_hits_allowed(0.01, 0.001, 0.1, 0.5) == 0


def test_a_cache_has_hits() -> None:
    with pytest.raises(ValueError, match="hit ratio must lie above 0"):
        false_hits_allowed(0, 1, 1, 1)
