"""Batches for which the memory of the cards is too small."""

import pytest

from designkit.checks.rules.serving.token_cache_does_not_fit import (
    token_cache_does_not_fit,
)
from tests.language_designs import OWN
from tests.rule_examples import told

DESIGN = """\
components:
  llm:
    {{kind: llm-server, parameters: 70.6 bn, precision: fp8, cache-precision: {cache},
      layers: 80, kv-heads: 8, head-size: 128, gpus-per-replica: 1,
      gpu-memory: 141 GB, memory-share: 90%, batch-max: {batch},
      input-tokens: {{p50: 1 k, p95: 3 k}}{most}}}
"""


def told_of(
    cache: str = "bf16", batch: str = "64", most: str = ", max-output: 1 k"
) -> list[str]:
    text = DESIGN.format(cache=cache, batch=batch, most=most)
    return told(text, token_cache_does_not_fit)


def test_a_batch_that_does_not_fit_is_found() -> None:
    """56.3 GB / (327,680 B * 4,000) = 42.95."""
    assert told_of() == [
        "5 warning: llm works on up to 64 sequences, and 42 long ones fit: "
        "⌊(1 \u00d7 141 GB \u00d7 90% - 70.6 GB) / (328 kB \u00d7 (3 k + 1 k))⌋"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"cache": "fp8"}, id="half as large"),
        pytest.param({"batch": "42"}, id="it just fits"),
        pytest.param({"most": ""}, id="an answer of any length"),
    ],
)
def test_what_fits_is_not(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_what_runs_at_peak_does_not_fit() -> None:
    full = OWN.replace("replicas: 12", "replicas: 7")

    assert told(OWN, token_cache_does_not_fit) == []
    (found,) = told(full, token_cache_does_not_fit)
    assert found.endswith("sequences run on a replica of llm, and 70 long ones fit")
