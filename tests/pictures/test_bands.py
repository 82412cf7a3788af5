import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.pictures.bands import (
    Band,
    Placement,
    Spacing,
    place_bands,
)
from designkit.pictures.drawing import Box
from tests.drawn import card

GAPS = Spacing(column=50, card=20, band=30, row=40)
PLAIN = Band("", "", "", ((card("a", 0, 0), card("b", 0, 0)), (card("c", 0, 0),)))


def boxes(placement: Placement) -> dict[str, tuple[float, float]]:
    return {n.id: (round(n.box.x, 1), round(n.box.y, 1)) for n in placement.nodes}


def named(name: str, count: int) -> Band:
    cards = tuple((card(f"{name}{i}", 0, 0),) for i in range(count))
    return Band(name, name.title(), "serving", cards)


def test_cards_stand_in_columns_each_in_the_middle_of_the_height() -> None:
    placement = place_bands([[PLAIN]], GAPS)

    assert boxes(placement) == {"a": (0, 0), "b": (0, 70), "c": (150, 35)}
    assert placement.groups == ()


def test_a_card_stands_in_the_middle_of_its_column() -> None:
    band = Band("", "", "", ((card("a", 0, 0, width=200), card("b", 0, 0)),))

    assert boxes(place_bands([[band]], GAPS)) == {"a": (0, 0), "b": (50, 70)}


def test_a_titled_band_is_tinted_with_room_for_its_title() -> None:
    placement = place_bands([[named("serving", 2)]], GAPS)

    assert boxes(placement) == snapshot(
        {"serving0": (22.0, 44.0), "serving1": (172.0, 44.0)}
    )
    assert [(group.id, group.title, group.box) for group in placement.groups] == (
        snapshot([("serving", "Serving", Box(x=0.0, y=0.0, width=294.0, height=116.0))])
    )


def test_bands_stand_beside_each_other_and_rows_below() -> None:
    placement = place_bands([[named("a", 1), named("b", 1)], [named("c", 1)]], GAPS)

    assert [group.box for group in placement.groups] == snapshot(
        [
            Box(x=0.0, y=0.0, width=144.0, height=116.0),
            Box(x=174.0, y=0.0, width=144.0, height=116.0),
            Box(x=0.0, y=156.0, width=318.0, height=116.0),
        ]
    )
    assert boxes(placement) == snapshot(
        {"a0": (22.0, 44.0), "b0": (196.0, 44.0), "c0": (109.0, 200.0)}
    )


def test_a_band_is_as_wide_as_its_title() -> None:
    long = Band("x", "A title that is long for one card", "", ((card("a", 0, 0),),))
    (group,) = place_bands([[long]], GAPS).groups

    assert group.box.width == pytest.approx(group.title_width + 44)


def test_nothing_is_placed_where_there_is_nothing() -> None:
    empty = place_bands([])

    assert (empty, empty.scale()) == (Placement((), ()), 1.0)


@given(
    rows=st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=3), max_size=3),
    titled=st.booleans(),
)
@settings(deadline=None, max_examples=40)
def test_cards_never_overlap_and_stay_in_their_bands(
    rows: list[list[int]], *, titled: bool
) -> None:
    bands = [
        [
            Band(f"{y}{x}", "Title" * titled, "", named(f"{y}{x}-", count).columns)
            for x, count in enumerate(row)
        ]
        for y, row in enumerate(rows)
    ]
    placement = place_bands(bands, GAPS)
    places = [node.box for node in placement.nodes]
    groups = {group.id: group.box for group in placement.groups}

    assert len(places) == sum(map(sum, rows))
    assert not any(a.overlaps(b) for i, a in enumerate(places) for b in places[:i])
    for node in placement.nodes if titled else ():
        assert groups[node.id.partition("-")[0]].contains(node.box)
    for row in bands if titled else ():
        assert max(groups[band.id].right for band in row) == pytest.approx(
            max(group.right for group in groups.values())
        )


def test_the_scale_is_that_of_the_larger_side_on_a_slide() -> None:
    node = card("a", 0, 0, width=1540, height=100)

    assert Placement((node,), ()).scale() == 1.0
    assert Placement((card("b", 0, 0, 10, 1630),), ()).scale() == 0.5
    assert Placement((node,), ()).scale(2) == pytest.approx(1600 / 3140)
    assert Box(0, 0, 1540, 100) == node.box
