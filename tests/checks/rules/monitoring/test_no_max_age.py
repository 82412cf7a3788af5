"""Where the age of a model is limited."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.monitoring.no_max_age import no_max_age
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  train: {kind: trainer}
models:
  ranker: {retrain: {every: 1 d}}
  encoder: {retrain: {every: 7 d, max-age: 28 d}}
  bought: {pretrained: BERT}
""",
            snapshot(
                [
                    "4 info: ranker states no age past which the model is a "
                    "fault: retraining that fails stays unseen"
                ]
            ),
            id="no model states one",
        ),
        pytest.param(
            """\
components:
  retrain: {kind: retrain-trigger, max-model-age: 3 d}
models:
  ranker: {retrain: {every: 1 d}}
""",
            snapshot([]),
            id="the trigger states one for all",
        ),
        pytest.param(
            """\
components:
  train: {kind: trainer}
models:
  ranker: {retrain: {every: 1 d, max-age: none}}
""",
            snapshot(
                [
                    "4 warning: ranker states no age past which the model is a "
                    "fault: retraining that fails stays unseen"
                ]
            ),
            id="refused by the model",
        ),
        pytest.param(
            """\
components:
  retrain: {kind: retrain-trigger, max-model-age: none}
""",
            snapshot(
                [
                    "2 warning: retrain states no age past which the model is a "
                    "fault: retraining that fails stays unseen"
                ]
            ),
            id="refused by the trigger",
        ),
        pytest.param(
            """\
components:
  score: {kind: model-server}
models:
  ranker: {pretrained: BERT}
""",
            snapshot([]),
            id="never trained again",
        ),
    ],
)
def test_each_model_needs_an_age_at_which_it_is_a_fault(
    text: str, expected: list[str]
) -> None:
    assert told(text, no_max_age) == expected
