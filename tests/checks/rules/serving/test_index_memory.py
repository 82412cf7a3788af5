"""Indexes of vectors that do not fit."""

import pytest

from designkit.checks.rules.serving.index_memory import index_memory
from designkit.quantities.alike import bytes_like
from tests.computed import estimated, figure
from tests.rule_examples import told

VECTORS = "items: 10 M, dimensions: 128"


def design(stated: str, more: str = "") -> str:
    return f"components:\n  ann: {{kind: ann-index, {stated}}}\n{more}"


def told_of(stated: str, more: str = "") -> list[str]:
    return told(design(stated, more), index_memory)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            f"{VECTORS}, links: 32, memory: 8 GB",
            "2 error: ann has 8 GB and needs at least 8.05 GB: 10 M \xd7 (4 B \xd7 128 + "
            "4 B \xd7 32 \xd7 (2 + 1 / ln 32))",
            id="a graph",
        ),
        pytest.param(
            "items: 10 M, dimensions: 128, code-size: 16 B, lists: 4096, memory: 200 MB",
            "2 error: ann has 200 MB and needs at least 242 MB: 10 M \xd7 (16 B + 8 B) + "
            "4096 \xd7 128 \xd7 4 B",
            id="codes, and the centres of their lists",
        ),
        pytest.param(
            "items: 10 M, code-size: 16 B, lists: 4096, memory: 200 MB",
            "2 error: ann has 200 MB and needs at least 240 MB: 10 M \xd7 (16 B + 8 B)",
            id="codes alone",
        ),
        pytest.param(
            f"{VECTORS}, technology: Faiss HNSW, memory: 5 GB",
            "2 error: ann has 5 GB and needs at least 5.12 GB: 10 M \xd7 4 B \xd7 128",
            id="a graph whose links are not stated",
        ),
        pytest.param(
            "items: 10 M..20 M, dimensions: 128..256, links: 32..48, memory: 1..8 GB",
            "2 error: ann has 1..8 GB and needs at least 8.05 GB: 10 M..20 M \xd7 (4 B \xd7 "
            "128..256 + 4 B \xd7 32..48 \xd7 (2 + 1 / ln 32..48))",
            id="at best",
        ),
    ],
)
def test_too_little_memory_is_found(stated: str, expected: str) -> None:
    assert told_of(stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(f"{VECTORS}, links: 32, memory: 8.05 GB", id="just enough"),
        pytest.param(f"{VECTORS}, memory: 5.12 GB", id="just the vectors"),
        pytest.param(f"{VECTORS}, links: 32, memory: 4..9 GB", id="enough at best"),
        pytest.param(
            f"{VECTORS}, technology: IVF-PQ, memory: 1 GB", id="of unknown codes"
        ),
        pytest.param(f"{VECTORS}, links: 1, memory: 1 GB", id="no graph at all"),
        pytest.param(f"{VECTORS}, links: 32", id="no memory stated"),
        pytest.param("items: 10 M, memory: 1 GB", id="no size of a vector"),
        pytest.param("dimensions: 128, links: 32, memory: 1 GB", id="no vectors"),
        pytest.param("items: 1e300, dimensions: 1e300, memory: 1 GB", id="absurd"),
    ],
)
def test_enough_or_unknown_is_no_fault(stated: str) -> None:
    assert told_of(stated) == []


CATALOGUE = "workload: {items: 10 M}\n"


def test_a_single_index_holds_the_catalogue() -> None:
    assert told_of("dimensions: 128, memory: 5 GB", CATALOGUE) == [
        "2 error: ann has 5 GB and needs at least 5.12 GB: 10 M \xd7 4 B \xd7 128"
    ]


def test_which_of_several_holds_it_is_not_known() -> None:
    users = f"  users: {{kind: ann-index}}\n{CATALOGUE}"

    assert told_of("dimensions: 128, memory: 5 GB", users) == []


@pytest.mark.parametrize(
    "stated",
    [f"{VECTORS}, links: 32", f"{VECTORS}, code-size: 16 B, lists: 4096"],
)
def test_the_estimate_says_the_same(stated: str) -> None:
    text = design(f"{stated}, memory: 1 MB")
    memory = figure(estimated(text), "index.ann.memory")

    (message,) = told(text, index_memory)
    needed = bytes_like(memory.value, "1 MB")
    assert f"needs at least {needed}: {memory.working}" in message
