"""Calls that a gateway sends to a second model when the first is slow."""

import pytest

from tests.computed import estimated, figure, of_topic
from tests.language_designs import RENTED


def hedged(wait: str) -> str:
    return RENTED.replace("{kind: llm-gateway,", f"{{kind: llm-gateway, hedge: {wait},")


@pytest.mark.parametrize(
    ("wait", "share"), [("600 ms", 0.5), ("1.8 s", 0.01), ("1 min", 0)]
)
def test_slow_calls_are_asked_twice(wait: str, share: float) -> None:
    """Half of the calls take longer than the median, one in a hundred than the p99."""
    found = estimated(hedged(wait))

    twice = figure(found, "gateways.door.hedged").value
    assert twice == pytest.approx(share, abs=1e-6)


def test_a_gateway_that_asks_once_says_nothing() -> None:
    assert of_topic(estimated(RENTED), "gateways") == []
