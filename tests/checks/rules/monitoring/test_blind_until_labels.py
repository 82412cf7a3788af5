"""When late labels leave a monitor blind, and what stands in."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.monitoring.blind_until_labels import blind_until_labels
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
problem: {label: {delay: {p95: 7 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality], window: 7 d}
""",
            snapshot([]),
            id="as often as labels come",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p95: 7 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality], window: 6 d}
""",
            snapshot(
                [
                    "4 warning: watch measures quality in windows of 6 d, but "
                    "labels take 7 d (p95) and nothing is watched that comes "
                    "sooner"
                ]
            ),
            id="a little more often",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p95: 7 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality]}
""",
            snapshot(
                [
                    "4 info: watch measures quality in windows of unstated "
                    "length, but labels take 7 d (p95) and nothing is watched "
                    "that comes sooner"
                ]
            ),
            id="no window stated",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p95: 7 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality, fairness], window: 1 d}
  drift: {kind: monitor, watch: [prediction]}
""",
            snapshot(
                [
                    "4 warning: watch measures quality in windows of 1 d, and "
                    "labels take 7 d (p95): most of them come too late for it"
                ]
            ),
            id="another monitor watches predictions, and this one sees nothing",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p50: 21 d, p95: 140 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality], window: 7 d}
  drift: {kind: monitor, watch: [prediction]}
""",
            snapshot(
                [
                    "4 warning: watch measures quality in windows of 7 d, and "
                    "labels take 21 d (p50): most of them come too late for it"
                ]
            ),
            id="a week looks long for a monitor of its own",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p50: 21 d, p95: 140 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality], window: 28 d}
  drift: {kind: monitor, watch: [prediction]}
""",
            snapshot([]),
            id="half of the labels are there",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p50: 21 d, p95: 140 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [prediction, model-quality], window: 1 d}
""",
            snapshot([]),
            id="a window that is for predictions as well",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p95: 7 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality], window: 1 d}
  raters: {kind: human-labeling}
  join: {kind: label-joiner}
flows:
  streams:
    - raters -> join: label
""",
            snapshot([]),
            id="people give early labels",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p95: 7 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [model-quality], window: 1 d}
  review: {kind: review-queue}
""",
            snapshot(
                [
                    "4 warning: watch measures quality in windows of 1 d, but "
                    "labels take 7 d (p95) and nothing is watched that comes "
                    "sooner"
                ]
            ),
            id="people who label nothing",
        ),
        pytest.param(
            """\
problem: {label: {delay: {p95: 7 d}}}
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [data]}
""",
            snapshot([]),
            id="nobody measures quality",
        ),
        pytest.param(
            """\
components:
  join: {kind: label-joiner, delay: {p95: 60 d}}
  watch: {kind: monitor, watch: [model-quality], window: 1 d}
""",
            snapshot(
                [
                    "3 warning: watch measures quality in windows of 1 d, but "
                    "labels take 60 d (p95) and nothing is watched that comes "
                    "sooner"
                ]
            ),
            id="the joiner states the delay",
        ),
    ],
)
def test_quality_on_late_labels_needs_an_earlier_sign(
    text: str, expected: list[str]
) -> None:
    assert told(text, blind_until_labels) == expected


SEVERAL = """\
problem:
  labels:
    click: {%s}
    purchase: {delay: {p50: 1 d, p95: 7 d}}
components:
  quality: {kind: monitor, watch: model-quality, window: 1 h}
"""


@pytest.mark.parametrize(
    ("click", "count"),
    [
        pytest.param("delay: {p50: 1 min, p95: 10 min}", 0, id="one comes soon"),
        pytest.param("", 0, id="one may come soon"),
        pytest.param("delay: {p50: 8 h, p95: 3 d}", 1, id="all come late"),
    ],
)
def test_the_label_that_comes_first_may_be_watched(click: str, count: int) -> None:
    assert len(told(SEVERAL % click, blind_until_labels)) == count
