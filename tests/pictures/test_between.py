from designkit.pictures.between import Between
from designkit.pictures.drawing import Box


def box(x: float, y: float) -> Box:
    return Box(x, y, 100, 50)


def test_a_card_between_two_of_its_column_is_in_the_way() -> None:
    line = Between(box(0, 0), box(0, 200))

    assert line.has(box(0, 100))
    assert line.has(box(40, 100))
    assert not line.has(box(60, 100))
    assert not line.has(box(0, 300))


def test_a_card_between_two_of_its_row_is_in_the_way() -> None:
    line = Between(box(400, 10), box(0, 0))

    assert line.has(box(200, 0))
    assert not line.has(box(200, 40))
    assert not line.has(box(600, 0))


def test_neither_of_both_ends_is_in_the_way() -> None:
    ends = box(0, 0), box(0, 200)

    assert [Between(*ends).has(it) for it in ends] == [False, False]


def test_nothing_is_in_the_way_of_cards_that_do_not_face_each_other() -> None:
    line = Between(box(0, 0), box(200, 200))

    assert not line.has(box(100, 100))


def test_one_card_in_the_way_is_enough() -> None:
    line = Between(box(0, 0), box(0, 200))

    assert line.has_any([box(200, 100), box(0, 100)])
    assert not line.has_any([box(200, 100), box(0, 300)])
