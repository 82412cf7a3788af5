"""The critical path against the promise."""

import pytest

from designkit.checks.checker import check
from designkit.checks.rules.serving.over_budget import over_budget
from tests.rule_examples import load_example, told

DESIGN = """\
objectives: {{latency: {{p99: {promise}}}}}
components:
  app: {{kind: client}}
  gateway: {{kind: gateway, latency: {{p99: 12 ms}}}}
  rank:
    kind: model-server
    latency: {{p99: {rank}}}
  store: {{kind: online-store, latency: {{p99: 30 ms}}}}
flows:
  calls: [app -> gateway -> rank: request]
  lookups: [store -> rank: feature-values]
"""


def test_the_message_shows_the_working() -> None:
    text = DESIGN.format(promise="100 ms", rank="60 ms")

    assert told(text, over_budget) == [
        "1 error: the critical path takes 102 ms at p99, 2 ms more than the promised "
        "100 ms: gateway 12 ms → store 30 ms → rank 60 ms; rank is the largest step"
    ]


def test_the_largest_step_is_pointed_at() -> None:
    loaded = load_example(DESIGN.format(promise="100 ms", rank="60 ms"), over_budget)
    found = check(loaded, (over_budget,)).diagnostics
    related = [r for d in found if d.code == over_budget.code for r in d.related]

    assert [(r.span.line, r.message) for r in related] == [(7, "the largest step")]


@pytest.mark.parametrize(
    ("promise", "rank"),
    [
        pytest.param("102 ms", "60 ms", id="just enough"),
        pytest.param("0.102 s", "60 ms", id="just enough in seconds"),
        pytest.param("50 ms..200 ms", "60 ms", id="enough at the far end"),
    ],
)
def test_a_path_as_long_as_the_promise_fits(promise: str, rank: str) -> None:
    assert told(DESIGN.format(promise=promise, rank=rank), over_budget) == []


def test_a_design_without_latencies_is_not_asked() -> None:
    text = "objectives: {latency: {p99: 1 ms}}\ncomponents: {app: {kind: client}}\n"

    assert told(text, over_budget) == []
