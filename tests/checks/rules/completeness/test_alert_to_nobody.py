"""For whom the bell rings."""

import pytest

from designkit.checks.rules.completeness.alert_to_nobody import alert_to_nobody
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  watch: {kind: monitor}
  bell: {kind: alert-manager}
flows:
  control: [watch -> bell: alert]
""",
            [
                "3 info: nothing says who answers when bell rings",
            ],
            id="nobody is named",
        ),
        pytest.param(
            """\
components:
  watch: {kind: monitor}
  bell: {kind: alert-manager, route: risk on call}
flows:
  control: [watch -> bell: alert]
""",
            [],
            id="a route",
        ),
        pytest.param(
            """\
components:
  watch: {kind: monitor}
  bell: {kind: alert-manager, on-call: risk}
flows:
  control: [watch -> bell: alert]
""",
            [],
            id="people on call",
        ),
        pytest.param(
            """\
owner: risk
components:
  watch: {kind: monitor}
  bell: {kind: alert-manager}
flows:
  control: [watch -> bell: alert]
""",
            [],
            id="the owner of it all",
        ),
        pytest.param(
            """\
components:
  watch: {kind: monitor}
  bell: {kind: alert-manager}
flows:
  control: [bell -> watch: metric]
""",
            [],
            id="a bell that no monitor rings",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, alert_to_nobody) == expected
