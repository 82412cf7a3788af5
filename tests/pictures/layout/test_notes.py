"""Notes stand below the labels of their arrows, and cover nothing."""

from dataclasses import replace

from designkit.pictures.drawing import Drawing, Point
from designkit.pictures.layout.geometry import measure
from designkit.pictures.layout.labels import place_labels
from designkit.pictures.layout.notes import place_notes
from tests.drawn import arrow, card, picture

PAIR = (card("a", 0, 0, height=400), card("b", 500, 0, height=400))
LEVEL: tuple[Point, ...] = ((100.0, 25.0), (500.0, 25.0))


def noted(*notes: str, text: str = "events", step: float = 60) -> Drawing:
    """Return parallel arrows with notes, `step` pixels apart."""
    arrows = tuple(
        replace(
            arrow("a", "b", text),
            route=tuple((x, y + step * index) for x, y in LEVEL),
            note=note,
        )
        for index, note in enumerate(notes)
    )
    return place_notes(place_labels(picture(*PAIR, arrows=arrows)))


def texts(drawing: Drawing) -> list[str]:
    labels = [it.label for it in drawing.arrows if it.label]
    return ["\n".join(filter(None, (it.text, it.note))) for it in labels]


def test_a_note_is_a_line_below_the_label() -> None:
    assert texts(noted("weekly", "")) == ["events\nweekly", "events"]


def test_a_note_of_an_arrow_without_a_label_stands_alone() -> None:
    assert texts(noted("every hour", text="")) == ["every hour"]


def test_a_long_note_has_two_lines_and_is_cut() -> None:
    note = "once the reviewers have said what they think of it, and again a week later"
    (found,) = texts(noted(note))

    assert found == "events\nonce the reviewers\nhave said what they t\u2026"


def test_a_note_without_room_is_left_out_and_the_label_stays() -> None:
    crowded = noted(*["weekly"] * 5, step=20)

    assert texts(crowded)[1:4] == ["events"] * 3


def test_a_note_covers_nothing() -> None:
    drawing = noted(*(f"note {number}" for number in range(9)), step=44)
    gates = measure(replace(drawing, width=800, height=600))

    assert gates.label_on_label == gates.label_on_card == 0
    assert [it.label.on_line for it in drawing.arrows if it.label] == [False] * 9
