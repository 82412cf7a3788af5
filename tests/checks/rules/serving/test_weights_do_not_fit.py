"""Weights that are larger than the memory of the cards."""

import pytest

from designkit.checks.rules.serving.weights_do_not_fit import weights_do_not_fit
from tests.rule_examples import told

DESIGN = """\
components:
  llm:
    {{kind: llm-server, parameters: {parameters}, precision: {precision}{cards},
      gpu-memory: 141 GB{share}}}
"""


def told_of(
    parameters: str = "70.6 bn",
    precision: str = "bf16",
    cards: str = ", gpus-per-replica: 1",
    share: str = "",
) -> list[str]:
    text = DESIGN.format(
        parameters=parameters, precision=precision, cards=cards, share=share
    )
    return told(text, weights_do_not_fit)


def test_weights_that_are_too_large_are_found() -> None:
    """70.6 bn * 2 B = 141.2 GB."""
    assert told_of() == [
        "4 error: the weights of llm take 141 GB, 100.142% of the memory of its cards: "
        "141 GB / (1 \u00d7 141 GB \u00d7 100% (assumed))"
    ]


def test_part_of_a_card_may_be_kept_free() -> None:
    assert told_of(parameters="65 bn", share=", memory-share: 90%") == [
        "4 error: the weights of llm take 130 GB, 102.44% of the memory of its cards: "
        "130 GB / (1 \u00d7 141 GB \u00d7 90%)"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"precision": "fp8"}, id="a smaller format"),
        pytest.param({"cards": ", gpus-per-replica: 2"}, id="two cards"),
        pytest.param({"cards": ""}, id="it is not said how many cards"),
        pytest.param({"precision": "own"}, id="a format that nobody knows"),
        pytest.param({"parameters": "60 bn..80 bn"}, id="it may fit"),
    ],
)
def test_what_fits_or_may_fit_is_not(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []
