"""Updates of devices that somebody can read."""

import pytest

from designkit.checks.rules.governance.bare_updates import bare_updates
from tests.rule_examples import told

DESIGN = """\
components:
  phone: {kind: device%s}
  train: {kind: trainer, clients-per-round: 500%s}
flows:
  batches: [phone -> train: model, train -> phone: model]
"""
READ = "3 {}: train may read each update, which is made of personal data{}"


@pytest.mark.parametrize(
    ("trainer", "level", "noise"),
    [
        pytest.param(", aggregation: plain", "warning", "", id="as is said"),
        pytest.param("", "info", "", id="unsaid"),
        pytest.param(
            ", epsilon: 50",
            "warning",
            ", and noise of epsilon 50 hides little",
            id="next to no noise",
        ),
    ],
)
def test_an_update_that_can_be_read_is_found(
    trainer: str, level: str, noise: str
) -> None:
    text = DESIGN % (", pii: personal", trainer)

    assert told(text, bare_updates) == [READ.format(level, noise)]


@pytest.mark.parametrize(
    ("device", "trainer"),
    [
        pytest.param(", pii: personal", ", aggregation: secure", id="only the sum"),
        pytest.param(", pii: sensitive", ", epsilon: 6", id="noise"),
        pytest.param(", pii: personal", ", epsilon: 8..12", id="perhaps enough"),
        pytest.param("", ", aggregation: plain", id="machines, not people"),
        pytest.param(", pii: none", ", aggregation: plain", id="said to be none"),
    ],
)
def test_what_is_hidden_or_of_nobody_passes(device: str, trainer: str) -> None:
    assert told(DESIGN % (device, trainer), bare_updates) == []
