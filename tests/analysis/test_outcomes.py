"""Which labels a dataset, a model or a joiner has, and what may be any of them."""

import pytest

from designkit.analysis.outcomes import Outcomes
from tests.cases import case_of

SEVERAL = """\
problem:
  labels:
    click: {delay: {p50: 1 min, p95: 10 min}, positive-rate: 5%}
    purchase: {method: natural, delay: {p50: 1 d, p95: 7 d}}
    verdict: {method: human}
components:
  seen: {kind: label-joiner, labels: [click, purchase], positive-rate: 2%}
  other: {kind: label-joiner, delay: {p95: 3 d}, positive-rate: 9%}
models:
  rank: {datasets: [views], labels: click}
  buy: {datasets: [orders]}
  both:
    datasets: [visits, others]
    heads: {c: {label: click}, p: {label: purchase}}
datasets:
  views: {}
  orders: {labels: purchase}
  visits: {}
  others: {}
"""


def ids(found: Outcomes) -> tuple[str, bool]:
    return " ".join(outcome.id for outcome in found.all), found.sure


@pytest.mark.parametrize(
    ("dataset", "expected"),
    [
        pytest.param("orders", ("purchase", True), id="named"),
        pytest.param("views", ("click", True), id="that of its model"),
        pytest.param(
            "visits", ("click purchase verdict", False), id="one of several sets"
        ),
    ],
)
def test_a_dataset_has_its_labels_or_those_of_its_models(
    dataset: str, expected: tuple[str, bool]
) -> None:
    assert ids(case_of(SEVERAL).outcomes.of_dataset(dataset)) == expected


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        pytest.param("rank", ("click", True), id="named"),
        pytest.param("buy", ("purchase", True), id="those of its datasets"),
        pytest.param("both", ("click purchase", True), id="those of its heads"),
    ],
)
def test_a_model_learns_its_labels_or_those_of_its_datasets(
    model: str, expected: tuple[str, bool]
) -> None:
    assert ids(case_of(SEVERAL).outcomes.of_model(model)) == expected


def test_a_joiner_makes_what_it_names_and_may_make_any_label_otherwise() -> None:
    facts = case_of(SEVERAL)
    seen, other = facts.of_kind("label-joiner")

    assert ids(facts.outcomes.of_joiner(seen)) == ("click purchase", True)
    assert ids(facts.outcomes.of_joiner(other)) == ("click purchase verdict", False)


def test_what_a_label_says_goes_before_what_its_joiners_say() -> None:
    click, purchase, verdict = case_of(SEVERAL).outcomes.all

    assert [str(it.delay) for it in (click, purchase, verdict)] == [
        "10 min",
        "7 d",
        "3 d",
    ]
    assert [str(it.positive_rate) for it in (click, purchase, verdict)] == [
        "5%",
        "2%",
        "9%",
    ]


def test_the_longest_of_all_counts_and_the_shortest_of_what_may_be_any() -> None:
    facts = case_of(SEVERAL)

    assert str(facts.outcomes.of_design.delay) == "7 d"
    assert str(facts.outcomes.of_any.delay) == "10 min"


def test_what_may_be_any_of_them_has_no_delay_where_one_is_not_stated() -> None:
    facts = case_of(
        "problem: {labels: {a: {delay: {p95: 7 d}}, b: {}}}\n"
        "components: {app: {kind: client}}\n"
    )

    assert facts.outcomes.of_any.delay is None
    assert str(facts.outcomes.of_design.delay) == "7 d"


def test_one_label_has_the_longest_delay_that_it_or_a_joiner_states() -> None:
    facts = case_of(
        "problem: {label: {delay: {p95: 7 d}}}\n"
        "components:\n"
        "  clicks: {kind: label-joiner, delay: {p50: 1 min}}\n"
        "  orders: {kind: label-joiner, delay: {p95: 30 d}}\n"
    )

    assert str(facts.outcomes.of_any.delay) == "30 d"
    assert ids(facts.outcomes.of_dataset("rows")) == ("", True)


def test_a_design_without_a_label_has_one_that_says_nothing() -> None:
    (only,) = case_of("components: {app: {kind: client}}\n").outcomes.all

    assert (only.id, only.delay, only.positive_rate) == ("", None, None)


def test_who_names_none_has_the_one_without_an_id() -> None:
    facts = case_of(
        "problem: {label: {name: main}, labels: {more: {}}}\n"
        "components: {app: {kind: client}}\n"
        "datasets: {d: {}, e: {labels: more}}\n"
    )

    assert ids(facts.outcomes.of_dataset("d")) == ("", True)
    assert ids(facts.outcomes.of_dataset("e")) == ("more", True)


def test_people_may_give_what_may_be_any_label() -> None:
    facts = case_of(SEVERAL)

    assert facts.outcomes.of_any.is_judged
    assert not facts.outcomes.of_design.is_judged
