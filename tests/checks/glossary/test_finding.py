"""Any word of a design is found, and told what sort of word it is."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.explanation import explanations
from designkit.checks.glossary.catalogue import catalogue_terms
from designkit.checks.glossary.finding import explain_word, find_terms
from designkit.errors import NotFoundError


def told(word: str, format: str = "text") -> str:
    return explain_word(word, explanations(), format, cells=80, bold=False)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("lake", [("lake", "kind")]),
        ("Feature store", [("feature-store", "stage")]),
        ("raw-table", [("raw-table", "data type")]),
        ("index", [("index", "data type")]),
        ("GB", [("GB", "unit")]),
        ("seconds", [("s", "unit")]),
        ("traffic.peak-qps", [("traffic.peak-qps", "figure")]),
        ("serving.my-scorer.replicas", [("serving.<component>.replicas", "figure")]),
        ("nothing", []),
        ("", []),
    ],
)
def test_a_word_is_of_one_sort_or_of_several(
    word: str, found: list[tuple[str, str]]
) -> None:
    assert [(term.name, term.sort) for term in find_terms(word)] == found


def test_no_word_of_the_catalogue_is_also_a_rule() -> None:
    rules = {item.name for item in explanations()}

    assert {term.name for term in catalogue_terms()} & rules == set()


def test_a_rule_comes_before_all_else() -> None:
    assert told("orphan").startswith("DK033 orphan\n")


@pytest.mark.parametrize("word", ["decision", "w", "latency.p50-budget"])
def test_a_term_is_told_with_its_facts(word: str) -> None:
    texts = {
        "decision": snapshot("""\
decision
data type

What the system does about a prediction: approve, decline, rank, bid, hide,
send.

On an arrow: decisions
From: fallback, hash-matcher, prediction-log, agent, guardrail, reranker,
  business-rules, decision-engine, review-queue, auction, optimizer,
  exploration-policy, appeal-process
To: client, source-db, event-log, lake, dead-letter-queue, feature-log,
  label-joiner, model-registry, deployer, gateway, cache, prediction-log, agent,
  guardrail, tool, review-queue, monitor, audit-log, appeal-process

    flows:
      calls:
        - decision-engine -> letters: decision

Page: docs/data-types/decision.md

decision
key

What is done with the output.

In: problem
Holds: a text

    problem:
      decision: The order of 20 articles

Page: docs/keys.md#problem\
"""),
        "w": snapshot("""\
w
unit

A unit of duration.

As duration: 604,800 s
Written like: 2 w

Page: docs/keys.md#quantities\
"""),
        "latency.p50-budget": snapshot("""\
latency.p50-budget
figure

Sum of the medians on the critical path.

Formula: gateway + consent + candidates + eligible + online + prerank +
  experiments + rank + explore + auction
In: s

Page: docs/figures.md\
"""),
    }
    assert told(word) == texts[word]


def test_a_term_in_markdown_is_a_page() -> None:
    assert told("kB", "markdown") == snapshot("""\
# kB

*unit*

A unit of size.

- As size: 1,000 B
- Written like: 2 kB\
""")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("onlin-store", "did you mean online-store? "),
        ("raw-tabel", "did you mean raw-table? "),
        ("traffic.peek-qps", "did you mean traffic.peak-qps? "),
        ("MiiB", "did you mean MiB? "),
        ("no-fallbak", "did you mean no-fallback? "),
        ("xylophone", ""),
    ],
)
def test_a_word_that_is_none_is_told_the_nearest_of_all(word: str, near: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        told(word)

    assert str(caught.value) == (
        f"nothing is called {word!r}; {near}`designkit list` shows rules, kinds and "
        "data types, `designkit estimate` figures"
    )
