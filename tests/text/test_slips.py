"""A slip is a letter or two; another word or number is none."""

import pytest

from designkit.text.slips import distance, slips


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        pytest.param("scoer", "score", True, id="two letters exchanged"),
        pytest.param("scor", "score", True, id="one dropped"),
        pytest.param("scores", "score", True, id="one added"),
        pytest.param("gatewya", "gateway", True, id="at the end"),
        pytest.param("feature-sotr", "feature-store", True, id="two in a long word"),
        pytest.param("rerank", "rank", False, id="another word"),
        pytest.param("model-monitor", "data-monitor", False, id="of the same sort"),
        pytest.param("train-1", "train-2", False, id="another number"),
    ],
)
def test_a_slip_differs_by_a_letter_or_two(word: str, known: str, meant: bool) -> None:
    assert slips(word, (known,)) == ((known,) if meant else ())


def test_a_distance_counts_what_is_added_dropped_changed_and_exchanged() -> None:
    assert [
        distance("lake", it) for it in ("lake", "lkae", "flake", "lak", "like")
    ] == [*(0, 1, 1, 1, 1)]
