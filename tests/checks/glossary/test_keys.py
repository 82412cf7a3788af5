"""Keys are found by their names and by the way to them, with an example in place."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.explanation import explanations
from designkit.checks.glossary.finding import explain_word
from designkit.checks.glossary.keys import find_keys
from designkit.errors import NotFoundError


def told(word: str) -> str:
    return explain_word(word, explanations(), "text", cells=80, bold=False)


def places(word: str) -> list[str]:
    return [dict(term.facts)["In"] for term in find_keys(word)]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("workload", ["the top"]),
        ("objectives.latency", ["objectives"]),
        ("experiment.split", ["experiment"]),
        ("models.*.heads", ["models.*"]),
        ("models.ranker.heads", ["models.*"]),
        ("models.heads", ["models.*"]),
        ("models.ranker.heads.click.label", ["models.*.heads.*"]),
        ("problem.label.delay.p95", ["problem.label.delay"]),
        ("flows.timeout", ["flows.*.*.*"]),
        ("timeout", ["components.*", "flows.*.*.*"]),
        ("online-store.ttl", ["components.*"]),
        ("components.profiles.working-day", ["components.*"]),
        ("cache.working-day", []),
        ("models.ranker", []),
        ("models.ranker.wings", []),
        ("", []),
        (".", []),
    ],
)
def test_a_key_is_found_by_its_name_or_the_way_to_it(word: str, found: list[str]):
    assert places(word) == found


@pytest.mark.parametrize(
    "word", ["workload.funnel", "carries", "in", "kind", "tables", "ladder", "sources"]
)
def test_a_key_is_told_with_an_example_in_its_place(word: str):
    texts = {
        "workload.funnel": snapshot("""\
funnel
key

Items left after each step, in order.

In: workload
Holds: keys

    workload:
      funnel: {retrieved: 500, scored: 100, shown: 20}

Page: docs/keys.md#workload\
"""),
        "carries": snapshot("""\
carries
key

The data type that flows; of a call, the one of its answer may follow.

In: flows.*.*.*
Holds: one of `designkit list data-types`, or one of your own

    flows:
      calls:
        - gateway -> model-server: {carries: request / prediction}

Page: docs/keys.md#flows\
"""),
        "in": snapshot("""\
in
key

The component in whose process it runs, by id: a library, or a model that its
host runs itself. It has the replicas of its host, and no hop.

In: components.*
Holds: a text

    components:
      business-rules: {kind: business-rules, in: decision-engine}

Page: docs/keys.md#components\
"""),
        "kind": snapshot("""\
kind
key

Where its members run (region, cluster), whose they are (team), or who may reach
them (trust-zone).

In: groups.*
Holds: region or cluster or team or trust-zone
Stated: always

    groups:
      eu:
        kind: region

Page: docs/keys.md#groups

kind
key

What sort of component it is.

In: components.*
Holds: one of `designkit list kinds`, or one of your own
Stated: always

    components:
      gateway: {kind: gateway}

Page: docs/keys.md#components\
"""),
        "tables": snapshot("""\
tables
key

Its tables by id, where it has several.

In: components.*
Of kind: store, online-store, prediction-store
Holds: tables

    components:
      store:
        kind: store
        tables:
          users:
            entities: 40 M
            entity-size: 600 B

Page: docs/kinds/store.md\
"""),
        "ladder": snapshot("""\
ladder
key

From the baseline up.

In: models.*
Holds: a list
Its keys: model, why

    models:
      ranker:
        ladder:
          - model: most read of the day
            why: needs no learning
          - model: logistic regression
            why: knows the reader

Page: docs/keys.md#models\
"""),
        "sources": snapshot("""\
sources
key

Where facts come from, by id.

In: the top
Holds: keys
Its keys: title, by, year, url, note

    sources:
      covington-2016:
        title: Deep Neural Networks for YouTube Recommendations
        by: "Covington, Adams, Sargin"
        year: 2016

Page: docs/keys.md#the-top

sources
key

Where candidates come from.

In: components.*
Of kind: candidate-generator
Holds: texts

    components:
      candidate-generator:
        kind: candidate-generator
        sources: [similar items, popular items]

Page: docs/kinds/candidate-generator.md\
"""),
    }

    assert told(word) == texts[word]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("objectves.latency", "objectives.latency"),
        ("workload.request-per-day", "workload.requests-per-day"),
        ("trafic.peak-qps", "traffic.peak-qps"),
        ("working-days", "working-day"),
        ("gatway", "gateway"),
    ],
)
def test_the_nearest_word_is_offered(word: str, near: str):
    with pytest.raises(NotFoundError, match=f"did you mean {near}\\?"):
        told(word)
