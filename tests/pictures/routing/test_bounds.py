from designkit.pictures.drawing import Box
from designkit.pictures.routing.bounds import growths, line_of, shortages
from designkit.pictures.routing.movables import LABEL, Movable
from designkit.pictures.routing.room import CLEAR, CORNER, PageRoom
from designkit.pictures.routing.separation import Line, spread

CARD, WALL = Box(100, 0, 200, 60), Box(200, 200, 100, 60)
ROOM = PageRoom((CARD, WALL), ())
DOCKED = Movable((0, 0), 150, 60, 400, docks=((0, True),))
FREE = Movable((1, 1), 190, 240, 300)
RIGHT = 300 - CORNER


def test_a_line_keeps_off_corners_of_its_card_and_off_other_cards() -> None:
    assert line_of([DOCKED], ROOM) == Line(150, 100 + CORNER, 200 - CLEAR)
    assert line_of([DOCKED], PageRoom((CARD,), ())) == Line(150, 100 + CORNER, RIGHT)


def test_a_page_is_cut_behind_the_card_that_a_wire_keeps_off_from_another() -> None:
    left, right = Box(0, 0, 100, 60), Box(130, 0, 100, 60)
    room = PageRoom((left, right), ())
    passing = [Movable((number, 1), 115, 0, 60) for number in range(3)]
    lines = [line_of([it], room) for it in passing]
    result = spread(lines, {(0, 1): 11, (1, 2): 11})

    assert lines == [Line(115, 112, 118)] * 3
    assert list(shortages(result, [[it] for it in passing], lines, room)) == [
        (124, 5),
        (124, 16),
    ]


def test_a_page_is_cut_beside_the_card_that_is_in_the_way_of_the_last_lines() -> None:
    below, left, right = Box(90, 200, 100, 60), Box(0, 0, 100, 60), Box(130, 0, 100, 60)
    room = PageRoom((below, left, right), ())
    docked = Movable((0, 0), 110, 100, 200, docks=((0, True),))
    passing = [Movable((number, 1), 115, 0, 150) for number in (1, 2)]
    members = [[docked], *([it] for it in passing)]
    lines = [line_of(it, room) for it in members]
    result = spread(lines, {(0, 1): 11, (1, 2): 11})

    assert lines == [Line(110, 104, 176), *[Line(115, 112, 118)] * 2]
    assert list(shortages(result, members, lines, room)) == [(124, 5)]
    assert growths(result, members, lines, room) == {}


def test_a_page_is_cut_under_a_long_card_whose_lines_are_in_the_way_of_others() -> None:
    long, below = Box(0, 0, 500, 60), Box(60, 200, 300, 60)
    room = PageRoom((long, below), ())
    passing = [Movable((at, 0), 30, 60, 300, docks=((0, True),)) for at in range(5)]
    members = [[it] for it in passing]
    lines = [line_of(it, room) for it in members]
    result = spread(lines, {(at, at + 1): 11 for at in range(4)})

    assert lines == [Line(30, CORNER, 60 - CLEAR)] * 5
    assert list(shortages(result, members, lines, room)) == [(54, 10)]
    assert growths(result, members, lines, room) == {}


def test_a_page_is_cut_beyond_a_label_where_a_card_would_move_along() -> None:
    beside, below = Box(0, 0, 100, 60), Box(90, 200, 100, 60)
    room = PageRoom((beside, below), ())
    docked = Movable((0, 0), 50, 60, 400, docks=((0, True),))
    label = Movable((1, LABEL), 60, 230, 250, half=20, before=29, after=29)
    members = [[docked], [label]]
    lines = [Line(50, CORNER, 86), Line(60, 20, 36)]
    result = spread(lines, {(0, 1): 29})

    assert list(shortages(result, members, lines, room)) == [(62, 7)]
