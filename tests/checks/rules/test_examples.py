"""Every rule finds its bad example, passes its good one, and every shipped design."""

from functools import cache

import pytest

from designkit.checks.checker import check
from designkit.checks.rule import Rule
from designkit.checks.rules import all_rules
from designkit.files import bundled
from designkit.source.loader import Loaded, load_file
from tests.rule_examples import (
    check_example,
    lines_found,
    load_example,
    marked_lines,
)

every_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


@cache
def shipped() -> tuple[Loaded, ...]:
    return tuple(load_file(path) for path in sorted(bundled("designs").glob("*.yaml")))


@every_rule
def test_both_examples_are_designs(rule: Rule):
    loads = [load_example(text, rule) for text in (rule.page.bad, rule.page.good)]

    broken = [loaded.diagnostics for loaded in loads if loaded.design is None]
    assert broken == []


@every_rule
def test_the_bad_example_is_found_on_the_marked_lines(rule: Rule):
    checked = check_example(rule.page.bad, rule)

    assert not checked.crashed
    assert lines_found(checked, rule) == marked_lines(rule.page.bad)


@every_rule
def test_the_good_example_is_silent(rule: Rule):
    checked = check_example(rule.page.good, rule)

    assert [d.message for d in checked.diagnostics if d.code == rule.code] == []
    assert not checked.crashed


@every_rule
def test_the_shipped_designs_are_silent(rule: Rule):
    found = [
        f"{loaded.file}: {diagnostic.message}"
        for loaded in shipped()
        for diagnostic in check(loaded, (rule,)).diagnostics
    ]

    assert found == []
