from designkit.pictures.bands import Band, Spacing
from designkit.pictures.packing import MakeBand, best_placed, packed
from tests.drawn import card

GAPS = Spacing(column=50, card=20, band=30, row=40)


def maker(name: str, count: int) -> MakeBand:
    """Makes a band of `count` cards, side by side as far as there are columns."""

    def make(most: int) -> Band:
        cards = [card(f"{name}{at}", 0, 0, width=200) for at in range(count)]
        columns = min(most, count)
        table = tuple(tuple(cards[at::columns]) for at in range(columns))
        return Band(name, name, "serving", table)

    return make


def columns(*rows: list[MakeBand]) -> list[int]:
    nodes = packed(rows, GAPS).nodes
    return [
        len({n.box.x for n in nodes if n.id.startswith(name)}) for name in ("a", "b")
    ]


def test_bands_that_fit_stand_in_one_line() -> None:
    assert columns([maker("a", 2), maker("b", 3)]) == [2, 3]


def test_the_widest_band_of_a_row_gives_up_columns() -> None:
    assert columns([maker("a", 2), maker("b", 8)])[0] == 2
    assert columns([maker("a", 2), maker("b", 8)])[1] < 8


def test_what_can_be_shown_largest_is_the_best() -> None:
    wide, tall = [[maker("a", 8)(8)]], [[maker(f"r{i}", 1)(1)] for i in range(9)]
    square = [[maker("b", 3)(3)], [maker("c", 3)(3)]]
    nodes = best_placed((wide, tall, square), GAPS).nodes

    assert [node.id for node in nodes] == ["b0", "b1", "b2", "c0", "c1", "c2"]


def test_nothing_is_packed_into_nothing() -> None:
    assert packed((), GAPS).nodes == ()
