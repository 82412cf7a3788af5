"""Who may come in, and how often."""

import pytest

from designkit.checks.rules.governance.no_auth import no_auth
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  shop: {kind: client}
  door: {kind: gateway}
flows:
  calls: [shop -> door: request]
""",
            [
                "3 info: door lets in whoever asks: nothing proves who it is",
            ],
            id="no word",
        ),
        pytest.param(
            """\
components:
  shop: {kind: client}
  door: {kind: gateway, auth: none}
flows:
  calls: [shop -> door: request]
""",
            [
                "3 warning: door lets in whoever asks: nothing proves who it is",
            ],
            id="none",
        ),
        pytest.param(
            """\
components:
  shop: {kind: client}
  door: {kind: gateway, auth: mTLS}
flows:
  calls: [shop -> door: request]
""",
            [
                "3 info: door answers one caller as often as it asks",
            ],
            id="known callers without a limit",
        ),
        pytest.param(
            """\
components:
  shop: {kind: client}
  door: {kind: gateway, auth: mTLS, rate-limit: 5/s}
flows:
  calls: [shop -> door: request]
""",
            [],
            id="both",
        ),
        pytest.param(
            """\
components:
  shop: {kind: client}
  door: {kind: gateway}
flows:
  calls: [door -> shop: response]
""",
            [],
            id="a door inside",
        ),
    ],
)
def test_what_is_found_and_what_is_right(text: str, expected: list[str]) -> None:
    assert told(text, no_auth) == expected
