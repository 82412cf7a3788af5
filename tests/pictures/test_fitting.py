"""Texts of cards: even lines, and both ends of what is too long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.pictures.drawing import Style
from designkit.pictures.fitting import Fitted, cut_middle, even_lines
from designkit.pictures.lettering import width_of

LONG = "Extraordinarily long component name that nobody would choose for the {} gateway of the {}"


def lines(text: str, most: int = 2) -> tuple[str, ...]:
    return even_lines(text, Style.NAME, 138, most=most, widest=276).lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Event log", ("Event log",)),
        ("", ()),
        ("REST API, 3-D Secure checkout", ("REST API, 3-D", "Secure checkout")),
        ("Payment event log of shops", ("Payment event", "log of shops")),
        ("fraud_scoring_model_server", ("fraud_scoring_", "model_server")),
        ("FraudScoringModelServer", ("FraudScoring", "ModelServer")),
        ("加盟店の決済画面とその裏側", ("加盟店の決済画", "面とその裏側")),
        ("Donaudampfschifffahrt", ("Donaudampfschifffahrt",)),
    ],
)
def test_lines_are_even_and_words_break_at_their_joints(
    text: str, wanted: tuple[str, ...]
) -> None:
    assert lines(text) == wanted


def test_names_that_are_cut_differ_where_they_differ() -> None:
    north, south = (LONG.format("first", end) for end in ("north", "south"))

    assert lines(north) == snapshot(
        ("Extraordinarily long component name", "that no…he first gateway of the north")
    )
    assert lines(south) != lines(north)
    assert even_lines(north, Style.NAME, 138, most=2, widest=276).full == north


def test_a_row_is_cut_in_the_middle() -> None:
    assert cut_middle("Event log", Style.ITEM, 100) == Fitted(("Event log",))
    assert cut_middle("Event log of all the shops", Style.ITEM, 100) == snapshot(
        Fitted(lines=("Event l…shops",), full="Event log of all the shops")
    )
    assert cut_middle("Event log", Style.ITEM, 1).lines == ("…",)


@given(text=st.text(max_size=200), most=st.integers(1, 3))
@settings(deadline=None, max_examples=80)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, most: int) -> None:
    fitted = even_lines(text, Style.NAME, 138, most=most, widest=276)

    assert len(fitted.lines) <= most
    assert all(width_of(line, Style.NAME) <= 276 for line in fitted.lines)
    if not fitted.full:
        assert "".join("".join(fitted.lines).split()) == "".join(text.split())
