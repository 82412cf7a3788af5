from collections.abc import Sequence
from dataclasses import replace

from designkit.pictures.bands import Band, Spacing, place_bands
from designkit.pictures.drawing import Arrow, Drawing, LineStyle
from designkit.pictures.swapping import blocks_of, seated_rows
from designkit.pictures.uncrossing import MOST_CARDS, Arrangement, uncrossed
from tests.drawn import card

GAPS = Spacing(column=120, card=60, band=120, row=80)


def band(cards: str | Sequence[str]) -> Band:
    """Return a band of one column."""
    return Band("band", "", "", (tuple(card(id, 0, 0) for id in cards),))


def arranged(
    bands: Sequence[Band], wires: Sequence[str], caption: tuple[str, ...] = ()
) -> Arrangement:
    arrows = tuple(
        Arrow(source, target, "", "batch", LineStyle.SOLID) for source, target in wires
    )
    empty = Drawing("training", "", "", "", nodes=(), arrows=arrows, caption=caption)
    return Arrangement(
        blocks_of([bands]),
        lambda seated: place_bands(seated_rows([bands], seated), GAPS).on(empty),
    )


def order(*arrangements: Arrangement) -> str:
    """Return the cards from above, column by column."""
    nodes = uncrossed(arrangements).nodes
    return "".join(node.id for node in sorted(nodes, key=lambda it: it.box.x))


def test_cards_are_swapped_where_routed_wires_cross_too_often() -> None:
    bands = [band("ab"), band("cd")]
    assert order(arranged(bands, ["ad", "bc"])) == "bacd"


def test_a_drawing_within_its_budget_stays_as_it_is() -> None:
    bands = [band("ab"), band("cd")]
    assert order(arranged(bands, ["ac", "bd"])) == "abcd"


def test_another_arrangement_within_the_budget_comes_before_swaps() -> None:
    wires = ["ad", "bc"]
    one, other = ([band(it), band("cd")] for it in ("ab", "ba"))
    other[0] = replace(other[0], id="other")
    drawing = uncrossed([arranged(one, wires), arranged(other, wires)])
    assert drawing == arranged(other, wires).draw(arranged(other, wires).seated)


def test_no_swap_turns_a_wire_of_a_column_upwards() -> None:
    bands = [band("ab"), band("cd")]
    assert order(arranged(bands, ["ad", "bc", "ab", "cd"])) == "abcd"


def test_a_drawing_of_many_cards_is_not_routed_again_and_again() -> None:
    many = [f"m{at}" for at in range(MOST_CARDS)]
    bands = [band("ab"), band("cd"), band(many)]
    assert order(arranged(bands, ["ad", "bc"])) == "".join(["abcd", *many])


def test_no_card_moves_where_that_makes_small_text_no_larger() -> None:
    bands = [band("ab"), band("cd")]
    caption = ("One of very many lines.",) * 100
    assert order(arranged(bands, ["ac", "bd"], caption)) == "abcd"
