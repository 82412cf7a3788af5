"""A wrong choice is answered with the nearest one and with all there are."""

import pytest
from inline_snapshot import snapshot

from designkit.errors import NotFoundError
from designkit.text.choices import chosen, one_of, unknown


def test_the_nearest_choice_is_proposed() -> None:
    error = unknown("view", "ovrview", ["overview", "full"])

    assert str(error) == snapshot(
        "no view is called 'ovrview'; did you mean overview? There are overview, full"
    )


def test_all_choices_are_named_where_none_is_near() -> None:
    assert str(unknown("view", "zzz", ["overview", "full"])) == snapshot(
        "no view is called 'zzz'; there are overview, full"
    )


def test_no_choice_is_said_to_be_none() -> None:
    assert str(unknown("shipped design", "zzz", [])) == snapshot(
        "no shipped design is called 'zzz'; there are none"
    )


def test_choices_are_taken_once_in_the_order_they_are_said() -> None:
    assert chosen("format", ["svg, MD", "md,svg", ""], ["md", "svg"]) == ("svg", "md")


def test_no_choice_at_all_is_refused() -> None:
    with pytest.raises(NotFoundError) as caught:
        chosen("format", [","], ["md", "svg"])

    assert str(caught.value) == snapshot("no format is named; there are md, svg")


def test_one_choice_is_not_two() -> None:
    assert one_of("theme", "Dark", ["light", "dark"]) == "dark"
    with pytest.raises(NotFoundError, match="no theme is called 'light,dark'"):
        one_of("theme", "light,dark", ["light", "dark"])
