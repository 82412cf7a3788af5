from dataclasses import replace

from designkit.pictures.arrows import merged
from designkit.pictures.drawing import Arrow, Style
from designkit.pictures.gathering import gathered_arrows, gathered_card, takings
from tests.drawn import SMALL, design_of, written

DESIGN = design_of(SMALL)
HOME = {"gate": "both", "scorer": "both"}


def wires(arrows: tuple[Arrow, ...]) -> list[str]:
    return [f"{a.source} {a.target} {a.mode}: {a.carries}" for a in arrows]


def test_wires_of_gathered_components_are_wires_of_their_card() -> None:
    arrows = merged(DESIGN.flows)
    gathered = gathered_arrows(arrows, HOME)

    assert not any({*HOME} & {a.source, a.target} for a in gathered)
    assert not any(a.source == a.target for a in gathered)
    assert wires(gathered_arrows(arrows, {})) == wires(arrows)


def test_wires_of_one_mode_to_the_card_are_one_that_tells_all() -> None:
    one = merged(DESIGN.flows)[0]
    first = Arrow("a", "x", "event", "stream", one.line, "events", description="a to x")
    second = Arrow(
        "a", "y", "label", "stream", one.line, "labels", description="a to y"
    )
    (joined,) = gathered_arrows((first, second), {"x": "card", "y": "card"})

    assert (joined.target, joined.carries, joined.text, joined.description) == (
        "card",
        "event label",
        "events\nlabels",
        "a to x; a to y",
    )


def test_what_goes_there_and_back_stays_together_in_a_joined_label() -> None:
    both, there = (
        replace(merged(DESIGN.flows)[0], source="a", target=target, text=text)
        for target, text in (("x", "requests /\nresponse"), ("y", "requests\nevents"))
    )
    (joined,) = gathered_arrows((both, there), {"x": "card", "y": "card"})

    assert joined.text == "requests /\nresponse\nevents"


def test_a_row_says_what_its_component_takes_and_what_is_noted() -> None:
    parts = [DESIGN.components["gate"], DESIGN.components["scorer"]]
    card = gathered_card("both", "Both", parts, {"gate": ((Style.CAPTION, "a note"),)})

    assert written(card.parts) == ["Both"]
    assert written(card.members[0].parts)[-1] == "a note"
    assert "a note" not in written(card.members[1].parts)
    assert card.height > card.members[1].parts[0].y
    assert all(
        part.x + part.width <= card.width
        for member in card.members
        for part in member.parts
        if hasattr(part, "width")
    )


def test_what_is_taken_is_said_once() -> None:
    line = merged(DESIGN.flows)[0].line
    arrows = [
        Arrow("a", "x", "event label", "stream", line),
        Arrow("b", "x", "label", "batch", line),
        Arrow("x", "x", "model", "batch", line),
    ]

    assert takings(arrows, "x") == "← events, labels"
    assert takings(arrows, "a") == ""
