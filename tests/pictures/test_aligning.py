from collections.abc import Sequence
from dataclasses import replace

from designkit.pictures.aligning import aligned
from designkit.pictures.bands import Band, Spacing
from designkit.pictures.drawing import Arrow, LineStyle
from tests.drawn import card

GAPS = Spacing(column=50, card=40, band=30, row=40)


def band(name: str, *columns: str) -> Band:
    """Return a band with a card for each letter of its columns, all equally high."""
    cards = tuple(tuple(card(id, 0, 0) for id in column) for column in columns)
    return Band(name, name, "training", cards)


def tops(rows: Sequence[Sequence[Band]], *wires: str) -> dict[str, float]:
    """Return how far below the first card of its row each card stands."""
    arrows = [Arrow(a, b, "", "batch", LineStyle.SOLID) for a, b in wires]
    boxes = {node.id: node.box for node in aligned(rows, arrows, GAPS).nodes}
    found = dict[str, float]()
    for row in rows:
        ids = [node.id for it in row for column in it.columns for node in column]
        first = min(boxes[id].y for id in ids)
        found |= {id: boxes[id].y - first for id in ids}
    return found


HEIGHT = card("a", 0, 0).height
STEP = HEIGHT + GAPS.card


def test_a_card_stands_level_with_the_one_that_it_has_a_wire_to() -> None:
    assert tops([[band("x", "ab", "c")]], "ac") == {"a": 0, "b": STEP, "c": 0}
    assert tops([[band("x", "ab", "c")]], "bc") == {"a": 0, "b": STEP, "c": STEP}


def test_a_card_in_the_middle_of_its_band_stays_where_nothing_is_gained() -> None:
    assert tops([[band("x", "ab", "c")]]) == {"a": 0, "b": STEP, "c": STEP / 2}
    assert tops([[band("x", "ab", "c")]], "cc", "cz")["c"] == STEP / 2


def test_the_more_wires_of_a_card_decide() -> None:
    assert tops([[band("x", "ab", "c")]], "ac", "bc", "cb")["c"] == STEP


def test_what_comes_after_is_level_as_well_in_the_next_band() -> None:
    row = [band("x", "ab", "c"), band("y", "d")]

    assert tops([row], "bc", "cd") == {"a": 0, "b": STEP, "c": STEP, "d": STEP}


def test_the_other_cards_of_a_column_are_pushed_on() -> None:
    found = tops([[band("x", "abc", "de")]], "bd", "ce")

    assert found == {"a": 0, "b": STEP, "c": 2 * STEP, "d": STEP, "e": 2 * STEP}


def test_a_card_goes_farther_from_another_that_is_level_elsewhere() -> None:
    found = tops([[band("x", "abc", "de")]], "ad", "ce")

    assert (found["d"], found["e"]) == (0, 2 * STEP)


def test_no_card_leaves_its_band() -> None:
    found = tops([[band("x", "abc", "de")]], "cd")

    assert (found["d"], found["e"]) == (STEP, 2 * STEP)


def test_no_wire_goes_straight_through_a_card_between() -> None:
    found = tops([[band("x", "ab", "c", "d")]], "ac", "ad", "bd")

    assert (found["a"], found["c"], found["d"]) == (0, 0, STEP)


def test_a_wire_to_another_row_draws_less_than_one_that_goes_straight() -> None:
    rows = [[band("x", "ab", "c")], [band("y", "d")]]

    assert tops(rows, "cd")["c"] == STEP
    assert tops(rows, "ac", "cd")["c"] == 0


def test_nothing_is_aligned_with_nothing() -> None:
    assert aligned([], [], GAPS).nodes == ()


def test_a_card_is_as_level_as_its_band_lets_it_be() -> None:
    tall = replace(card("d", 0, 0), height=HEIGHT + 20)
    columns = ((card("a", 0, 0), card("b", 0, 0), card("c", 0, 0)), (tall,))
    boxes = {
        node.id: node.box
        for node in aligned(
            [[Band("x", "x", "training", columns)]],
            [Arrow("a", "d", "", "batch", LineStyle.SOLID)],
            GAPS,
        ).nodes
    }

    assert boxes["d"].y == boxes["a"].y
