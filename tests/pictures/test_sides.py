from designkit.pictures.sides import BOTH, LEFT, ON, RIGHT, Sides

PLACES = ((0.0, 0.0), (100.0, 0.0), (50.0, 40.0), (50.0, -40.0), (300.0, 0.0))


def test_a_place_is_on_a_line_or_right_or_left_of_it() -> None:
    assert tuple(Sides(PLACES).of(0, 1)) == (ON, ON, RIGHT, LEFT, ON)


def test_the_sides_change_with_the_direction() -> None:
    assert tuple(Sides(PLACES).of(1, 0)) == (ON, ON, LEFT, RIGHT, ON)


def test_a_line_between_two_places_has_them_on_both_of_its_sides() -> None:
    sides = Sides(PLACES).of(0, 1)

    assert sides[2] + sides[3] == BOTH
    assert BOTH not in (sides[2] + sides[2], sides[3] + sides[3], sides[2] + sides[4])
