"""Effects that are learnt where somebody chose who was treated."""

import pytest

from designkit.checks.rules.labels.effect_of_the_chosen import effect_of_the_chosen
from tests.rule_examples import told

TEXT = """\
components: {fit: {kind: trainer}}
models:
  gain: {trained-by: fit, %s}
datasets:
  mailed: {%s}
  drawn: {%s}
"""
EFFECT = "datasets: [mailed, drawn], output: effect"
CHOSEN = "learns an effect from mailed, in which somebody chose whom to treat"
UNSAID = (
    "learns an effect from drawn, which does not say how its treatment was assigned"
)


@pytest.mark.parametrize(
    ("model", "mailed", "drawn", "expected"),
    [
        pytest.param(
            "datasets: mailed, output: effect",
            "treatment: chosen",
            "treatment: random",
            [f"5 warning: gain {CHOSEN}"],
            id="chosen, and the drawn set is of another model",
        ),
        pytest.param(
            EFFECT,
            "treatment: chosen",
            "",
            [f"5 warning: gain {CHOSEN}", f"6 info: gain {UNSAID}"],
            id="chosen, and the other says nothing",
        ),
        pytest.param(
            "datasets: mailed, heads: {a: {output: value}, b: {output: effect}}",
            "treatment: chosen",
            "",
            [f"5 warning: gain {CHOSEN}"],
            id="one head of several gives an effect",
        ),
        pytest.param(
            EFFECT, "treatment: chosen", "treatment: random", [], id="one is drawn"
        ),
        pytest.param(
            EFFECT,
            "treatment: chosen, confounding: weighted by 1 / propensity",
            "treatment: chosen",
            [],
            id="the choice is made up for",
        ),
        pytest.param(
            "datasets: mailed, output: probability",
            "treatment: chosen",
            "",
            [],
            id="an outcome, and no effect",
        ),
    ],
)
def test_an_effect_needs_chance_or_a_correction(
    model: str, mailed: str, drawn: str, expected: list[str]
) -> None:
    assert told(TEXT % (model, mailed, drawn), effect_of_the_chosen) == expected
