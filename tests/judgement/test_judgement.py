"""Designs that nobody here has seen: planted faults are found, and the rest is silent."""

import pytest

from tests.judgement.judging import NAMES, expected, faults, judged, text_of

every_system = pytest.mark.parametrize("name", NAMES)


@every_system
def test_the_faults_of_a_design_are_edits_of_it(name: str) -> None:
    assert 4 <= len(faults(name)) <= 12
    assert [f.fault for f in faults(name) if text_of(name).count(f.old) != 1] == []
    assert len(expected(name)["silence"]) >= 5


@every_system
def test_planted_faults_are_found(name: str) -> None:
    assert judged(name).missed == ()


@every_system
def test_a_good_design_has_no_error_and_hardly_a_warning(name: str) -> None:
    assert judged(name).false_errors == ()
    assert len(judged(name).false_warnings) <= 1


@every_system
def test_rules_that_have_nothing_to_say_are_silent(name: str) -> None:
    assert judged(name).broken_silence == ()


@every_system
def test_numbers_are_those_computed_by_hand(name: str) -> None:
    assert judged(name).wrong_figures == ()
