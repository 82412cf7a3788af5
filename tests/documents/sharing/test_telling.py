"""An image says what a design is, what it promises, and what decides."""

from inline_snapshot import snapshot

import designkit as dk
from designkit.documents.sharing.telling import SharedFigure, ShareTelling, telling
from designkit.documents.write_up.inputs import WriteUpInputs


def told(loaded: dk.Loaded) -> ShareTelling:
    found = dk.check(loaded)
    return telling(
        WriteUpInputs(dk.require_design(loaded), (), found.diagnostics, found)
    )


def test_a_design_is_told_in_a_few_lines() -> None:
    assert told(dk.load("fraud")) == snapshot(
        ShareTelling(
            system="Fraud detection",
            title="Card payment fraud",
            summary="Score every card payment before authorisation and allow, challenge, review or block it.",
            promise="latency p50 30 ms, latency p99 100 ms, availability 99.99%, freshness of card velocity 5 s, freshness of entity graph 20 h, freshness of card profile 48 h, cost per 1,000 requests 0.30 USD, recovery 10 min",
            figures=(
                SharedFigure(
                    value="1,389/s",
                    title="Requests a second at peak",
                    against="347/s on average",
                ),
                SharedFigure(
                    value="35.7 ms",
                    title="Likely p99 of the critical path",
                    against="100 ms promised",
                ),
                SharedFigure(
                    value="0.21 USD",
                    title="Cost of a thousand requests",
                    against="0.30 USD promised",
                ),
                SharedFigure(
                    value="99.998%",
                    title="Requests that are answered",
                    against="99.99% promised",
                ),
            ),
            foot="45 components · 80 flows · 0 errors, 0 warnings",
        )
    )


def test_what_a_design_does_not_say_is_left_out() -> None:
    alone = dk.loads(
        "designkit: 1\nname: '**Alone** [x-1]'\nsystem: generic\n"
        "components: {app: {kind: client}}\n"
    )

    assert told(alone) == snapshot(
        ShareTelling(
            system="ML system",
            title="Alone [x-1]",
            summary="",
            promise="",
            figures=(),
            foot="1 component · 0 flows · 6 errors, 1 warning, 2 info",
        )
    )
