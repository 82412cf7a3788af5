from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.handouts.masking.writing import (
    LEAST,
    ROOM,
    Piece,
    broken,
    fits,
    pieces_of,
    written,
)
from designkit.pictures.drawing import BlankPart, Part, Style, TextPart
from designkit.pictures.lettering import width_of

TEXT = "p50 2 · p99 6 ms"
PIECES = pieces_of(TEXT, [(4, 5), (12, 13)])
pieces = st.lists(
    st.builds(Piece, st.text(min_size=1, max_size=12), st.booleans()), max_size=6
)


def right_of(part: Part) -> float:
    assert isinstance(part, TextPart | BlankPart)
    return part.x + part.width


def test_a_text_is_parted_where_something_is_hidden() -> None:
    assert (
        snapshot(
            (
                Piece(text="p50 "),
                Piece(text="2", hidden=True),
                Piece(text=" · p99 "),
                Piece(text="6", hidden=True),
                Piece(text=" ms"),
            )
        )
        == PIECES
    )
    assert pieces_of("all", [(0, 2), (1, 3)]) == (Piece("all", hidden=True),)
    assert pieces_of("", []) == ()


def test_a_blank_gets_the_room_there_is() -> None:
    parts = written(PIECES, 10, 20, Style.FIGURE, 400)
    blanks = [part for part in parts if isinstance(part, BlankPart)]

    assert [part.text for part in parts if isinstance(part, TextPart)] == (
        ["p50", "· p99", "ms"]
    )
    assert [blank.width for blank in blanks] == [ROOM, ROOM]
    assert {part.y for part in blanks} == {20}


def test_words_make_room_for_a_blank_that_would_be_too_narrow() -> None:
    room = width_of(TEXT, Style.FIGURE) + 8
    parts = written(PIECES, 0, 0, Style.FIGURE, room)
    texts = [part for part in parts if isinstance(part, TextPart)]

    assert [p.width for p in parts if isinstance(p, BlankPart)] == pytest.approx(
        [LEAST, LEAST], abs=0.1
    )
    assert all(text.width < width_of(text.text, Style.FIGURE) for text in texts)
    assert right_of(parts[-1]) == pytest.approx(room, abs=0.1)


def test_the_widest_blanks_give_way() -> None:
    line = (Piece("10", hidden=True), Piece(" kept · "), Piece("w" * 30, hidden=True))
    first, _, last = written(line, 0, 0, Style.FIGURE, 120)

    assert isinstance(first, BlankPart)
    assert first.width == LEAST
    assert right_of(last) == pytest.approx(120, abs=0.1)


@given(line=pieces, room=st.floats(0, 500))
def test_a_line_keeps_its_order_and_its_room(line: list[Piece], room: float) -> None:
    parts = written(line, 7, 9, Style.CAPTION, room)
    ends = [right_of(part) for part in parts]

    assert all(part.width >= 0 for part in parts if isinstance(part, BlankPart))
    assert all(last >= first - 0.1 for first, last in pairwise(ends))
    if fits(line, Style.CAPTION, room):
        assert not parts or ends[-1] <= 7 + room + 0.1


def test_a_sentence_is_broken_at_its_spaces() -> None:
    sentence = pieces_of("Path: one two → three (four).", [(6, 13), (16, 21), (23, 27)])
    lines = broken(sentence, Style.CAPTION, 130)

    assert ["".join("_" if p.hidden else p.text for p in line) for line in lines] == (
        snapshot(["Path: _ →", "_", "(_)."])
    )


def test_a_word_wider_than_the_page_is_cut() -> None:
    (line,) = broken([Piece("w" * 99)], Style.CAPTION, 100)

    assert width_of(line[0].text, Style.CAPTION) <= 100
    assert line[0].text.endswith("…")
