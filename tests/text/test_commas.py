"""A text that a comma cut off is put together again, to be quoted."""

import pytest

from designkit.text.commas import cut_off


def test_a_text_goes_on_in_keys_without_values() -> None:
    entries = [("kind", "lake"), ("note", "cold"), ("cheap", None), ("far", None)]
    found = cut_off(entries, "far")

    assert found is not None
    assert (found.key, found.rest) == ("note", ("cheap", "far"))
    assert found.advice == (
        'a comma ends a value in braces; quote it: note: "cold, cheap, far"'
    )


def test_a_number_is_better_written_without_commas() -> None:
    found = cut_off([("items", "7"), ("500 k", None)], "500 k")

    assert found is not None
    assert found.advice == (
        "a comma ends a value in braces: write the number without, or quote it"
    )


@pytest.mark.parametrize(
    "entries", [[("a", None)], [("note", "x"), ("a", "y")], [("note", "x")]]
)
def test_a_key_of_its_own_is_no_rest(entries: list[tuple[str, str | None]]) -> None:
    assert cut_off(entries, "a") is None
