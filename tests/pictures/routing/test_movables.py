"""What is moved sideways: the stretches of one direction, and labels on the other."""

from designkit.pictures.drawing import Box
from designkit.pictures.routing.movables import LABEL, Movable, movables_of
from designkit.pictures.routing.room import AROUND, PageRoom, Tag
from designkit.pictures.routing.stretches import WireStretch
from designkit.pictures.routing.wires import WantedWire

WIRE = WantedWire(0, 3, 4, 0)
COURSE = (
    WireStretch(False, 10, 0, 100),
    WireStretch(True, 100, 10, 90),
    WireStretch(False, 90, 100, 200),
)
EMPTY = PageRoom((), ())


def moved(
    *, upright: bool, tag: Tag | None = None, room: PageRoom = EMPTY
) -> list[Movable]:
    tags = {0: tag} if tag else {}
    return [*movables_of([WIRE], [COURSE], room, tags, {}, upright=upright)]


def test_stretches_of_one_direction_are_moved_together() -> None:
    assert [it.key for it in moved(upright=False)] == [(0, 0), (0, 2)]
    assert [it.key for it in moved(upright=True)] == [(0, 1)]


def test_first_and_last_stretch_end_at_their_cards() -> None:
    docks = [it.docks for it in moved(upright=False)]

    assert docks == [((3, True),), ((4, False),)]
    assert [it.docks for it in moved(upright=True)] == [()]


def test_a_stretch_with_a_label_needs_room_for_it_on_its_side() -> None:
    plain, (tagged, _) = (
        moved(upright=False)[0],
        moved(upright=False, tag=Tag(0, 0, 40, 16)),
    )

    assert tagged.tagged == (50 - 20 - AROUND, 50 + 20 + AROUND)
    assert tagged.slides
    assert max(tagged.before, tagged.after) > plain.before == plain.after


def test_a_label_slides_along_a_stretch_of_the_other_direction() -> None:
    *_, label = moved(upright=False, tag=Tag(0, 1, 40, 16))

    assert (label.key, label.is_label) == ((0, LABEL), True)
    assert (label.at, label.half) == (50, 8)


def test_a_label_makes_way_for_a_card_beside_its_wire() -> None:
    card = Box(110, 60, 60, 20)
    room = PageRoom((card,), ()).flipped()
    *_, label = moved(upright=False, tag=Tag(0, 1, 40, 16), room=room)

    assert label.at + label.half + AROUND == card.y
