"""Servers that are too few."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.serving.under_provisioned import under_provisioned
from tests.rule_examples import told

DESIGN = """\
workload: {{requests-per-day: 86.4 M, peak-factor: 2}}
components:
  app: {{kind: client}}
  rank: {{kind: model-server, {stated}}}
flows:
  calls:
    - app -> rank: {{carries: request{calls}}}
"""


def told_of(stated: str, calls: str = "") -> list[str]:
    return told(DESIGN.format(stated=stated, calls=calls), under_provisioned)


@pytest.mark.parametrize(
    ("stated", "calls", "expected"),
    [
        pytest.param(
            "service-time: 10 ms, concurrency: 4, replicas: 5",
            "",
            snapshot(
                [
                    "4 error: rank has 5 \xd7 4 = 20 places for 2,000/s \xd7 10 ms = 20 calls at once: the queue grows as long as the peak lasts; 8 replicas would be at most 70% busy"
                ]
            ),
            id="as many places as calls",
        ),
        pytest.param(
            "service-time: 10 ms, concurrency: 4, replicas: 7",
            "",
            snapshot(
                [
                    "4 warning: rank is 71% busy at peak, 2,000/s \xd7 10 ms = 20 calls at once on 7 \xd7 4 = 28 places; 8 replicas would be at most 70% busy"
                ]
            ),
            id="just above the target",
        ),
        pytest.param(
            "service-time: 10 ms..20 ms, concurrency: 4, replicas: 2..4",
            ", calls-per-request: 3",
            snapshot(
                [
                    "4 error: rank has 2..4 \xd7 4 = at most 16 places for 2,000/s \xd7 3 calls \xd7 10 ms..20 ms = at least 60 calls at once: the queue grows as long as the peak lasts; 22 replicas would be at most 70% busy"
                ]
            ),
            id="at best",
        ),
        pytest.param(
            "service-time: 10 ms, concurrency: 4, replicas: 0",
            "",
            snapshot(
                [
                    "4 error: rank has 0 \xd7 4 = 0 places for 2,000/s \xd7 10 ms = 20 calls at once: the queue grows as long as the peak lasts; 8 replicas would be at most 70% busy"
                ]
            ),
            id="none at all",
        ),
        pytest.param(
            "service-time: 1e300 s, concurrency: 4, replicas: 5",
            "",
            [
                "4 error: rank has 5 \xd7 4 = 20 places for 2,000/s \xd7 1e300 s = 2e+291 T calls at once: the queue grows as long as the peak lasts; no number of replicas would do"
            ],
            id="more than anybody has",
        ),
    ],
)
def test_too_few_are_found(stated: str, calls: str, expected: list[str]):
    assert told_of(stated, calls) == expected


@pytest.mark.parametrize(
    ("stated", "calls"),
    [
        pytest.param(
            "service-time: 7 ms, concurrency: 4, replicas: 5", "", id="at the target"
        ),
        pytest.param(
            "service-time: 10 ms, concurrency: 4, replicas: 1",
            ", calls-per-request: 0.1",
            id="for some requests",
        ),
        pytest.param("concurrency: 4, replicas: 1", "", id="no service time"),
        pytest.param("service-time: 9 s, replicas: 1", "", id="no concurrency"),
        pytest.param("service-time: 9 s, concurrency: 4", "", id="no replicas"),
        pytest.param(
            "service-time: 9 s, concurrency: 0, replicas: 0", "", id="no places"
        ),
    ],
)
def test_enough_or_unknown_is_no_fault(stated: str, calls: str):
    assert told_of(stated, calls) == []
