"""Who is asked about skew, and when it is only a question."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.monitoring.skew_unwatched import skew_unwatched
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  app: {kind: client}
  score: {kind: model-server}
  watch: {kind: monitor}
flows:
  calls:
    - app -> score: request
""",
            snapshot(
                [
                    "4 info: no monitor compares the features served with those "
                    "of the training set"
                ]
            ),
            id="a monitor that does not say what it watches",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  score: {kind: model-server}
  watch: {kind: monitor, watch: [data]}
  ops: {kind: monitor, watch: [ops]}
flows:
  calls:
    - app -> score: request
""",
            snapshot(
                [
                    "4 warning: no monitor compares the features served with "
                    "those of the training set"
                ]
            ),
            id="the one that watches data",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  score: {kind: model-server}
  quality: {kind: monitor, watch: [model-quality]}
  ops: {kind: monitor, watch: [ops]}
flows:
  calls:
    - app -> score: request
""",
            snapshot(
                [
                    "1 warning: no monitor compares the features served with "
                    "those of the training set"
                ]
            ),
            id="none of several is the one",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  score: {kind: model-server}
  watch: {kind: monitor, watch: [data]}
  skew: {kind: monitor, watch: [skew]}
flows:
  calls:
    - app -> score: request
""",
            snapshot([]),
            id="watched by another",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  score: {kind: model-server}
  store: {kind: online-store}
flows:
  calls:
    - app -> score: request
""",
            snapshot([]),
            id="no monitor at all",
        ),
        pytest.param(
            """\
components:
  score: {kind: batch-scorer}
  watch: {kind: monitor, watch: [data]}
""",
            snapshot([]),
            id="nobody waits for the model",
        ),
        pytest.param(
            """\
components:
  score: {kind: stream-scorer}
  watch: {kind: monitor, watch: [data]}
""",
            snapshot(
                [
                    "3 warning: no monitor compares the features served with "
                    "those of the training set"
                ]
            ),
            id="events are scored as they come",
        ),
    ],
)
def test_skew_is_asked_of_the_monitor_that_could_see_it(
    text: str, expected: list[str]
) -> None:
    assert told(text, skew_unwatched) == expected


@pytest.mark.parametrize(
    ("model", "count"),
    [("{trained-by: none, pretrained: v3}", 0), ("{pretrained: v3}", 1)],
)
def test_a_model_that_nobody_here_trains_has_no_training_set(
    model: str, count: int
) -> None:
    text = f"{skew_unwatched.page.bad}models: {{m: {model}}}\n"
    parts = "  store: {kind: online-store}\nflows:\n"

    assert len(told(text.replace("flows:\n", parts), skew_unwatched)) == count
