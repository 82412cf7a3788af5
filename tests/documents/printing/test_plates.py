from collections.abc import Mapping, Sequence

from designkit.documents.printing.data import Data
from designkit.documents.printing.plates import BOTTOM, TOP, Position, placed

PLATE: Data = {
    "block": "plate",
    "id": "plate",
    "alt": "",
    "caption": [],
    "svg": "<svg>",
}
OTHER: Data = {**PLATE, "id": "other"}
TEXT, HEADING, BREAK = ({"block": b} for b in ("paragraph", "heading", "break"))


def order(blocks: Sequence[Data], *marks: tuple[int, float]) -> list[object]:
    """The names of the blocks once the plates are placed, by marks that stay."""
    found = placed(blocks, lambda them: marks_of(marks, len(them)))
    return [name(block) for block in found]


def marks_of(marks: Sequence[tuple[int, float]], count: int) -> tuple[Position, ...]:
    last = marks[-1]
    return tuple(Position(*mark) for mark in (*marks, *[last] * count)[: count + 1])


def name(block: Data) -> object:
    headings = block.get("headings") or []
    assert isinstance(headings, list)
    return f"{len(headings)}+plate" if headings else block["block"]


def test_a_plate_where_a_page_is_full_stays_there() -> None:
    marks = ((1, TOP), (1, BOTTOM - 20), (2, TOP), (2, 400))

    assert order((TEXT, PLATE, TEXT), *marks) == ["paragraph", "plate", "paragraph"]


def test_a_plate_moves_on_to_the_end_of_the_page() -> None:
    marks = ((1, TOP), (1, 200), (1, 220), (1, 700), (2, TOP), (2, 300))

    assert order((TEXT, PLATE, TEXT, TEXT, TEXT), *marks) == [
        "paragraph",
        "reference",
        "paragraph",
        "paragraph",
        "plate",
        "paragraph",
    ]


def test_a_plate_at_the_end_leaves_nothing_empty() -> None:
    marks = ((1, TOP), (1, 200), (1, 220))

    assert order((TEXT, PLATE, TEXT), *marks) == [
        "paragraph",
        "reference",
        "paragraph",
        "plate",
    ]
    assert order((TEXT, PLATE), *marks[:2]) == ["paragraph", "plate"]


def test_headings_before_a_plate_go_with_it() -> None:
    marks = ((1, TOP), (1, BOTTOM - 60), (1, BOTTOM - 30), (2, TOP), (2, 100))

    assert order((TEXT, HEADING, PLATE, TEXT), *marks) == [
        "paragraph",
        "1+plate",
        "paragraph",
    ]


def test_a_plate_never_follows_a_heading() -> None:
    marks = ((1, TOP), (1, 300), (1, 310), (1, 700), (1, 720), (2, 80), (3, 90))

    assert order((TEXT, PLATE, TEXT, HEADING, TEXT, TEXT), *marks) == [
        "paragraph",
        "reference",
        "paragraph",
        "plate",
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_a_plate_stays_in_its_part() -> None:
    marks = ((1, TOP), (1, 300), (1, 320), (2, TOP), (2, 200))

    assert order((TEXT, PLATE, BREAK, TEXT), *marks) == [
        "paragraph",
        "plate",
        "break",
        "paragraph",
    ]


def test_plates_keep_their_order() -> None:
    def measure(blocks: Sequence[Data]) -> Sequence[Position]:
        heights: Mapping[object, float] = {"paragraph": 300, "reference": 20}
        page, y, found = 1, TOP, list[Position]()
        for block in blocks:
            found.append(Position(page, y))
            y += heights.get(block["block"], 0)
            if block["block"] == "plate":
                page, y = page + 2, TOP
        return [*found, Position(page, y)]

    found = placed((TEXT, PLATE, OTHER, TEXT, TEXT), measure)
    names = [(block["block"], block.get("id")) for block in found]

    assert names[1:3] == [("reference", "plate"), ("reference", "other")]
    assert names[-2:] == [("plate", "plate"), ("plate", "other")]


def test_a_reference_has_no_picture() -> None:
    found = placed((TEXT, PLATE, TEXT), lambda them: marks_of([(1, 300)], len(them)))

    assert found[1] == {
        "block": "reference",
        "id": "plate",
        "alt": "",
        "caption": [],
    }
