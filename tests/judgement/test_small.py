"""Small inputs, each of a kind on which a checker is easily wrong."""

import pytest

from designkit.diagnostics import Severity
from designkit.estimates.estimator import estimate
from tests.judgement.small import Small, small_designs


def asking(key: str) -> pytest.MarkDecorator:
    """Run a test for each small design whose file answers `key`."""
    asked = [pytest.param(s, id=s.name) for s in small_designs() if key in s.right]
    return pytest.mark.parametrize("small", asked)


@asking("finds")
def test_what_is_wrong_is_found(small: Small) -> None:
    names = {item.name for item in small.found}

    assert [rule for rule in small.right["finds"] if rule not in names] == []


@asking("silent")
def test_what_only_looks_wrong_is_not(small: Small) -> None:
    silent = small.right["silent"]

    assert [item.message for item in small.found if item.name in silent] == []


@asking("counts")
def test_one_fact_is_told_once(small: Small) -> None:
    counts = {
        rule: sum(item.name == rule for item in small.found)
        for rule in small.right["counts"]
    }

    assert counts == small.right["counts"]


@asking("levels")
def test_what_rests_on_a_guess_counts_less(small: Small) -> None:
    levels = {
        item.name: str(item.severity)
        for item in small.found
        if item.name in small.right["levels"]
    }

    assert levels == small.right["levels"]


@asking("worst")
def test_a_promise_that_is_kept_is_no_fault(small: Small) -> None:
    about = [d for d in small.found if d.name == "stale-by-design"]

    assert all(item.severity is Severity.INFO for item in about), about


@asking("figures")
def test_figures_are_those_computed_by_hand(small: Small) -> None:
    design = small.loaded.design
    assert design is not None, small.loaded.diagnostics
    known = estimate(design)
    wanted = small.right["figures"]
    assert isinstance(wanted, dict)
    figures = {id: known.get(id) for id in wanted}
    values = {id: figure and figure.value for id, figure in figures.items()}

    assert values == pytest.approx(wanted, rel=0.001)
