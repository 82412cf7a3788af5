"""Vector indexes: the memory of a graph, and of compressed codes."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told


def indexed(says: str, workload: str = "{}") -> str:
    return f"""
        workload: {workload}
        components: {{near: {{kind: ann-index, {says}}}}}
    """


def test_a_graph_holds_vectors_and_links() -> None:
    found = estimated(indexed("items: 10 M, dimensions: 128, links: 32"))

    assert figure(found, "index.near.memory").value == pytest.approx(8.0493299e9, 1e-8)
    assert told(found, "index.near.memory") == (
        "items * (4 B * dimensions + 4 B * links * (2 + 1 / ln links))",
        "10 M * (4 B * 128 + 4 B * 32 * (2 + 1 / ln 32))",
        "8.05 GB",
    )


def test_codes_take_a_thirtieth_of_it() -> None:
    found = estimated(indexed("items: 10 M, dimensions: 128, code-size: 16 B"))

    assert figure(found, "index.near.memory").value == 242_097_152
    assert told(found, "index.near.memory") == (
        "items * (code size + 8 B) + lists * dimensions * 4 B",
        "10 M * (16 B + 8 B) + 4,096 (assumed) * 128 * 4 B",
        "242 MB",
    )


def test_the_catalogue_does_for_an_index_that_states_no_items() -> None:
    found = estimated(indexed("dimensions: 128", "{items: 10 M}"))

    assert figure(found, "index.near.memory").value == pytest.approx(8.0493299e9, 1e-8)
    assert "32 (assumed)" in figure(found, "index.near.memory").working


def test_the_memory_that_is_there_is_set_beside_it() -> None:
    found = estimated(indexed("items: 10 M, dimensions: 128, memory: 16 GB"))

    assert told(found, "index.near.memory-share") == (
        "memory needed / memory",
        "8.05 GB / 16 GB",
        "50.3%",
    )


@pytest.mark.parametrize(
    ("says", "needs"),
    [
        (
            "links: 32",
            "needs components.near.items (vectors that it holds); "
            "needs components.near.dimensions (numbers in one vector)",
        ),
        (
            "items: 10 M, dimensions: 128, links: 1",
            "a graph needs two links or more of each vector "
            "(links 1, items 10 M, dimensions 128)",
        ),
    ],
)
def test_what_is_lacking_is_named(says: str, needs: str) -> None:
    assert lacking(estimated(indexed(says)), "index.near.memory") == needs


def test_each_index_has_a_memory_of_its_own() -> None:
    found = estimated("""
        workload: {items: 10 M}
        components:
          graph: {kind: ann-index, dimensions: 128}
          codes: {kind: ann-index, dimensions: 64, code-size: 8 B, memory: 1 GB}
    """)

    assert of_topic(found, "index") == [
        "index.graph.memory",
        "index.codes.memory",
        "index.codes.memory-share",
    ]
