from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.catalog.kind import Stage
from designkit.model.component import Component
from designkit.pictures.cards import (
    component_card,
    describe,
    short_technology,
    stage_card,
    stage_of,
)
from designkit.pictures.drawing import (
    IconPart,
    LoopPart,
    Member,
    Node,
    RulePart,
    Style,
    TextPart,
)
from designkit.pictures.layout.geometry import measure
from tests.drawn import picture

LOG = Component(id="log", kind="event-log", name="Event log", technology="Kafka")
TRAIN = Component(id="train", kind="trainer")
names = st.text(max_size=300)


def texts(node: Node) -> list[tuple[str, str]]:
    return [(p.style, p.text) for p in node.parts if isinstance(p, TextPart)]


def sticking_out(card: Node) -> int:
    page = replace(picture(card.at(0, 0)), width=100, height=100)
    return measure(page).text_outside_card


def test_what_is_done_again_and_again_has_a_line_round_it() -> None:
    text = "22 steps, at most 60, 20 min and a half, and not a step more"
    card = component_card(LOG, loop=text)

    (line,) = (part for part in card.parts if isinstance(part, LoopPart))
    (inside,) = (p for p in card.parts if isinstance(p, TextPart) and p.text == text)
    assert line.x < inside.x
    assert inside.x + inside.width < line.x + line.width < card.width
    assert line.y < inside.y < line.y + line.height < card.height


def test_a_card_shows_name_technology_and_figures() -> None:
    card = component_card(LOG, ["keeps 14 d"], strong=True)

    assert texts(card) == [
        ("name", "Event log"),
        ("technology", "Kafka"),
        ("figure", "keeps 14 d"),
    ]
    assert card.parts[0] == snapshot(
        IconPart(x=12.0, y=13.0, size=26.0, technology="Kafka", glyph="tube")
    )
    assert (card.id, card.stage, card.kind, card.strong) == (
        ("log", "ingestion", "event-log", True)
    )
    assert (card.width, card.height, card.place) == snapshot((198.0, 75.0, None))


def test_a_component_without_a_name_is_called_by_its_id() -> None:
    assert texts(component_card(TRAIN)) == [("name", "Train")]


def test_a_card_has_at_most_two_lines_for_each_text() -> None:
    wordy = LOG.model_copy(update={"name": "word " * 40})
    card = component_card(wordy)

    assert texts(card) == snapshot(
        [
            (Style.NAME, "word word word word word word"),
            (Style.NAME, "word w…word word word word word"),
            (Style.TECHNOLOGY, "Kafka"),
        ]
    )


@given(name=names, technology=names, figure=names)
@settings(deadline=None, max_examples=60)
def test_no_text_leaves_its_card(name: str, technology: str, figure: str) -> None:
    component = LOG.model_copy(update={"name": name, "technology": technology})
    for card in (
        component_card(component, [figure]),
        stage_card("x", "Data", Stage.INGESTION, [component, TRAIN], columns=2),
    ):
        assert sticking_out(card) == 0
        assert card.width < 1200


def test_a_component_is_described_for_whoever_cannot_see_the_card() -> None:
    assert describe(LOG) == "Event log: event-log on Kafka"
    assert describe(TRAIN) == "Train: trainer"


def test_a_component_of_an_unknown_kind_is_put_with_serving() -> None:
    assert stage_of(LOG) is Stage.INGESTION
    assert stage_of(Component(id="x", kind="oracle")) is Stage.SERVING


def test_of_a_long_technology_the_product_is_shown() -> None:
    def short(text: str) -> str:
        return short_technology(LOG.model_copy(update={"technology": text}))

    assert short("Kafka, three brokers in two regions") == "Kafka"
    assert short("in-house rule engine") == "in-house rule engine"
    assert short("something of our own that is long") == ""
    assert short("") == ""


def test_a_stage_lists_its_components_and_a_figure_at_its_foot() -> None:
    card = stage_card("ingestion", "1 Data", Stage.INGESTION, [LOG, TRAIN], "9 events")

    assert texts(card) == [("heading", "1 Data"), ("figure", "9 events")]
    assert [part for part in card.parts if isinstance(part, RulePart)] == snapshot(
        [RulePart(x=16.0, y=95.0, width=133.24)]
    )
    assert card.members[0] == snapshot(
        Member(
            id="log",
            kind="event-log",
            stage="ingestion",
            title="Event log: event-log on Kafka",
            parts=(
                IconPart(x=16.0, y=42.0, size=18.0, technology="Kafka", glyph="tube"),
                TextPart(
                    x=43.0, y=56.1, text="Event log", style=Style.ITEM, width=61.61
                ),
                TextPart(
                    x=112.61, y=56.1, text="Kafka", style=Style.TECHNOLOGY, width=36.64
                ),
            ),
        )
    )
    assert card.description == "1 Data: Event log, Train"


def test_a_stage_sets_its_components_in_columns_from_above() -> None:
    many = [LOG.model_copy(update={"id": f"log-{i}"}) for i in range(5)]
    card = stage_card("x", "Data", Stage.INGESTION, many, columns=2)
    icons = [
        (member.id, part.x, part.y)
        for member in card.members
        for part in member.parts
        if isinstance(part, IconPart)
    ]

    assert icons == snapshot(
        [
            ("log-0", 16.0, 42.0),
            ("log-1", 16.0, 65.0),
            ("log-2", 16.0, 88.0),
            ("log-3", 175.24267578125, 42.0),
            ("log-4", 175.24267578125, 65.0),
        ]
    )


def test_a_stage_is_as_large_as_it_is_told_but_never_too_small() -> None:
    least = stage_card("x", "Data", Stage.INGESTION, [LOG])
    large = stage_card("x", "Data", Stage.INGESTION, [LOG], width=900, height=700)

    assert (large.width, large.height) == (900, 700)
    assert stage_card("x", "Data", Stage.INGESTION, [LOG], width=1, height=1) == least
