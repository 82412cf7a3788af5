from designkit.pictures.drawing import Node, NodeRole
from designkit.pictures.ring import RingSpacing, Station, Turn, columns_at, place_ring


def card(id: str, width: float = 100.0, height: float = 60.0) -> Node:
    return Node(id, id, NodeRole.COMPONENT, "serving", width, height)


def station(title: str, turn: Turn, outer: str, inner: tuple[str, ...]) -> Station:
    columns = [tuple(map(card, column)) for column in inner]
    placed = columns_at(turn, [card(id) for id in outer], columns)
    return Station(title, title, "serving", placed)


def centres(*rows: list[Station]) -> dict[str, tuple[float, float]]:
    upper, middle, lower = rows
    nodes = place_ring(upper, middle, lower, RingSpacing()).nodes
    return {node.id: node.box.centre for node in nodes}


def test_the_ring_is_outside_and_all_else_within() -> None:
    at = centres(
        [
            station("up", Turn.LEFT, "a", ("xy",)),
            station("on", Turn.RIGHT, "b", ("z",)),
        ],
        [station("watch", Turn.NOWHERE, "", ("w",))],
        [station("back", Turn.LEFT, "dc", ("u",))],
    )
    heights = {id: y for id, (_, y) in at.items()}

    assert heights["a"] == heights["b"] < heights["x"] < heights["y"]
    assert heights["y"] < heights["w"] < heights["u"] < heights["c"] == heights["d"]
    assert at["a"][0] < at["x"][0] < at["z"][0] < at["b"][0]
    assert at["d"][0] < at["c"][0] == at["u"][0]


def test_rows_are_equally_wide_and_the_middle_leaves_room_at_both_sides() -> None:
    gaps = RingSpacing()
    groups = place_ring(
        [station("up", Turn.LEFT, "abcdefgh", ())],
        [station("watch", Turn.NOWHERE, "", ("w",))],
        [station("back", Turn.NOWHERE, "i", ())],
        gaps,
    ).groups
    up, watch, back = (group.box for group in groups)

    assert (up.x, up.right) == (back.x, back.right)
    assert watch.x == up.x + gaps.side
    assert watch.right == up.right - gaps.side


def test_without_a_ring_the_middle_is_all_there_is() -> None:
    watch = station("watch", Turn.NOWHERE, "", ("w",))
    (node,) = place_ring([], [watch], [], RingSpacing()).nodes

    assert node.box.x == 22.0


def test_nothing_stands_in_the_column_at_which_the_ring_turns() -> None:
    inner = [(card("x"),), (card("y"),)]
    left = columns_at(Turn.LEFT, [card("a")], inner)
    right = columns_at(Turn.RIGHT, [card("a")], inner)

    assert [bool(column.inner) for column in left] == [False, True, True]
    assert [bool(column.inner) for column in right] == [True, True, False]
    assert columns_at(Turn.NOWHERE, [card("a")], inner)[0].inner
