import pytest
from inline_snapshot import snapshot

from designkit.documents.paper import Table
from designkit.documents.write_up.framing import problem, requirements
from designkit.model.design import Design
from designkit.source.loader import load_text
from tests.written import told


def design(text: str) -> Design:
    head = "designkit: 1\nname: X\nsystem: generic\ncomponents: {a: {kind: client}}\n"
    loaded = load_text(head + text).design
    assert loaded is not None
    return loaded


def costs_of(text: str) -> list[str]:
    found = told(problem(design(f"problem: {{costs: {text}}}")))
    return [line.partition(":** ")[2] for line in found.splitlines() if ":**" in line]


def test_the_threshold_follows_from_the_costs() -> None:
    assert costs_of("{false-positive: 5 USD, false-negative: 100 USD}")[-1] == snapshot(
        "5 / (5 + 100) = 4.8%: from this risk on, acting costs less than not acting"
    )


@pytest.mark.parametrize(
    "costs",
    [
        pytest.param("{false-positive: 5 USD}", id="one cost"),
        pytest.param("{false-positive: 5 USD, false-negative: 9 EUR}", id="currency"),
        pytest.param("{false-positive: 0 USD, false-negative: 0 USD}", id="nothing"),
    ],
)
def test_there_is_no_threshold_without_two_comparable_costs(costs: str) -> None:
    assert not any("risk" in text for text in costs_of(costs))


def test_every_figure_of_the_load_says_where_it_comes_from() -> None:
    found = requirements(
        design("""
workload:
  requests-per-day: {value: 30 M, assumed: a guess}
  peak-factor: 4
  events-per-day: {value: 60 M, derived: twice the requests}
  items: {value: 2 M, source: paper}
  funnel: {seen: 10 M}
sources: {other: {title: Other}, paper: {title: Paper}}
""")
    )

    (table,) = (block for block in found if isinstance(block, Table))
    assert [" | ".join(row) for row in table.rows] == snapshot(
        [
            "Requests per day | 30 M | assumed: a guess",
            "Peak factor | 4 | stated",
            "Items | 2 M | [source 2](#sources)",
            "Events per day | 60 M | derived: twice the requests",
            "Funnel: seen | 10 M | stated",
        ]
    )


def test_each_of_several_labels_is_told() -> None:
    stated = (
        "problem: {labels: {click: {method: natural}, buy: {name: Bought, weight: 3}}}"
    )

    assert told(problem(design(stated))) == snapshot("""\
## The label Click

- **Method:** natural

### The label Bought

- **Outcome:** Bought
- **Weight in the loss:** 3\
""")


def test_every_promise_is_told() -> None:
    found = requirements(
        design("""
objectives:
  latency: {p50: 30 ms, p99: 100 ms}
  first-token: {p50: 400 ms}
  freshness: {prices: 5 min}
  cost-per-1k: 2 USD
  cost-per-action: {value: 1.60 EUR, assumed: a letter}
  task-success: 90%
  recovery: 5 min
""")
    )

    (table,) = (block for block in found if isinstance(block, Table))
    assert [" | ".join(row) for row in table.rows] == snapshot(
        [
            "Latency p50 | 30 ms | stated",
            "Latency p99 | 100 ms | stated",
            "Time to the first token p50 | 400 ms | stated",
            "Freshness of prices | 5 min | stated",
            "Cost per 1,000 requests | 2 USD | stated",
            "Cost per action | 1.60 EUR | assumed: a letter",
            "Task success | 90% | stated",
            "Recovery | 5 min | stated",
        ]
    )
