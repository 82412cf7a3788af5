from collections.abc import Sequence
from dataclasses import replace

from designkit.pictures.bands import Band, Spacing
from designkit.pictures.drawing import Arrow, Box, LineStyle
from designkit.pictures.swapping import SwapBlock, reseated, swapped
from tests.drawn import arrow, card

GAPS = Spacing(column=50, card=20, band=30, row=40)


def band(*columns: str) -> Band:
    """Return a band with a card for each letter of its columns."""
    cards = tuple(tuple(card(id, 0, 0) for id in column) for column in columns)
    return Band("band", "", "", cards)


def order(rows: Sequence[Sequence[Band]], *wires: str, strong: bool = False) -> str:
    """Return the cards after swapping, columns set apart by blanks, bands by bars."""
    arrows = [
        Arrow(source, target, "", "batch", LineStyle.SOLID, strong=strong)
        for source, target in wires
    ]
    return " | ".join(
        " ".join("".join(node.id for node in column) for column in it.columns)
        for row in swapped(rows, arrows, GAPS)
        for it in row
    )


def test_cards_of_a_column_are_swapped_where_wires_would_cross() -> None:
    assert order([[band("ab"), band("cd")]], "ad", "bc") == "ba | cd"


def test_wires_to_other_rows_have_a_say() -> None:
    assert order([[band("a", "b")], [band("c", "d")]], "ad", "bc") == "b a | c d"
    assert order([[band("ab")], [band("c", "d")]], "ac") == "ba | c d"


def test_what_is_joined_comes_nearer() -> None:
    assert order([[band("a", "b", "c")]], "ac") == "b a c"


def test_no_wire_goes_around_a_card_if_another_order_spares_it_that() -> None:
    assert order([[band("abc", "d")]], "ac", "bd") == "bac d"


def test_a_card_stays_where_nothing_is_gained() -> None:
    assert order([[band("ab"), band("cd")]], "ac", "bd") == "ab | cd"
    assert order([[band("ab", "cd")]]) == "ab cd"
    assert order([]) == ""


def test_no_wire_is_sent_back_in_its_band_for_a_little() -> None:
    rows = [[band("a", "b")], [band("c", "d")]]

    assert order(rows, "ab", "ad", "bc") == "a b | d c"
    assert order(rows, "ab", "cd", "ad", "bc") == "a b | c d"


def test_a_wire_to_its_own_card_or_to_none_does_not_count() -> None:
    assert order([[band("ab", "cd")]], "aa", "az") == "ab cd"


def test_in_a_band_that_goes_left_wires_are_not_sent_right() -> None:
    row = [replace(band("a", "b"), leftward=True)]

    assert order([row, [band("c", "d")]], "ba", "ad", "bc") == "a b | d c"


def test_cards_of_a_block_take_the_places_in_which_wires_do_not_cross() -> None:
    boxes = {
        "a": Box(0, 0, 100, 60),
        "b": Box(0, 100, 100, 60),
        "c": Box(300, 0, 100, 60),
        "d": Box(300, 100, 100, 60),
    }
    arrows = [arrow("a", "d"), arrow("b", "c")]
    blocks = [SwapBlock(("a", "b")), SwapBlock(("c",)), SwapBlock(("d",))]
    seated = reseated(blocks, boxes, arrows)

    assert seated == {"a": "b", "b": "a", "c": "c", "d": "d"}
