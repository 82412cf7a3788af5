"""Lookups in a loop over items."""

import pytest

from designkit.checks.rules.serving.n_plus_one_lookup import n_plus_one_lookup
from tests.rule_examples import told

DESIGN = """\
{head}
components:
  app: {{kind: client}}
  rank: {{kind: model-server{items}}}
  online: {{kind: online-store{latency}}}
flows:
  calls:
    - {call}
  lookups:
    - online -> rank: {{carries: feature-values{stated}}}
"""
PROMISE = "objectives: {latency: {p99: 250 ms}}"
CANDIDATES = "workload: {candidates: 100}"
TIMES = ", latency: {p50: 2 ms, p99: 8 ms}"
EACH = "once or more for each of 300 items"


def told_of(
    stated: str = ", calls-per-request: 301",
    head: str = PROMISE,
    items: str = ", items-in: 300",
    latency: str = TIMES,
    call: str = "app -> rank: request",
) -> list[str]:
    text = DESIGN.format(
        stated=stated, head=head, items=items, latency=latency, call=call
    )
    return told(text, n_plus_one_lookup)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            f"10 error: rank reads online 301 times in a request, {EACH}: 301 \xd7 2 ms "
            "(p50) = 602 ms one after the other, and 250 ms are promised for the whole "
            "request; one call with `keys: 301` would do",
            id="too late by far",
        ),
        pytest.param(
            {"latency": ", latency: {p50: 0.5 ms..1 ms}"},
            f"10 warning: rank reads online 301 times in a request, {EACH}: 301 \xd7 "
            "0.5 ms..1 ms (p50) = 150 ms one after the other; one call with `keys: 301` "
            "would do",
            id="in time, at best",
        ),
        pytest.param(
            {"latency": ", latency: {p99: 1 ms}"},
            f"10 error: rank reads online 301 times in a request, {EACH}: 301 \xd7 1 ms "
            "(p99) = 301 ms one after the other, and 250 ms are promised for the whole "
            "request; one call with `keys: 301` would do",
            id="as planned",
        ),
        pytest.param(
            {"latency": ""},
            f"10 warning: rank reads online 301 times in a request, {EACH}; one call "
            "with `keys: 301` would do",
            id="of unknown time",
        ),
        pytest.param(
            {
                "head": CANDIDATES,
                "items": "",
                "stated": ", calls-per-request: 100..900",
            },
            "10 warning: rank reads online 100..900 times in a request, once or more for "
            "each of 100 items: 100 \xd7 2 ms (p50) = 200 ms one after the other; one "
            "call with `keys: 100` would do",
            id="candidates of the workload, and no promise",
        ),
    ],
)
def test_a_lookup_for_each_item_is_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"stated": ", keys: 301"}, id="one call"),
        pytest.param({"stated": ", calls-per-request: 299"}, id="not for each"),
        pytest.param({"stated": ", calls-per-request: 30..301"}, id="perhaps not"),
        pytest.param({"items": ", items-in: 30..302"}, id="perhaps more items"),
        pytest.param({"items": ""}, id="unknown items"),
        pytest.param(
            {"items": ", items-in: 4", "stated": ", calls-per-request: 5"}, id="few"
        ),
        pytest.param({"call": "rank -> app: response"}, id="nobody waits"),
    ],
)
def test_other_lookups_are_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
