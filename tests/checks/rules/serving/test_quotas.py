"""Quotas of those who share a part: enough for each, and none that starves others."""

import pytest

from designkit.checks.rules.serving.caller_over_quota import caller_over_quota
from designkit.checks.rules.serving.noisy_neighbour import noisy_neighbour
from designkit.quantities.writing import TIMES
from tests.rule_examples import told

STORE = """\
workload: {{peak-factor: 3}}
components:
  ranking: {{kind: service, owner: {ours}}}
  ads: {{kind: service, owner: {theirs}}}
  features: {{kind: online-store, {limit}}}
flows:
  lookups:
    - features -> ranking: {{carries: feature-values{ranking}}}
    - features -> ads: {{carries: feature-values{ads}}}
"""


def design(
    ranking: str = "",
    ads: str = "",
    limit: str = "max-reads: 10 k/s",
    ours: str = "a",
    theirs: str = "b",
) -> str:
    flows = (f", {it}" if it else "" for it in (ranking, ads))
    first, second = flows
    return STORE.format(
        ranking=first, ads=second, limit=limit, ours=ours, theirs=theirs
    )


def test_a_quota_below_the_peak_is_found() -> None:
    text = design("rate: 1 k/s, quota: 2.9 k/s", "rate: 1 k/s, quota: 3 k/s")

    assert told(text, caller_over_quota) == [
        f"8 error: ranking asks features 3,000/s at peak, 1 k/s {TIMES} 3, and its "
        "quota is 2.9 k/s"
    ]


def test_rates_of_less_than_one_a_second_are_shown() -> None:
    text = design("rate: 5/min, quota: 6/min", "rate: 1 k/s, quota: 3 k/s")

    assert told(text, caller_over_quota) == [
        f"8 error: ranking asks features 0.25/s at peak, 5/min {TIMES} 3, and its "
        "quota is 6/min"
    ]


REQUESTS = """\
workload: {{requests-per-day: {requests}, peak-factor: 3}}
components:
  app: {{kind: client}}
  web: {{kind: client}}
  rank: {{kind: service}}
  score: {{kind: model-server}}
  features: {{kind: online-store}}
flows:
  calls:
    - app -> rank: {{carries: request{app}}}
    - rank -> score: {{carries: request{rank}}}
    {more}
  lookups:
    - features -> rank: {{carries: feature-values{features}}}
"""


def by_requests(
    app: str = "",
    rank: str = "",
    features: str = "",
    requests: str = "86.4 M",
    more: str = "",
) -> str:
    stated = (f", {it}" if it else "" for it in (app, rank, features))
    first, second, third = stated
    return REQUESTS.format(
        app=first, rank=second, features=third, requests=requests, more=more
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            by_requests(rank="quota: 2 k/s"),
            "11 error: rank asks score 3,000/s at peak, with requests at 3,000/s, and "
            "its quota is 2 k/s",
            id="what passes all of them on",
        ),
        pytest.param(
            by_requests(rank="quota: 2 k/s, calls-per-request: 0.8"),
            "11 error: rank asks score 2,400/s at peak, with requests at 3,000/s and "
            "0.8 calls in each, and its quota is 2 k/s",
            id="what passes some of them on",
        ),
        pytest.param(
            by_requests(features="quota: 5 k/s, calls-per-request: 2, keys: 10"),
            "14 error: rank asks features 6,000/s at peak, with requests at 3,000/s and "
            "2 calls in each, and its quota is 5 k/s",
            id="what reads for each",
        ),
        pytest.param(
            by_requests(
                rank="quota: 2 k/s", requests="{value: 86.4 M, assumed: a guess}"
            ),
            "11 warning: rank asks score 3,000/s at peak, with requests at 3,000/s, and "
            "its quota is 2 k/s; 86.4 M is assumed",
            id="by a guess",
        ),
    ],
)  # fmt: skip
def test_a_quota_is_held_against_the_requests(text: str, expected: str) -> None:
    assert told(text, caller_over_quota) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(by_requests(rank="quota: 3 k/s"), id="enough"),
        pytest.param(
            by_requests(rank="quota: 2 k/s", requests="40 M..86.4 M"), id="perhaps"
        ),
        pytest.param(by_requests(app="quota: 10/min"), id="each client has its own"),
        pytest.param(
            by_requests(rank="quota: 2 k/s", more="- web -> score: request"),
            id="others ask something else",
        ),
        pytest.param(
            by_requests(rank="quota: 2 k/s, rate: 500/s"), id="its own rate is stated"
        ),
        pytest.param(
            by_requests(rank="quota: 2 k/s, calls-per-request: 0.1"), id="some"
        ),
    ],
)
def test_a_quota_that_requests_may_keep_passes(text: str) -> None:
    assert told(text, caller_over_quota) == []


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param("quota: 1/s", id="nobody says what it asks"),
        pytest.param("rate: 1 k/s..2 k/s, quota: 3 k/s", id="enough at best"),
        pytest.param("rate: 1 k/s", id="no quota"),
    ],
)
def test_a_quota_that_may_be_enough_passes(stated: str) -> None:
    assert told(design(stated), caller_over_quota) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            design("rate: 1 k/s, quota: 4 k/s", "rate: 1 k/s, quota: 8 k/s"),
            "9 warning: ads may ask features 8,000/s while ranking asks 3,000/s at "
            "peak, and the max-reads of "
            "features is 10 k/s",
            id="what one may take, others need",
        ),
        pytest.param(
            design("quota: 40 k/s", "quota: 1 k/s"),
            "8 warning: ranking may ask features 40,000/s, and the max-reads of "
            "features is 10 k/s",
            id="a quota that stops nobody",
        ),
        pytest.param(
            design("quota: 40/s, keys: 500", "quota: 1 k/s"),
            "8 warning: ranking may ask features 20,000/s, and the max-reads of "
            "features is 10 k/s",
            id="many keys in a call",
        ),
        pytest.param(
            design("quota: 30/min", "quota: 1/min", limit="max-reads: 10/min"),
            "8 warning: ranking may ask features 0.5/s, and the max-reads of features "
            "is 10/min",
            id="less than one a second",
        ),
        pytest.param(
            design("quota: 4 k/s"),
            "9 info: ads may ask features without end, and ranking may not",
            id="one without",
        ),
        pytest.param(
            design(),
            "5 info: ranking and ads, of a and b, share the max-reads of features, and "
            "no quota says how much of it each may take",
            id="nobody with one",
        ),
    ],
)  # fmt: skip
def test_a_caller_that_can_starve_others_is_found(text: str, expected: str) -> None:
    assert told(text, noisy_neighbour) == [expected]


def test_who_has_no_quota_is_not_said_to_have_one() -> None:
    text = design("", "rate: 1 k/s, quota: 3 k/s", limit="max-reads: 1 k/s")

    assert told(text, noisy_neighbour) == [
        "8 info: ranking may ask features without end, and ads may not",
        "9 warning: ads may ask features 3,000/s, and the max-reads of features is "
        "1 k/s",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            design("rate: 1 k/s, quota: 6 k/s", "rate: 1 k/s, quota: 6 k/s"),
            id="more than the limit together, and nobody starves",
        ),
        pytest.param(
            design("quota: 5 k/s", "quota: 5 k/s"), id="no more than there is"
        ),
        pytest.param(design(theirs="a"), id="one team"),
        pytest.param(design(limit="ttl: 1 d"), id="no limit is stated"),
        pytest.param(
            design("quota: 4 k/s", "quota: 40 k/s", limit="ttl: 1 d"), id="no limit"
        ),
    ],
)
def test_callers_that_leave_each_other_enough_pass(text: str) -> None:
    assert told(text, noisy_neighbour) == []


DOOR = """\
components:
  ranking: {kind: client}
  ads: {kind: client}
  door: {kind: gateway%s}
flows:
  calls:
    - ranking -> door: {carries: request, quota: 1 k/s}
    - ads -> door: request
"""


def test_a_limit_for_each_caller_is_a_quota_for_the_rest() -> None:
    assert len(told(DOOR % "", noisy_neighbour)) == 1
    assert told(DOOR % ", rate-limit: 10/s", noisy_neighbour) == []


ONE_REQUEST = """\
components:
  app: {kind: client, owner: a}
  rank: {kind: model-server, owner: b}
  rules: {kind: business-rules, owner: c}
  features: {kind: online-store, max-reads: 10 k/s}
flows:
  calls: [app -> rank: request, rank -> rules: prediction]
  lookups: [features -> rank: feature-values, features -> rules: feature-values]
"""


def test_parts_of_one_request_do_not_starve_each_other() -> None:
    assert told(ONE_REQUEST, noisy_neighbour) == []


PLATFORM = """\
workload: {peak-factor: 3}
components:
  ranking: {kind: client}
  ads: {kind: client}
  door: {kind: gateway}
  score: {kind: model-server, replicas: 4, concurrency: 8, service-time: 4 ms}
flows:
  calls:
    - ranking -> door: {carries: request, rate: 1 k/s, quota: %s}
    - ads -> door: {carries: request, rate: 500/s, quota: 2 k/s}
    - door -> score: {carries: request%s}
"""


def test_a_quota_at_the_door_protects_what_is_behind_it() -> None:
    """By hand: 4 * 8 places / 4 ms are 8,000 a second."""
    (alone,) = told(PLATFORM % ("6.6 k/s", ""), noisy_neighbour)
    (twice,) = told(PLATFORM % ("4 k/s", ", calls-per-request: 2"), noisy_neighbour)

    assert alone == (
        "9 warning: ranking may ask door 6,600/s while ads asks 1,500/s at peak, and "
        f"4 {TIMES} 8 places of score do 8,000/s at 4 ms each"
    )
    assert twice.endswith("8,000/s at 4 ms each, and each asks 2 times")
    assert told(PLATFORM % ("6.5 k/s", ""), noisy_neighbour) == []
    assert told(PLATFORM % ("2 k/s", ", calls-per-request: 2"), noisy_neighbour) == []


BACKFILL = """\
components:
  app: {kind: client}
  refill: {kind: job, stage: serving}
  score: {kind: model-server}
flows:
  calls:
    - app -> score: request
    - refill -> score: {carries: request, quota: 10/s}
"""


def test_a_quota_for_what_nobody_waits_for_asks_for_no_other() -> None:
    assert told(BACKFILL, noisy_neighbour) == []
