"""What a design says it does not have."""

import pytest

from designkit.source.absence import Blank, is_absent, take_blank
from designkit.source.node import Plain
from designkit.source.reader import read


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("none", True),
        ("[none]", True),
        ("~", True),
        ("[none, a]", False),
        ("no", False),
    ],
)
def test_none_alone_or_in_a_list_is_absent(text: str, absent: bool) -> None:
    root = read(text).root

    assert root is not None
    assert is_absent(root) is absent


def test_blank_keys_are_taken_out_and_told_apart() -> None:
    plain: Plain = {
        "a": None,
        "b": "none",
        "c": [{"d": ["none"], "e": 1}],
        "f": "none ",
    }

    assert tuple(take_blank(plain)) == (
        Blank(("a",), False),
        Blank(("b",), True),
        Blank(("c", 0, "d"), True),
    )
    assert plain == {"c": [{"e": 1}], "f": "none "}


def test_an_id_and_a_tagged_figure_stay_whole() -> None:
    plain: Plain = {"models": {"m": None, "n": "none"}, "x": {"value": None, "y": None}}

    assert tuple(take_blank(plain)) == ()
    assert plain == {
        "models": {"m": None, "n": "none"},
        "x": {"value": None, "y": None},
    }
