"""Text that nobody writes, in systems in which nothing writes."""

import pytest

from designkit.checks.rules.language.text_from_nowhere import text_from_nowhere
from tests.rule_examples import told

RANKED = """
components:
  docs: {{kind: source-db}}
  build: {{kind: index-builder}}
  index: {{kind: inverted-index}}
  find: {{kind: candidate-generator}}
  rank: {{kind: model-server}}
  log: {{kind: prediction-log}}
  {more}
flows:
  batches: [docs -> build: raw-table, build -> index: index, {batch}]
  lookups: [index -> find: {found}]
  calls: [find -> rank: {found}, rank -> find: prediction]
  streams: [rank -> log: {logged}]
"""


def text(
    found: str = "candidates",
    logged: str = "prediction",
    more: str = "a: {kind: client}",
    batch: str = "docs -> build: raw-table",
) -> str:
    return RANKED.format(found=found, logged=logged, more=more, batch=batch)


@pytest.mark.parametrize(
    "design",
    [
        text(),
        text(
            "passages",
            more="cut: {kind: document-parser}",
            batch="cut -> build: passages",
        ),
        text("passages", more="cut: {kind: job}", batch="cut -> build: passages"),
        text("passages", batch="docs -> build"),
        text("passages", more="m: {kind: hosted-model}"),
        text(logged="trace", more="assist: {kind: agent}"),
    ],
    ids=["none", "parser", "job", "unsaid", "model", "agent"],
)
def test_text_that_somebody_may_make_is_no_fault(design: str) -> None:
    assert told(design, text_from_nowhere) == []


def test_each_flow_of_text_that_nobody_makes_is_one() -> None:
    assert told(text("passages", "trace"), text_from_nowhere) == [
        "12 warning: index gives passages, and nothing before it makes any",
        "13 warning: find gives passages, and nothing before it makes any",
        "14 warning: rank gives trace, and nothing before it makes any",
    ]
