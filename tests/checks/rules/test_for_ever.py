"""What is kept for ever is longer than anything that a rule asks for."""

import pytest

from designkit.checks.rule import Rule
from designkit.checks.rules.completeness.implausible_number import implausible_number
from designkit.checks.rules.governance.short_audit import short_audit
from designkit.checks.rules.labels.log_forgets_before_label import (
    log_forgets_before_label,
)
from designkit.checks.rules.serving.history_too_short import history_too_short
from designkit.estimates.estimator import estimate
from designkit.estimates.formats.json import json
from designkit.estimates.report import EstimateReport
from tests.rule_examples import load_example, told

KEPT = """\
tier: 1
workload: {requests-per-day: 1 M, peak-factor: 2}
components:
  score: {kind: model-server}
  log: {kind: prediction-log, retention: for ever, row-size: 1 kB}
  label-join: {kind: label-joiner, window: 15 months}
  lake: {kind: lake, retention: forever, volume: 1 TB/day}
  dataset: {kind: dataset-builder, lookback: 2 years}
  decide: {kind: decision-engine}
  audit: {kind: audit-log, retention: for ever}
flows:
  streams:
    - score -> log -> label-join: prediction
    - score -> decide: prediction
    - decide -> audit: decision
  batches:
    - lake -> dataset: raw-table
privacy: {retention: for ever}
"""

RULES = (
    *(implausible_number, short_audit),
    *(log_forgets_before_label, history_too_short),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_is_kept_for_ever_is_never_too_short(rule: Rule):
    assert told(KEPT, rule) == []


@pytest.mark.parametrize("rule", RULES[1:], ids=lambda rule: rule.name)
def test_a_month_is_too_short(rule: Rule):
    text = KEPT.replace("for ever", "1 month").replace("forever", "1 month")

    assert len(told(text, rule)) == 1


def test_no_figure_of_json_is_infinite():
    design = load_example(KEPT, implausible_number).design
    assert design is not None
    written = json.tell(EstimateReport(design.name, estimate(design)))

    assert "Infinity" not in written
    assert "lake keeps for ever, so this has no end" in written
