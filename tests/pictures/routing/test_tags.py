from designkit.pictures.lettering import label_size
from designkit.pictures.routing.room import AROUND, BESIDE, CLEAR, Tag
from designkit.pictures.routing.stretches import Course, WireStretch
from designkit.pictures.routing.tags import tags_of
from designkit.pictures.routing.wires import wires_of
from tests.drawn import arrow

SIZE = label_size("events")
THERE, BACK = arrow("a", "b", "events"), arrow("b", "a", "events")


def line(at: float, *, upright: bool) -> Course:
    return (WireStretch(upright, at, 0, 200),)


def tags(*, upright: bool) -> tuple[Tag, ...]:
    wires = wires_of([THERE, BACK], {"a": 0, "b": 1})
    courses = [line(at, upright=upright) for at in (10, 32)]
    return tags_of([THERE, BACK], wires, courses)


def test_labels_of_wires_there_and_back_stand_outside_of_both() -> None:
    assert tags(upright=True) == (Tag(0, 0, *SIZE, True), Tag(1, 0, *SIZE))
    assert tags(upright=False) == (Tag(0, 0, *SIZE), Tag(1, 0, *SIZE, True))


def test_a_label_reaches_to_the_side_that_it_stands_at() -> None:
    usual, other = Tag(0, 0, 60, 16), Tag(0, 0, 60, 16, True)
    wide, high = BESIDE + 60 + AROUND, BESIDE + 16 + AROUND

    assert [usual.reach(upright=it) for it in (True, False)] == [
        (CLEAR, wide),
        (high, CLEAR),
    ]
    assert [other.reach(upright=it) for it in (True, False)] == [
        (wide, CLEAR),
        (CLEAR, high),
    ]
