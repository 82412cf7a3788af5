"""The ways of data: what is behind a component and ahead of it, near or far."""

from dataclasses import replace

import pytest

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import VECTORS, Lineage, Trail
from designkit.source.loader import load_text

TEXT = """\
designkit: 1
name: Lineage
system: generic
components:
  app: {kind: client}
  log: {kind: event-log}
  lake: {kind: lake}
  vectors: {kind: embedding-job}
  history: {kind: offline-store}
  load: {kind: materializer}
  store: {kind: online-store}
  rank: {kind: model-server}
  fetch: {kind: candidate-generator}
flows:
  streams:
    - app -> log -> lake: event
  batches:
    - lake -> vectors: raw-table
    - vectors -> history -> load: embedding
    - load -> store: feature-values
  lookups:
    - store -> rank: feature-values
  calls:
    - rank -> fetch: embedding
"""
EVERYTHING = Trail()
ROWS = Trail(("event", "raw-table"))


@pytest.fixture(scope="module")
def lineage() -> Lineage:
    design = load_text(TEXT, "design.yaml").design
    assert design is not None
    return Facts(design).lineage


def test_what_is_followed_passes_what_only_carries_it(lineage: Lineage) -> None:
    assert lineage.behind(["rank"], VECTORS) == {"store", "load", "history", "vectors"}
    assert lineage.ahead(["vectors"], VECTORS) == {"history", "load", "store", "rank"}


def test_it_ends_where_something_new_is_made_of_it(lineage: Lineage) -> None:
    assert lineage.behind(["fetch"], VECTORS) == {"rank"}
    assert "fetch" not in lineage.ahead(["vectors"], VECTORS)


def test_it_moves_only_as_data_that_can_carry_it(lineage: Lineage) -> None:
    assert lineage.behind(["vectors"], ROWS) == {"lake", "log", "app"}
    assert lineage.ahead(["app"], ROWS) == {"log", "lake", "vectors"}
    assert lineage.ahead(["app"], EVERYTHING) >= {"store", "fetch"}


def test_a_flow_brings_what_its_source_was_given(lineage: Lineage) -> None:
    brought = {
        f.ends: lineage.brought_by(f, VECTORS) for f in lineage.graph.design.flows
    }

    assert brought["rank", "fetch"] == {"rank"}
    assert brought["load", "store"] == {"load", "history", "vectors"}


def test_what_a_flow_brings_begins_where_it_is_made_or_enters(lineage: Lineage) -> None:
    begun = {f.ends: lineage.origins(f, VECTORS) for f in lineage.graph.design.flows}
    rows = {f.ends: lineage.origins(f, ROWS) for f in lineage.graph.design.flows}

    assert begun["store", "rank"] == {"vectors"}
    assert begun["rank", "fetch"] == {"rank"}
    assert rows["lake", "vectors"] == {"app"}


def test_of_several_the_first_gives_it_and_what_is_closed_does_not(
    lineage: Lineage,
) -> None:
    assert lineage.givers(["log", "app"], ROWS, ["vectors"]) == {
        "lake": "log",
        "log": "app",
    }


def test_a_flow_that_says_nothing_counts_where_it_may() -> None:
    design = load_text(TEXT.replace("lake: event", "lake"), "design.yaml").design
    assert design is not None
    untyped = Facts(design).lineage

    assert untyped.behind(["vectors"], ROWS) == {"lake"}
    assert untyped.behind(["vectors"], replace(ROWS, unsaid=True)) == {
        "lake",
        "log",
        "app",
    }
