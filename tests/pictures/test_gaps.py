from designkit.pictures.bands import Band, Spacing, place_bands
from designkit.pictures.drawing import Arrow, LineStyle
from designkit.pictures.gaps import with_gaps
from tests.drawn import card

ROW = (
    Band("a", "", "", ((card("a", 0, 0),), (card("b", 0, 0),), (card("c", 0, 0),))),
    Band("b", "", "", ((card("d", 0, 0),),)),
)


def arrow(source: str, target: str, text: str = "", mode: str = "batch") -> Arrow:
    return Arrow(source, target, "event", mode, LineStyle.SOLID, text)


def rooms(*arrows: Arrow) -> list[float]:
    """Return the gaps between the columns of `ROW`, the last one between bands."""
    first, second = with_gaps(ROW, arrows)
    return [round(gap) for gap in (*first.gaps, second.before + 44)]


def test_columns_without_wires_are_as_near_as_may_be() -> None:
    assert rooms() == [30, 30, 30]


def test_a_label_between_neighbours_has_room() -> None:
    assert rooms(arrow("a", "b", "a label of some length")) == [189, 30, 30]
    assert rooms(arrow("d", "c", "a label of some length")) == [30, 40, 189]


def test_a_wire_that_passes_others_turns_behind_its_source_and_before_its_target() -> (
    None
):
    assert rooms(arrow("a", "d")) == [40, 30, 40]


def test_what_is_looked_up_comes_from_above() -> None:
    assert rooms(arrow("elsewhere", "c", mode="lookup")) == [30, 30, 30]
    assert rooms(arrow("elsewhere", "c")) == [30, 40, 30]


def test_wires_that_say_the_same_turn_as_one() -> None:
    assert rooms(arrow("a", "c"), arrow("a", "d")) == [40, 40, 40]


def test_bands_are_placed_with_the_gaps_that_they_have() -> None:
    row = with_gaps(ROW, [arrow("a", "d"), arrow("a", "c")])
    nodes = place_bands([row], Spacing(column=35, card=0, band=10, row=0)).nodes

    assert [node.box.x for node in nodes] == [0, 140, 280, 390]
