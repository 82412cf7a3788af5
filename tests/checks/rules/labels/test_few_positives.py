"""Training sets with too few positive examples."""

import pytest

from designkit.checks.rules.labels.few_positives import few_positives
from tests.rule_examples import told

DESIGN = """\
problem: {{label: {{positive-rate: {rate}}}}}
workload: {{{workload}}}
components: {{dataset: {{kind: dataset-builder}}}}
datasets:
  clicks: {{{stated}}}
{more}
"""


def told_of(
    stated: str = "join: logged",
    workload: str = "items: 1",
    rate: str = "1%",
    more: str = "",
) -> list[str]:
    text = DESIGN.format(rate=rate, workload=workload, stated=stated, more=more)
    return told(text, few_positives)


FEW = "too few to learn from and to judge by"
FAMILIES = "features: {a: {count: 300..400}, b: {entity: user}}"
JUDGED = "  views: {join: logged}\nmodels: {m: {datasets: views}}"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"stated": "examples: 50 k"},
            "5 warning: clicks has 500 positive examples (50 k \xd7 1%), fewer than "
            f"1,000: {FEW}",
            id="of the natural rate",
        ),
        pytest.param(
            {"stated": "examples: 10 k..50 k, positive-rate: 0.5%..1.5%"},
            "5 warning: clicks has 750 positive examples (10 k..50 k \xd7 0.5%..1.5%), "
            f"fewer than 1,000: {FEW}",
            id="of its own rate, at most",
        ),
        pytest.param(
            {"workload": "examples: 90 k"},
            "2 warning: clicks has 900 positive examples (90 k \xd7 1%), fewer than "
            f"1,000: {FEW}",
            id="examples of the workload",
        ),
        pytest.param(
            {"stated": "examples: 9 k, negative-rate: 10%"},
            "5 warning: clicks has 826 positive examples (9 k \xd7 9.17% (1% where 10% "
            f"of the negatives are kept)), fewer than 1,000: {FEW}",
            id="with negatives left out",
        ),
        pytest.param(
            {"stated": "examples: 300 k", "workload": "features: 400..500"},
            "5 warning: clicks has 3,000 positive examples (300 k \xd7 1%), fewer than "
            "10 for each of 400 features: 4,000",
            id="for the features of the workload",
        ),
        pytest.param(
            {"stated": "examples: 300 k", "more": FAMILIES},
            "5 warning: clicks has 3,000 positive examples (300 k \xd7 1%), fewer than "
            "10 for each of 301 features: 3,010",
            id="for the families of features",
        ),
        pytest.param(
            {"stated": "examples: 0"},
            "5 warning: clicks has 0 positive examples (0 \xd7 1%), fewer than 1,000: "
            f"{FEW}",
            id="none",
        ),
    ],
)
def test_too_few_are_found(stated: dict[str, str], expected: str) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"stated": "examples: 100 k"}, id="a thousand"),
        pytest.param(
            {"stated": "examples: 301 k", "more": FAMILIES}, id="ten a feature"
        ),
        pytest.param({"stated": "examples: 10 k..9 M"}, id="enough at most"),
        pytest.param({"stated": "examples: 10", "rate": "none"}, id="no rate"),
        pytest.param({"stated": "examples: 10", "rate": "300%"}, id="no share"),
        pytest.param({}, id="no examples"),
        pytest.param(
            {"workload": "examples: 10", "more": "  views: {join: logged}"},
            id="whose examples?",
        ),
        pytest.param(
            {"stated": "examples: 10", "more": JUDGED},
            id="only to judge by",
        ),
    ],
)
def test_enough_or_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


SEVERAL = """\
problem: {labels: {click: {positive-rate: 5%%}, buy: {positive-rate: 0.01%%}}}
components: {build: {kind: dataset-builder}}
datasets:
  views: {examples: 1 M%s}
  others: {}
"""


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param(", labels: click", [], id="the frequent label"),
        pytest.param("", [], id="it may be of the frequent label"),
        pytest.param(
            ", labels: [click, buy]",
            [
                "4 warning: views has 100 positive examples (1 M \xd7 0.01%), fewer "
                "than 1,000: too few to learn from and to judge by"
            ],
            id="the rarest of its labels",
        ),
    ],
)
def test_a_set_needs_positives_of_each_of_its_labels(
    labels: str, expected: list[str]
) -> None:
    assert told(SEVERAL % labels, few_positives) == expected
