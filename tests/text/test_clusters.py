"""What is drawn as one letter is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.text.cells import laid_out
from designkit.text.clusters import clusters, follows

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAGS = ("\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7")
THUMB = "\U0001f44d\U0001f3fd"
HEART = "\u2764\ufe0f"


def test_joined_signs_flags_tones_and_accents_are_one() -> None:
    pieces = ["a", FAMILY, " ", *FLAGS, THUMB, HEART, "e\u0301", "1\ufe0f\u20e3", "z"]

    assert list(clusters("".join(pieces))) == pieces


@pytest.mark.parametrize("text", ["", "plain", "\u0301", "\u200d\u200d"])
def test_every_character_is_asked_about(text: str) -> None:
    assert len(list(follows(text))) == len(text)


@given(st.text())
def test_pieces_make_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_a_family_has_two_cells_in_a_terminal() -> None:
    assert sum(cells for _, cells in laid_out(f"{FAMILY}!")) == 3
