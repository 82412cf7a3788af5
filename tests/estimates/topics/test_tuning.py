"""The tuning of a language model, by the vectors of F44: 8 billion parameters."""

import pytest

from tests.computed import estimated, figure, of_topic

TUNED = """
components:
  tune: {kind: trainer, train-tokens: 300 M%s}
  zoo: {kind: model-registry}
  llm:
    kind: llm-server
    parameters: 8.03 bn
    layers: 32
    width: 4096
    kv-heads: 8
    head-size: 128
flows: {control: [tune -> zoo -> llm: model]}
"""


@pytest.mark.parametrize(
    ("how", "id", "value"),
    [
        (", method: full", "work", 1.4454e19),
        (", method: full", "memory", 128.48e9),
        (", method: lora, rank: 16", "work", 9.636e18),
        (", method: lora, rank: 16", "adapter", 16 * 32 * 26_624),
        (", method: lora, rank: 16", "memory", 16 * 13_631_488 + 16.06e9),
        (", method: qlora, rank: 16", "memory", 16 * 13_631_488 + 0.515625 * 8.03e9),
        (", method: dpo, rank: 16", "work", 9.636e18),
        (", method: dpo", "work", 1.4454e19),
    ],
)
def test_a_tuning_takes_so_much(how: str, id: str, value: float) -> None:
    found = figure(estimated(TUNED % how), f"tuning.tune.{id}")

    assert found.value == pytest.approx(value)


def test_an_adapter_without_rank_has_no_known_size() -> None:
    assert of_topic(estimated(TUNED % ", method: lora"), "tuning") == [
        "tuning.tune.work"
    ]


def test_a_model_that_is_none_of_language_is_not_asked() -> None:
    text = TUNED.replace("llm-server", "model-server").split("    parameters")[0]
    text += "flows: {control: [tune -> zoo -> llm: model]}\n"

    assert of_topic(estimated(text % ""), "tuning") == []
