from designkit.pictures.bands import Band, Spacing, place_bands
from designkit.pictures.drawing import Arrow, LineStyle
from designkit.pictures.levels import BENT, LEAN, MOVED, Levels
from tests.drawn import card

GAPS = Spacing(column=50, card=40, band=30, row=40)


def levels(*wires: str) -> Levels:
    """Return two columns of a band: `a` above `b`, and `c` beside their middle."""
    columns = ((card("a", 0, 0), card("b", 0, 0)), (card("c", 0, 0),))
    rows = [[Band("x", "X", "training", columns)]]
    arrows = [Arrow(a, b, "", "batch", LineStyle.SOLID) for a, b in wires]
    return Levels.of(place_bands(rows, GAPS), rows, arrows)


def test_a_wire_that_turns_costs_how_far_its_ends_are_apart_and_the_turn() -> None:
    page = levels("ac")

    assert page.total(page.first) == 2 * (45 + BENT)


def test_a_straight_wire_costs_little_and_a_moved_card_too() -> None:
    page = levels("ac")
    tops = {**page.first, "c": page.first["a"] + 10}

    assert page.total(tops) == 2 * LEAN * 10 + MOVED * 35


def test_a_wire_between_cards_of_a_column_costs_its_length() -> None:
    page = levels("ab")

    assert page.total(page.first) == 2 * 90


def test_two_wires_between_the_same_cards_need_more_room() -> None:
    one, two = levels("ac"), levels("ac", "ca")
    tops = {**one.first, "c": one.first["a"] + 10}

    assert one.cost(one.columns[0], tops) == LEAN * 10
    assert two.cost(two.columns[0], tops) == 2 * (10 + BENT)


def test_cards_may_stand_below_the_title_of_their_band() -> None:
    page = levels()

    assert [column.room for column in page.columns] == [(44, 184), (44, 184)]
    assert [column.row for column in page.columns] == [0, 0]
