import pytest

from designkit.checks.rules.labels.immature_negatives import immature_negatives
from tests.computed import estimated, figure
from tests.rule_examples import told

TEXT = """\
tier: %s
components:
  build: {kind: dataset-builder}
  join: {kind: label-joiner%s}
datasets:
  rows: {%s}
"""
SPREAD = ", delay: {p50: 21 d, p95: 90 d}"
EARLY = "rows calls negative what has no outcome after 45 d"
MISSING = (
    f"{EARLY}, when 80.5% of the positives are known: \u03a6(1.645 \xd7 ln(45 d / 21 d) / "
    "ln(90 d / 21 d))"
)


@pytest.mark.parametrize(
    ("tier", "delay", "dataset", "expected"),
    [
        pytest.param(2, SPREAD, "maturity: 45 d", f"6 warning: {MISSING}", id="early"),
        pytest.param(
            1,
            SPREAD,
            "maturity: 45 d",
            f"6 error: {MISSING}",
            id="early where money or people hang on it",
        ),
        pytest.param(
            2,
            ", delay: {p95: 90 d}",
            "maturity: 45 d",
            f"6 warning: {EARLY}; 95% of the outcomes take up to 90 d",
            id="no median",
        ),
        pytest.param(2, SPREAD, "maturity: 90 d", "", id="in time"),
        pytest.param(
            2,
            SPREAD,
            "maturity: 45 d, delayed-feedback: weight 1 / share known",
            "",
            id="corrected",
        ),
        pytest.param(
            2,
            SPREAD,
            "maturity: 90 d, youngest: 1 d, delayed-feedback: weight 1 / share known",
            "6 warning: rows corrects for late outcomes, but after 1 d 0.029% of the "
            "positives are known: each stands for 3,452",
            id="nothing there to correct with",
        ),
        pytest.param(
            2,
            SPREAD,
            "split: time",
            "6 info: rows does not say from which age on it trusts a label; "
            "95% are there after 90 d",
            id="not said",
        ),
        pytest.param(2, "", "maturity: 1 d", "", id="no delay stated"),
        pytest.param(
            2,
            SPREAD,
            "maturity: 90 d, youngest: 45 d",
            f"6 warning: {MISSING}",
            id="final labels, but of examples that are too young",
        ),
        pytest.param(
            2, SPREAD, "maturity: 45 d, youngest: 90 d", "", id="only old examples"
        ),
    ],
)
def test_negatives_had_time_to_become_positives(
    tier: int, delay: str, dataset: str, expected: str
):
    found = told(TEXT % (tier, delay, dataset), immature_negatives)

    assert found == ([expected] if expected else [])


def test_what_no_model_learns_from_may_have_labels_of_its_own():
    text = TEXT % (2, SPREAD, "maturity: 1 d")
    models = "  other: {maturity: 90 d}\nmodels: {m: {datasets: other}}\n"

    assert told(text + models, immature_negatives) == []


def test_the_estimate_says_the_same():
    text = TEXT % (2, SPREAD, "maturity: 45 d")
    share = figure(estimated(text), "labels.mature-share")

    (message,) = told(text, immature_negatives)
    assert f"when {share.text} of the positives are known: {share.working}" in message


SEVERAL = """\
problem:
  labels:
    click: {delay: {p50: 1 min, p95: 10 min}}
    purchase: {delay: {p95: 7 d}}
components:
  build: {kind: dataset-builder}
  join: {kind: label-joiner}
datasets:
  views: {maturity: %s%s}
  orders: {maturity: 8 d, labels: purchase}
"""


@pytest.mark.parametrize(
    ("age", "labels", "expected"),
    [
        pytest.param("1 h", ", labels: click", [], id="old enough for its label"),
        pytest.param(
            "1 h",
            ", labels: [click, purchase]",
            [
                "9 warning: views calls negative what has no outcome after 1 h; "
                "95% of the outcomes take up to 7 d"
            ],
            id="too young for one of its labels",
        ),
        pytest.param("1 h", "", [], id="it may be of the early label"),
        pytest.param(
            "1 min",
            "",
            [
                "9 warning: views calls negative what has no outcome after 1 min, "
                "when 50% of the positives are known: "
                "\u03a6(1.645 \xd7 ln(1 min / 1 min) / ln(10 min / 1 min))"
            ],
            id="too young for any label",
        ),
    ],
)
def test_each_set_waits_for_its_own_labels(
    age: str, labels: str, expected: list[str]
) -> None:
    assert told(SEVERAL % (age, labels), immature_negatives) == expected
