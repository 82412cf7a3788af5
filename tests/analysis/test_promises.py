import pytest

from designkit.analysis.promises import (
    Promise,
    promise_of_feature,
    promises_about,
    strictest_about,
)
from designkit.model.design import Design
from designkit.source.loader import load_text


@pytest.fixture(scope="module")
def design() -> Design:
    text = """\
designkit: 1
name: Example
system: generic
objectives: {freshness: {table: 2 h, spend: 1 d, visits: 5 min}}
components: {table: {kind: offline-store}}
features:
  spend: {freshness: 6 h}
  visits: {entity: user}
  age: {entity: user}
"""
    loaded = load_text(text, "example.yaml").design
    assert loaded is not None
    return loaded


@pytest.mark.parametrize(
    ("id", "limit"), [("spend", "6 h"), ("visits", "5 min"), ("age", None)]
)
def test_what_a_feature_says_of_itself_goes_first(
    design: Design, id: str, limit: str | None
) -> None:
    promise = promise_of_feature(design, id)

    assert (promise and str(promise.limit)) == limit


def test_of_several_promises_the_shortest_counts(design: Design) -> None:
    found = promises_about(design, {"table", "visits", "lake"})

    assert [(it.name, it.path) for it in found] == [
        ("table", ("objectives", "freshness", "table")),
        ("visits", ("objectives", "freshness", "visits")),
    ]
    assert strictest_about(design, {"table", "visits", "lake"}) == found[1]
    assert strictest_about(design, {"lake"}) is None
    assert isinstance(found[0], Promise)
