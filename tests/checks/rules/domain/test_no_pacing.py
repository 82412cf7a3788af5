"""Whom pacing must reach."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.no_pacing import no_pacing
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  auction: {kind: auction}
  pacing: {kind: pacing}
  eligible: {kind: eligibility-filter}
""",
            snapshot(["3 warning: nothing that picks or prices ads hears from pacing"]),
            id="it tells nobody",
        ),
        pytest.param(
            """\
components:
  auction: {kind: auction}
  pacing: {kind: pacing}
  eligible: {kind: eligibility-filter}
flows:
  streams:
    - pacing -> eligible: policy
""",
            snapshot([]),
            id="it tells the filter",
        ),
    ],
)
def test_pacing_reaches_what_picks_ads(text: str, expected: list[str]) -> None:
    assert told(text, no_pacing) == expected
