from designkit.pictures.drawing import Box
from designkit.pictures.lanes import (
    CARD_GAP,
    COLUMN_GAP,
    EDGE,
    LANE_GAP,
    LINE_GAP,
    SIDE,
    UNDER_TITLE,
    Align,
    Lane,
    place_lanes,
    seated_lanes,
    stacks_of,
)
from tests.drawn import card


def lane(id: str, align: Align = Align.MIDDLE, **columns: str) -> Lane:
    """A lane with cards such as ``c1="ab"``: a and b in column 1."""
    cells = {
        int(at[1:]): tuple(card(id + name, 0, 0) for name in names)
        for at, names in columns.items()
    }
    return Lane(id, "Lane", "serving", cells, align)


def boxes(*lines: list[Lane]) -> dict[str, Box]:
    return {node.id: node.box for node in place_lanes(lines).nodes}


def test_columns_of_all_lanes_stand_under_each_other() -> None:
    found = boxes([lane("x", c0="a", c2="b"), lane("y", c2="c")], [lane("z", c0="d")])

    assert found["xb"].x == found["yc"].x
    assert found["xa"].x == found["zd"].x == SIDE


def test_empty_columns_take_no_room() -> None:
    found = boxes([lane("x", c0="a", c2="b")])

    assert found["xb"].x == SIDE + 100 + COLUMN_GAP


def test_empty_lanes_are_left_out() -> None:
    assert [g.id for g in place_lanes([[lane("x"), lane("y", c0="a")]]).groups] == ["y"]
    assert place_lanes([]).groups == ()


def test_cards_keep_clear_of_the_title_and_of_the_edges() -> None:
    found = boxes([lane("x", c1="a"), lane("y", c0="b")])

    assert found["xa"].y == EDGE
    assert found["yb"].y == EDGE + 50 + EDGE + LANE_GAP + UNDER_TITLE


def test_a_lane_says_where_few_cards_stand_beside_many() -> None:
    heights = {
        align: boxes([lane("x", align, c1="ab", c2="c")])["xc"].y for align in Align
    }

    assert heights == {
        Align.TOP: EDGE,
        Align.MIDDLE: EDGE + (50 + CARD_GAP) / 2,
        Align.BOTTOM: EDGE + 50 + CARD_GAP,
    }


def test_lines_are_further_apart_than_lanes() -> None:
    first, second = (
        g.box for g in place_lanes([[lane("x", c1="a")], [lane("y", c1="b")]]).groups
    )

    assert second.y - first.bottom == LINE_GAP


def test_cards_of_a_column_of_a_lane_may_swap_their_places() -> None:
    lines = [[lane("x", c0="ab", c2="c")], [lane("y", c0="d")]]

    assert [it.ids for it in stacks_of(lines)] == [("xa", "xb"), ("xc",), ("yd",)]
    seats = {"xa": "xb", "xb": "xa", "xc": "xc", "yd": "yd"}
    assert seated_lanes(lines, seats) == [
        [lane("x", c0="ba", c2="c")],
        [lane("y", c0="d")],
    ]
