"""Servers that do not survive the loss of a zone."""

import pytest

from designkit.checks.rules.serving.no_spare import no_spare
from designkit.checks.rules.serving.under_provisioned import under_provisioned
from tests.rule_examples import told

DESIGN = """\
tier: {tier}
workload: {{requests-per-day: 86.4 M, peak-factor: 2}}
components:
  app: {{kind: client}}
  rank: {{kind: model-server, {stated}}}
flows:
  calls:
    - app -> rank: {{carries: request{calls}}}
"""

SMALL = "service-time: 5 ms, concurrency: 2, replicas: 6"


def told_of(stated: str, calls: str = "", tier: int = 1) -> list[str]:
    return told(DESIGN.format(stated=stated, calls=calls, tier=tier), no_spare)


@pytest.mark.parametrize(
    ("stated", "calls", "expected"),
    [
        pytest.param(
            f"{SMALL}, zones: 3",
            "",
            "5 warning: rank has 6 replicas in 3 zones; without one of them 4 \xd7 2 = 8 "
            "places are left for 2,000/s \xd7 5 ms = 10 calls at once; 12 replicas would "
            "be at most 70% busy then",
            id="three zones",
        ),
        pytest.param(
            f"{SMALL}, region: [eu, us]",
            "",
            "5 warning: rank has 6 replicas in 2 zones; without one of them 3 \xd7 2 = 6 "
            "places are left for 2,000/s \xd7 5 ms = 10 calls at once; 16 replicas would "
            "be at most 70% busy then",
            id="two regions",
        ),
        pytest.param(
            "service-time: 5 ms, concurrency: 2, replicas: 7, zones: 3",
            "",
            "5 warning: rank has 7 replicas in 3 zones; without one of them 4 \xd7 2 = 8 "
            "places are left for 2,000/s \xd7 5 ms = 10 calls at once; 12 replicas would "
            "be at most 70% busy then",
            id="the fullest of three zones",
        ),
        pytest.param(
            f"{SMALL}, zones: 1",
            "",
            "5 warning: rank runs in one zone: nothing is left without it",
            id="one zone",
        ),
        pytest.param(
            "service-time: 5 ms..9 ms, concurrency: 1..2, replicas: 5..6, zones: 2..3",
            ", calls-per-request: 1..4",
            "5 warning: rank has 5..6 replicas in 3 zones; without one of them "
            "4 \xd7 1..2 = 8 places are left for 2,000/s \xd7 5 ms..9 ms = 10 calls at once; "
            "12 replicas would be at most 70% busy then",
            id="at best",
        ),
        pytest.param(
            f"{SMALL}, zones: 6",
            "",
            "5 warning: rank has 6 replicas in 6 zones; without one of them 5 \xd7 2 = 10 "
            "places are left for 2,000/s \xd7 5 ms = 10 calls at once; 10 replicas would "
            "be at most 70% busy then",
            id="as many places as calls",
        ),
    ],
)
def test_a_zone_that_is_missed_is_found(stated: str, calls: str, expected: str) -> None:
    assert told_of(stated, calls) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(
            "service-time: 5 ms, concurrency: 2, replicas: 9, zones: 3", id="enough"
        ),
        pytest.param(SMALL, id="no zones stated"),
        pytest.param(f"{SMALL}, region: eu", id="one region, whose zones are unstated"),
        pytest.param(f"{SMALL}, region: [eu, eu]", id="one region twice"),
        pytest.param(
            f"{SMALL.replace('6', '9')}, zones: 3, region: [eu, us]",
            id="zones before regions",
        ),
        pytest.param("service-time: 5 ms, concurrency: 2, zones: 2", id="no replicas"),
        pytest.param("replicas: 6, concurrency: 2, zones: 2", id="no service time"),
        pytest.param(
            f"{SMALL.replace('6', '1e300')}, zones: 3", id="a slip of the pen"
        ),
        pytest.param(f"{SMALL}, zones: 0", id="no zones at all"),
    ],
)
def test_enough_or_unknown_is_no_fault(stated: str) -> None:
    assert told_of(stated) == []


def test_a_design_of_a_lower_tier_is_not_asked() -> None:
    assert told_of(f"{SMALL}, zones: 3", tier=2) == []


def test_too_few_in_all_zones_is_another_rule() -> None:
    stated = "service-time: 5 ms, concurrency: 2, replicas: 5, zones: 3"
    text = DESIGN.format(stated=stated, calls="", tier=1)

    assert told(text, no_spare) == []
    assert [line[:7] for line in told(text, under_provisioned)] == ["5 error"]


def test_replicas_on_standby_work_when_a_zone_is_lost():
    stated = "service-time: 5 ms, concurrency: 2, replicas: 12, zones: 2, standby: 6"

    assert told_of(stated) == []
    assert told(DESIGN.format(stated=stated, calls="", tier=1), under_provisioned) == [
        "5 warning: rank is 83% busy at peak, 2,000/s \xd7 5 ms = 10 calls at once on "
        "(12 - 6) \xd7 2 = 12 places; 8 replicas would be at most 70% busy"
    ]
