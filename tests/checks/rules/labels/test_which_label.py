"""Sets of which nobody says which of several labels they have."""

import pytest

from designkit.checks.rules.labels.which_label import which_label
from tests.rule_examples import told

TEXT = """\
problem: {labels: {click: {}, buy: {}}}
components: {fit: {kind: trainer}}
models: {m: {datasets: views%s}, n: {datasets: orders}}
datasets:
  views: {split: time}
  orders: {split: time%s}
"""


@pytest.mark.parametrize(
    ("model", "orders", "expected"),
    [
        pytest.param(
            "",
            ", labels: buy",
            [
                "5 info: views does not say which of these labels it has: click and buy",
            ],
            id="unsaid",
        ),
        pytest.param(", labels: click", ", labels: buy", [], id="said by the model"),
        pytest.param(
            ", heads: {a: {label: click}, b: {label: buy}}",
            ", labels: buy",
            [],
            id="said by the heads of the model",
        ),
        pytest.param(
            ", labels: click",
            ", labels: click",
            ["1 info: no dataset has the label buy"],
            id="a label that nothing learns",
        ),
    ],
)
def test_each_label_has_a_set_and_each_set_a_label(
    model: str, orders: str, expected: list[str]
) -> None:
    assert told(TEXT % (model, orders), which_label) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "problem: {labels: {a: {}, b: {}}}\ndatasets: {rows: {split: time}}\n",
            id="the only set has all of them",
        ),
        pytest.param(
            "problem: {label: {name: a}, labels: {b: {}}}\n"
            "datasets: {rows: {split: time}, more: {labels: b}}\n",
            id="one label has no id, and is meant",
        ),
        pytest.param("problem: {labels: {a: {}, b: {}}}\n", id="no set is stated"),
    ],
)
def test_what_can_be_told_is_not_asked(text: str) -> None:
    assert told(text + "components: {fit: {kind: trainer}}\n", which_label) == []


TWO = """\
problem: {labels: {spam: {}, bulk: {}}}
components: {fit: {kind: trainer}}
models:
  both: {datasets: %s, heads: {a: {label: spam}, b: {label: bulk}}%s}
datasets:
  judged: {labels: spam}
  opened: {labels: bulk}
"""


@pytest.mark.parametrize(
    ("sets", "more", "expected"),
    [
        pytest.param(
            "judged",
            "",
            ["4 warning: both is to learn bulk, which judged does not have"],
            id="a head that no set teaches",
        ),
        pytest.param("[judged, opened]", "", [], id="one set for each head"),
        pytest.param(
            "judged", ", pretrained: a model that had both", [], id="had it before"
        ),
        pytest.param("none", "", [], id="no set is named"),
    ],
)
def test_a_head_has_a_set_with_its_label(
    sets: str, more: str, expected: list[str]
) -> None:
    assert told(TWO % (sets, more), which_label) == expected
