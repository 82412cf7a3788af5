from inline_snapshot import snapshot

from designkit.pictures.drawing import (
    BarLook,
    BarPart,
    Drawing,
    Node,
    NodeRole,
    TextPart,
)
from designkit.pictures.views.request_path import request_path
from tests.drawn import SMALL, design_of, saying, written


def drawn(wanted: str) -> Drawing:
    promise = f"objectives: {{latency: {{p99: {wanted}}}}}\n" if wanted else ""
    return request_path.draw(design_of(SMALL + promise))


def bar(wanted: str) -> Node:
    (found,) = (n for n in drawn(wanted).nodes if n.role is NodeRole.BAR)
    return found


def pieces(wanted: str) -> list[tuple[str, int]]:
    """How each piece looks, and its share of the bar in percent."""
    parts = [part for part in bar(wanted).parts if isinstance(part, BarPart)]
    total = sum(part.width for part in parts)
    return [(part.look, round(100 * part.width / total)) for part in parts]


def test_hops_are_as_wide_as_they_take_of_what_is_promised() -> None:
    assert pieces("100 ms") == [
        (BarLook.HOP, 6),
        (BarLook.HOP, 3),
        (BarLook.HOP, 12),
        (BarLook.REST, 79),
    ]


def test_hops_beyond_the_promise_look_otherwise() -> None:
    assert [look for look, _ in pieces("10 ms")] == [
        BarLook.HOP,
        BarLook.HOP,
        BarLook.OVER,
    ]


def test_without_a_promise_the_bar_is_as_long_as_the_hops() -> None:
    assert [look for look, _ in pieces("")] == [BarLook.HOP] * 3


def test_each_piece_is_told_in_it_or_by_its_number() -> None:
    assert written(bar("100 ms").parts) == snapshot(
        [
            "Budget, hop by hop, at p99",
            "1",
            "2",
            "Scorer 12 ms",
            "79 ms to spare",
            "1 Gate 6 ms",
            "2 Store 3 ms",
        ]
    )


def test_a_name_that_is_wider_than_the_bar_is_cut_and_kept_whole() -> None:
    (found,) = (
        node
        for node in request_path.draw(saying("very long " * 60)).nodes
        if node.role is NodeRole.BAR
    )
    texts = [part for part in found.parts if isinstance(part, TextPart)]
    cut = [part for part in texts if part.full]

    assert all(part.x + part.width <= found.width for part in texts)
    assert [part.full.rpartition(" ms")[0][-2:] for part in cut] == [" 6", " 3", "12"]
    assert {part.text[-1] for part in cut} == {"…"}


def test_the_bar_stands_below_all_lanes() -> None:
    drawing = drawn("100 ms")

    assert bar("100 ms").box.y > max(group.box.bottom for group in drawing.groups)
