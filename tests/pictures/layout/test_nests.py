from dataclasses import replace

from designkit.pictures.drawing import Box, Group
from designkit.pictures.layout.nests import Nest, nests_of
from tests.drawn import card, picture

CARDS = picture(*(card(name, 200 * at, 0) for at, name in enumerate("abcd")))


def group(name: str, x: float, width: float) -> Group:
    return Group(name, name, "serving", Box(x, -10, width, 80))


def test_a_frame_lies_in_its_band_and_the_rest_beside_it() -> None:
    groups = (group("frame", 190, 120), group("band", -10, 520), group("far", 590, 120))

    assert nests_of(replace(CARDS, groups=groups)) == (
        Nest(1, ("a", "c"), (Nest(0, ("b",)),)),
        Nest(2, ("d",)),
    )


def test_of_two_that_hold_the_same_the_later_lies_in_the_earlier() -> None:
    groups = (group("band", -10, 320), group("frame", -5, 310))

    assert nests_of(replace(CARDS, groups=groups)) == (
        Nest(0, (), (Nest(1, ("a", "b")),)),
    )


def test_what_overlaps_a_larger_one_and_what_is_empty_is_left_out() -> None:
    groups = (group("left", -10, 520), group("right", 390, 320), group("none", 2000, 9))

    assert nests_of(replace(CARDS, groups=groups)) == (Nest(0, ("a", "b", "c")),)
