"""Did you mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.text.suggestion import nearest, suggest

KINDS = ("gateway", "event-log", "feature-log", "online-store", "offline-store")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        pytest.param("gatway", "gateway", id="a letter is missing"),
        pytest.param("Event_Log", "event-log", id="spelt in another style"),
        pytest.param("online store", "online-store", id="two words"),
        pytest.param("kafka", "", id="nothing like it"),
        pytest.param("", "", id="no word"),
        pytest.param("gateway" * 10, "", id="too long to be one"),
    ],
)
def test_the_nearest_word_is_found_or_none(word: str, near: str) -> None:
    assert nearest(word, KINDS) == near


def test_a_word_that_one_name_goes_on_from_is_that_name() -> None:
    assert suggest("feature", KINDS) == "did you mean feature-log?"
    assert suggest("fraud", ["fraud-detection-a", "fraud-detection-b"]) == (
        "known here: fraud-detection-a, fraud-detection-b"
    )


def test_how_much_must_agree_can_be_asked_for() -> None:
    assert nearest("wavers", ["waivers"], 0.75) == "waivers"
    assert nearest("whatever", ["waivers"], 0.75) == ""


def test_the_help_is_the_nearest_word_or_all_of_a_few_or_something_else() -> None:
    many = [f"kind-{letter}" for letter in "abcdefghi"]

    assert suggest("gatway", KINDS) == "did you mean gateway?"
    assert suggest("x", ["b", "a", "b"]) == "known here: a, b"
    assert suggest("x", many, "look it up") == "look it up"
    assert suggest("x", []) == ""


@given(st.text(max_size=20), st.permutations(KINDS))
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_known_words_changes_nothing(
    word: str, known: list[str]
) -> None:
    assert suggest(word, known) == suggest(word, KINDS)


@given(st.sampled_from(KINDS))
@settings(deadline=None, max_examples=10)
def test_a_known_word_is_nearest_to_itself(word: str) -> None:
    assert nearest(word, KINDS) == word


def test_a_word_is_not_compared_with_thousands_of_names() -> None:
    assert nearest("c-1", [f"c{number}" for number in range(2000)]) == ""
