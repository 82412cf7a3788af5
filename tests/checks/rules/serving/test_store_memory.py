"""Stores that do not hold what they should."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.serving.store_memory import store_memory
from tests.rule_examples import told

ROWS = "entities: 100 M, entity-size: 1 kB"


def told_of(stated: str) -> list[str]:
    store = f"{{kind: online-store, {stated}}}"
    return told(f"components:\n  online: {store}\n", store_memory)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            f"{ROWS}, memory: 99 GB",
            snapshot(
                ["2 error: online has 99 GB and needs at least 100 GB: 100 M \xd7 1 kB"]
            ),
            id="one copy",
        ),
        pytest.param(
            f"{ROWS}, memory: 250 GB, replication: 2, fill-max: 75%",
            snapshot(
                [
                    "2 error: online has 250 GB and needs at least 267 GB: 100 M \xd7 1 kB \xd7 2 copies / 75%"
                ]
            ),
            id="two copies and room to spare",
        ),
        pytest.param(
            "entities: 100 M..1 bn, entity-size: 1..2 kB, memory: 50..99 GB",
            snapshot(
                [
                    "2 error: online has 50..99 GB and needs at least 100 GB: 100 M..1 bn \xd7 1..2 kB"
                ]
            ),
            id="at best",
        ),
        pytest.param(
            f"{ROWS}, memory: 1 PB, fill-max: 1e-300%",
            snapshot(
                [
                    "2 error: online has 1 PB and needs at least 1e+305 B: 100 M \xd7 1 kB / 1e-300%"
                ]
            ),
            id="hardly usable",
        ),
    ],
)
def test_too_little_memory_is_found(stated: str, expected: list[str]):
    assert told_of(stated) == expected


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(f"{ROWS}, memory: 100 GB", id="just enough"),
        pytest.param(f"{ROWS}, memory: 80..100 GB", id="enough at best"),
        pytest.param("entities: 9 bn, memory: 1 GB", id="no size"),
        pytest.param("entity-size: 9 GB, memory: 1 GB", id="no entities"),
        pytest.param(f"{ROWS}, memory: 1 GB, fill-max: 0%", id="not usable at all"),
    ],
)
def test_enough_or_unknown_is_no_fault(stated: str):
    assert told_of(stated) == []


def test_kept_predictions_fill_a_store_as_well() -> None:
    text = """\
components:
  scores: {kind: prediction-store, entities: 40 M, entity-size: 2 kB, memory: 64 GB}
"""

    assert told(text, store_memory) == [
        "2 error: scores has 64 GB and needs at least 80 GB: 40 M \xd7 2 kB"
    ]


TABLES = """\
components:
  online:
    kind: online-store
    memory: %s
    replication: 2
    tables:
      profile: {entities: 100 M, entity-size: 1 kB}
      counters: {entities: 10 M, entity-size: 2 kB}
      other: {entities: 1 M}
"""


@pytest.mark.parametrize(
    ("memory", "expected"),
    [
        pytest.param("256 GB", [], id="all of them fit"),
        pytest.param(
            "200 GB",
            [
                "4 error: online has 200 GB and needs at least 240 GB: "
                "(100 M \xd7 1 kB + 10 M \xd7 2 kB) \xd7 2 copies"
            ],
            id="each of them fits alone",
        ),
    ],
)
def test_the_tables_of_a_store_share_its_memory(
    memory: str, expected: list[str]
) -> None:
    assert told(TABLES % memory, store_memory) == expected
