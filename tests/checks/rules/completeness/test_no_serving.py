"""Designs in which nothing runs the model."""

import pytest

from designkit.checks.rules.completeness.no_serving import no_serving
from tests.rule_examples import told

DESIGN = """\
components:
  train: {{kind: trainer}}
  phone: {{kind: device}}
models:
  words: {{trained-by: train{served}}}
"""


def test_a_device_runs_the_model_that_says_so() -> None:
    assert told(DESIGN.format(served=", served-by: phone"), no_serving) == []


@pytest.mark.parametrize("served", ["", ", served-by: train"])
def test_what_trains_a_model_or_is_only_there_does_not_run_it(served: str) -> None:
    assert told(DESIGN.format(served=served), no_serving) == [
        "1 error: serving is missing: nothing runs a model"
    ]
