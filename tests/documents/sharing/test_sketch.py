"""The small overview keeps the composition, and what flows between neighbours."""

import pytest
from inline_snapshot import snapshot

from designkit.documents.sharing.sketch import sketch
from designkit.model.design import Design
from designkit.pictures.drawing import IconPart, TextPart
from designkit.pictures.icons import symbol_of
from designkit.source.inputs import shipped
from designkit.source.loader import load_file, load_text

HEAD = "designkit: 1\nname: Alone\nsystem: generic\ncomponents:\n"


def design(name: str) -> Design:
    found = load_file(shipped()[name]).design
    assert found is not None
    return found


def texts(of: Design) -> list[tuple[str, ...]]:
    nodes = sketch(of, 1088).nodes
    return [
        tuple(part.text for part in node.parts if isinstance(part, TextPart))
        for node in nodes
    ]


def test_each_stage_has_its_name_and_as_much_as_fits() -> None:
    assert texts(design("fraud")) == snapshot(
        [
            ("1 Data ingestion", "90 M events a day"),
            ("2 Feature store", "500 features · freshest 1 s"),
            ("3 Labels and training", "0.1% positive"),
            ("4 Registry and release", "10 versions kept"),
            ("Clients", "30 M requests a day"),
            ("5 Serving", "p99 budget 51 ms of 100 ms"),
            ("6 Monitoring", "10 things watched"),
        ]
    )


@pytest.mark.parametrize("name", shipped())
def test_arrows_join_neighbours_and_cards_fill_the_width(name: str) -> None:
    drawn = sketch(design(name), 1088)
    left = min(node.box.x for node in drawn.nodes)
    right = max(node.box.right for node in drawn.nodes)
    bottom = max(node.box.bottom for node in drawn.nodes)
    top = min(y for arrow in drawn.arrows for _, y in arrow.route)

    assert right - left == pytest.approx(1088, abs=60)
    assert top >= min(node.box.y for node in drawn.nodes)
    assert bottom - top <= 300
    assert all(arrow.route and not arrow.text for arrow in drawn.arrows)


def test_an_icon_is_shown_once_on_a_card() -> None:
    for node in sketch(design("fraud"), 1088).nodes:
        icons = [symbol_of(p).id for p in node.parts if isinstance(p, IconPart)]
        assert icons
        assert len(set(icons)) == len(icons)


def test_a_crowded_card_has_as_many_icons_as_it_has_room_for() -> None:
    kinds = ("event-log", "source-db", "source-db", "event-log", "source-db")
    names = ("Kafka", "Flink", "Spark", "Airflow", "Redis", "Snowflake", "Iceberg")
    parts = "".join(
        f"  p{i}: {{kind: {kinds[i % 5]}, technology: {names[i % 7]}}}\n"
        for i in range(300)
    )
    loaded = load_text(HEAD + parts)
    assert loaded.design is not None
    nodes = sketch(loaded.design, 400).nodes
    last = max(
        part.x + part.size
        for node in nodes
        for part in node.parts
        if isinstance(part, IconPart)
    )

    assert last <= nodes[0].width


def test_a_card_alone_is_no_wider_than_it_may_be() -> None:
    loaded = load_text(f"{HEAD}  app: {{kind: client}}\n")
    assert loaded.design is not None
    (card,) = sketch(loaded.design, 1088).nodes

    assert (card.width, card.box.x) == (360, 364)
