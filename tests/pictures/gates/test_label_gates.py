"""Each gate of labels: a picture that fails it, and one that nearly does.

The text of a label covers its box from 1.84 px below its top to 0.66 above its bottom.
"""

from dataclasses import replace

import pytest

from designkit.pictures.drawing import Arrow, ArrowLabel, Box, Drawing
from designkit.pictures.gates.sheet import sheet_of
from tests.drawn import card
from tests.sketched import A, B, gates_of, page, straight, wired

WIDE = (
    sheet_of(page(straight(label=ArrowLabel("events", Box(0, 0, 0, 16)))))
    .wires[0]
    .label[0]
    .width
)


def labelled(x: float = 300, bottom: float = 127, text: str = "events") -> Arrow:
    """The wire from a to b with its text around `x`, and so far down."""
    label = ArrowLabel(text, Box(x, bottom - 15.34, 0, 16))
    return straight(label=label, carries="event")


def crossed(gap: float) -> Drawing:
    """A wire goes up `gap` px beside the text of another."""
    x = 300 - WIDE / 2 - gap
    up = wired("cb", (250, 300), (250, 200), (x, 200), (x, 60), (450, 60), (450, 100))
    return page(labelled(), up)


def between(own: float, other: float) -> Drawing:
    """A text `own` px above its wire, and `other` below that of another."""
    y = 130 - own - 13.5 - other
    over = wired("cb", (240, 300), (240, y), (370, y), (370, 60), (450, 60), (450, 100))
    return page(labelled(bottom=130 - own), over)


def near_a_card(gap: float) -> Drawing:
    """A card stands `gap` px right of a text."""
    x = 300 + WIDE / 2 + gap
    return page(labelled(), nodes=(A, B, card("c", x, 60, 40, 60)))


def near_a_label(gap: float) -> Drawing:
    other = labelled(300 + WIDE + gap)
    return page(labelled(), replace(other, route=((200, 142), (400, 142))))


def trunk(branch: float, carries: str = "event") -> Drawing:
    """A wire without a label that leaves that of a to b `branch` px from a."""
    x = 200 + branch
    route = (200, 130), (x, 130), (x, 220), (270, 220), (270, 300)
    return page(labelled(), wired("ac", *route, carries=carries))


CASES = [
    pytest.param("lab-wire", crossed(-1), crossed(5), id="lab-wire"),
    pytest.param("lab-own", between(6, 5.4), between(6, 5.5), id="lab-own"),
    pytest.param("lab-far", page(labelled(bottom=109.9)), page(labelled(bottom=110)), id="lab-far"),
    pytest.param("lab-hit", near_a_card(-1.1), near_a_card(-0.9), id="lab-hit, card"),
    pytest.param("lab-hit", near_a_label(-1.1), near_a_label(-0.9), id="lab-hit, label"),
    pytest.param("lab-none", page(straight(carries="event")), page(straight()), id="lab-none"),
    pytest.param("lab-none", trunk(7.9), trunk(8), id="a trunk that is too short"),
    pytest.param("lab-none", trunk(30, "dataset"), trunk(30), id="a trunk of other data"),
]  # fmt: skip


@pytest.mark.parametrize(("gate", "faulty", "near"), CASES)
def test_a_fault_is_found_and_what_is_near_it_is_none(
    gate: str, faulty: Drawing, near: Drawing
) -> None:
    assert (gates_of(faulty), gates_of(near)) == ([gate], [])


def test_a_label_may_be_near_a_wire_that_says_the_same() -> None:
    unsaid, other = between(6, 3), between(6, 3)
    same = replace(unsaid.arrows[1], source="a", carries="event")
    differs = replace(same, carries="dataset")

    for arrow, lacking in ((same, []), (differs, ["lab-own"])):
        found = gates_of(replace(other, arrows=(other.arrows[0], arrow)))
        assert [it for it in found if it == "lab-own"] == lacking


def test_each_line_of_a_label_is_measured() -> None:
    two = labelled(bottom=111, text="events\nof cards")

    assert gates_of(page(two)) == []
    assert [box.y for box in sheet_of(page(two)).wires[0].label] == pytest.approx(
        [97.5, 113.5]
    )


def test_the_own_wire_of_a_label_may_run_behind_it_where_it_is_hidden() -> None:
    struck = labelled(bottom=137)
    assert struck.label
    hidden = replace(struck, label=replace(struck.label, on_line=True))

    assert (gates_of(page(struck)), gates_of(page(hidden))) == (["lab-wire"], [])
