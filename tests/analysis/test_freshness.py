from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.analysis.freshness import Age, FreshnessStep, Ways, age_of
from designkit.catalog.role import Role
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.quantities.quantity import Dimension, Quantity, parse_quantity
from designkit.source.loader import load_file, load_text

DESIGNS = Path(__file__).parents[2] / "designs"


def seconds(*values: float) -> tuple[Quantity, ...]:
    return tuple(parse_quantity(f"{value} s", Dimension.DURATION) for value in values)


def design_of(text: str) -> Design:
    head = "designkit: 1\nname: Example\nsystem: generic\n"
    design = load_text(head + text, "example.yaml").design
    assert design is not None
    return design


@pytest.mark.parametrize(
    ("steps", "worst", "mean"),
    [
        pytest.param(
            (
                FreshnessStep("batch", seconds(3600), seconds(900)),
                FreshnessStep("push", (), seconds(300)),
                FreshnessStep("cache", seconds(60)),
            ),
            4860,
            3030,
            id="an hourly batch, a push and a cache",
        ),
        pytest.param(
            (FreshnessStep("stream", seconds(30), seconds(15, 10)),),
            55,
            40,
            id="a stream",
        ),
        pytest.param((), 0, 0, id="nothing on the way"),
    ],
)
def test_ages_add_up(steps: tuple[FreshnessStep, ...], worst: float, mean: float):
    age = Age(steps)

    assert (age.worst, age.mean) == (worst, mean)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)), max_size=6))
def test_a_value_is_never_older_on_average_than_at_worst(
    terms: list[tuple[float, float]],
):
    steps = [
        FreshnessStep("step", seconds(wait), seconds(work)) for wait, work in terms
    ]

    assert Age(tuple(steps)).mean <= Age(tuple(steps)).worst


BATCH = """\
components:
  app: {kind: client}
  collect: {kind: event-collector, lag: 2 s}
  log: {kind: event-log}
  privacy: {kind: privacy-service}
  profile: {kind: batch-transform, interval: 1 d, runtime: 2 h}
  history: {kind: offline-store}
  load: {kind: materializer, interval: 6 h, runtime: 20 min}
  live: {kind: stream-transform, slide: 10 s, watermark: 5 s, lag: 5 s}
  online: {kind: online-store, ttl: 3 d}
  near: {kind: cache, ttl: 1 min}
  ask: {kind: on-demand-transform}
  score: {kind: model-server}
flows:
  calls:
    - app -> ask: request
    - ask -> score: feature-values
  lookups:
    - online -> near -> score: feature-values
    - online -> ask: feature-values
  streams:
    - app -> collect -> log -> live: event
    - app -> privacy -> log: event
    - live -> online: feature-values
    - live -> history: feature-table
  batches:
    - log -> profile: event
    - profile -> history -> load: feature-table
    - load -> online: feature-values
"""


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        pytest.param(
            "{offline-by: profile, online-by: load}",
            snapshot(
                "app collect 2 s log profile 1 d + 2 h history load 6 h + 20 min "
                "online ask = 116402 s"
            ),
            id="the copy of a batch waits for both jobs, not for orders to delete",
        ),
        pytest.param(
            "{offline-by: live, online-by: live}",
            snapshot("app collect 2 s log live 10 s + 5 s + 5 s online ask = 22 s"),
            id="a stream takes the short way to the store, not over its history",
        ),
        pytest.param(
            "{offline-by: ask, online-by: ask}",
            snapshot("ask = 0 s"),
            id="what is worked out from the request is fresh",
        ),
        pytest.param(
            "{online-by: near}",
            snapshot(
                "app collect 2 s log live 10 s + 5 s + 5 s online near 1 min = 82 s"
            ),
            id="a cache adds its ttl, a store none",
        ),
        pytest.param("{offline-by: profile}", None, id="nobody serves it"),
        pytest.param(
            "{online-by: app}",
            snapshot("app collect 2 s log live 10 s + 5 s + 5 s online ask = 22 s"),
            id="a source may be the maker",
        ),
    ],
)
def test_a_feature_takes_the_fastest_way_there_is(feature: str, expected: str | None):
    design = design_of(f"{BATCH}features:\n  it: {feature}\n")

    age = age_of(design.features["it"], Graph(design))

    assert (age and written(age)) == expected


def written(age: Age) -> str:
    return f"{' '.join(str(step).strip() for step in age.steps)} = {age.worst:.0f} s"


def test_without_a_way_to_a_model_there_is_no_age():
    design = design_of("""\
components:
  profile: {kind: batch-transform, interval: 1 d}
  history: {kind: offline-store}
  score: {kind: model-server}
flows:
  batches: [profile -> history: feature-table]
  control: [history -> score]
features:
  it: {online-by: profile}
""")

    assert Ways(Graph(design)).way(design.features["it"]) == ()


def test_an_index_that_is_asked_is_as_old_as_what_it_was_built_of():
    design = design_of("""\
components:
  app: {kind: client}
  items: {kind: source-db}
  build: {kind: index-builder, interval: 1 h, runtime: 5 min}
  text: {kind: inverted-index}
  score: {kind: model-server}
flows:
  calls:
    - app -> text: request
    - text -> score: feature-values
  batches:
    - items -> build: raw-table
    - build -> text: index
features:
  match: {online-by: text}
""")

    age = age_of(design.features["match"], Graph(design))

    assert age
    assert written(age) == snapshot("items build 1 h + 5 min text = 3900 s")


def test_a_value_is_as_old_as_when_a_model_begins_to_read_it():
    design = design_of("""\
components:
  items: {kind: source-db}
  counts: {kind: batch-transform, interval: 1 h}
  nightly: {kind: batch-scorer, interval: 1 d, runtime: 4 h}
flows:
  batches:
    - items -> counts: raw-table
    - counts -> nightly: feature-table
features:
  visits: {online-by: counts}
""")

    ways, feature = Ways(Graph(design)), design.features["visits"]
    assert ways.way(feature) == ("items", "counts")
    assert Ways(Graph(design), Role.READS_LIVE).way(feature) == ()


def test_every_live_feature_of_a_shipped_design_has_an_age():
    for path in DESIGNS.glob("*.yaml"):
        design = load_file(path).design
        assert design is not None
        ways = Ways(Graph(design))
        ageless = [id for id, f in design.features.items() if not ways.age(f)]
        assert ageless == []
