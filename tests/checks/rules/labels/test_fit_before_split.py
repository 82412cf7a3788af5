"""What is fitted on the test as well."""

import pytest

from designkit.checks.rules.labels.fit_before_split import fit_before_split
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  build: {kind: dataset-builder, preprocess-fit-on: all}
datasets:
  one: {built-by: build}
  two: {built-by: build}
""",
            [
                "2 error: what prepares one is fitted on all examples, those of the test among them",
            ],
            id="said by the builder",
        ),
        pytest.param(
            """\
components:
  build: {kind: dataset-builder, preprocess-fit-on: train}
""",
            [],
            id="fitted on the training part",
        ),
        pytest.param(
            """\
components:
  build: {kind: dataset-builder}
models: {m: {datasets: [a]}}
datasets:
  a: {built-by: build}
  b: {built-by: build, preprocess-fit-on: all}
""",
            [],
            id="a set that only judges",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, fit_before_split) == expected
