"""Replicas that read prompts all the time."""

import pytest

from designkit.checks.rules.serving.prompts_take_all_time import prompts_take_all_time
from tests.rule_examples import told

DESIGN = """\
workload: {{requests-per-day: 240 k, peak-factor: 4}}
components:
  portal: {{kind: client}}
  ask: {{kind: agent{system}}}
  llm:
    {{kind: llm-server, replicas: {replicas}, parameters: 70.6 bn, layers: 80,
      width: 8192, gpus-per-replica: 1, gpu-flops: 1979 T/s,
      input-tokens: {{p50: 4.5 k}}{more}}}
flows:
  calls:
    - portal -> ask: request
    - ask -> llm: prompt
    - llm -> ask: completion
    - ask -> portal: response
"""


def told_of(replicas: str = "7", system: str = "", more: str = "") -> list[str]:
    text = DESIGN.format(replicas=replicas, system=system, more=more)
    return told(text, prompts_take_all_time)


def test_a_replica_without_time_to_write_is_found() -> None:
    """11.11/s / 7 * 0.669 s = 1.06."""
    assert told_of() == [
        "6 error: each replica of llm reads prompts for 106.19% of the time at peak, "
        "1.59/s \u00d7 669 ms: none is left to write"
    ]


def test_a_replica_with_little_time_to_write_is_told() -> None:
    assert told_of(replicas="10") == [
        "6 warning: each replica of llm reads prompts for 74.3% of the time at peak, "
        "1.11/s \u00d7 669 ms: words come in jerks"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"replicas": "12"}, id="enough replicas"),
        pytest.param({"more": ", disaggregated: true"}, id="cards of their own"),
        pytest.param({"more": ", prefix-cache: true"}, id="something is kept"),
        pytest.param(
            {
                "replicas": "9",
                "system": ", system-tokens: 1 k",
                "more": ", prefix-cache: true",
            },
            id="what is kept is enough",
        ),
    ],
)
def test_a_replica_with_time_is_not(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
