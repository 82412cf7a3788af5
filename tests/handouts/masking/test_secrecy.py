import pytest
from inline_snapshot import snapshot

from designkit.handouts.masking.mask import Mask
from designkit.handouts.masking.secrecy import secrets
from designkit.source.inputs import shipped
from tests.drawn import SMALL, design_of, drawn_views, placed_views, shipped_design

DESIGN = design_of(SMALL)
DRAWINGS = tuple(drawn_views(DESIGN).values())
every_design = pytest.mark.parametrize("name", shipped())


def test_names_are_titles_ids_and_kinds() -> None:
    found = secrets(DESIGN, DRAWINGS, (Mask.NAMES,))

    assert sorted(found.phrases) == snapshot(["Gate", "Scorer", "Train", "Web shop"])
    assert sorted(found.codes) == snapshot(
        [
            "app",
            "client",
            "event-log",
            "gate",
            "gateway",
            "log",
            "model-server",
            "online-store",
            "scorer",
            "store",
            "train",
            "trainer",
        ]
    )
    assert found.capitalised == found.notes == found.drawn == frozenset()


def test_technologies_are_texts_and_products() -> None:
    found = secrets(DESIGN, DRAWINGS, (Mask.TECHNOLOGIES,))

    assert sorted(found.phrases) == snapshot(
        ["Apache Kafka", "Envoy", "Kafka", "Redis", "Redis Cluster", "XGBoost"]
    )
    assert sorted(found.capitalised) == snapshot([])


def test_flows_are_types_labels_and_notes() -> None:
    flows = tuple(
        flow.model_copy(update={"note": note})
        for flow, note in zip(
            DESIGN.flows,
            ("weekly", "one read per user", "roll back", None, None, None),
            strict=True,
        )
    )
    found = secrets(DESIGN.model_copy(update={"flows": flows}), DRAWINGS, (Mask.FLOWS,))

    assert sorted(found.codes) == snapshot(
        ["dataset", "event", "feature-values", "request", "response"]
    )
    assert sorted(found.drawn) == snapshot(
        [
            "dataset",
            "events",
            "feature values",
            "requests",
            "response",
            "roll back",
            "weekly",
        ]
    )
    assert found.notes == {"one read per user"}


def test_numbers_are_figures_and_their_quantities() -> None:
    found = secrets(DESIGN, DRAWINGS, (Mask.NUMBERS,))

    assert sorted(found.phrases) == snapshot(
        [
            "12 ms",
            "14 d",
            "14%",
            "14% of the budget",
            "15.9 ms",
            "21 ms",
            "29%",
            "29% of the budget",
            "3 ms",
            "57%",
            "57% of the budget",
            "6 ms",
            "7 d",
            "8 ms",
            "every 7 d",
            "keeps 14 d",
            "p50 1",
            "p50 2",
            "p50 5",
            "p99 12 ms",
            "p99 3 ms",
            "p99 6 ms",
            "p99 budget 21 ms",
        ]
    )
    assert sorted(found.drawn) == snapshot([])


@every_design
def test_every_title_is_a_secret_unless_a_stage_is_called_so(name: str) -> None:
    design, drawings = shipped_design(name), placed_views(name).values()
    found = secrets(design, drawings, (Mask.NAMES,))
    given = {c.title for c in design.components.values()} - found.phrases

    assert given == {
        "recommendation": {"Retraining"},
        "search-ranking": {"Release", "Retrain"},
    }.get(name, set())


@every_design
def test_every_technology_is_a_secret(name: str) -> None:
    design, drawings = shipped_design(name), placed_views(name).values()
    found = secrets(design, drawings, (Mask.TECHNOLOGIES,))
    texts = {
        " ".join(c.technology.split())
        for c in design.components.values()
        if c.technology
    }

    assert texts <= found.in_pictures


def test_what_a_share_leaves_in_sight_is_no_secret() -> None:
    whole = secrets(DESIGN, DRAWINGS, Mask)
    part = secrets(DESIGN, DRAWINGS, Mask, 3, 0.5)

    assert frozenset() < part.phrases < whole.phrases
    assert part.codes < whole.codes


def test_without_masks_there_are_no_secrets() -> None:
    found = secrets(DESIGN, DRAWINGS, ())

    assert found.in_pictures | found.in_prose | found.codes | found.drawn == frozenset()
