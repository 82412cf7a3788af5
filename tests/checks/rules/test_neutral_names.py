"""No rule goes by the sound of a name: other ids, or another order, change no verdict."""

from collections import Counter
from collections.abc import Sequence

import pytest

from designkit.checks.checker import check
from designkit.checks.rule import Rule
from designkit.checks.rules import all_rules
from designkit.diagnostics import Diagnostic
from designkit.source.loader import Loaded
from tests.judgement import judging
from tests.mutated import DESIGNS, shipped
from tests.neutral import Names, new_names, renamed, reordered
from tests.rule_examples import load_example

SEED = 7
OURS = tuple(all_rules())

Verdict = Counter[tuple[str, str, str]]
"""Code, severity and place of each finding."""

every_rule = pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.name)
every_design = pytest.mark.parametrize("name", [*DESIGNS, *judging.NAMES])


def found(loaded: Loaded, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    assert loaded.design is not None, loaded.diagnostics
    codes = {rule.code for rule in rules}
    return tuple(d for d in check(loaded, rules).diagnostics if d.code in codes)


def verdict(
    loaded: Loaded, rules: Sequence[Rule], names: Names | None = None
) -> Verdict:
    return Counter(
        (d.code, str(d.severity), place(d.path or d.element, names or {}))
        for d in found(loaded, rules)
    )


def place(path: str, names: Names) -> str:
    """Write a path with the ids that its parts are called by now."""
    section, *steps = path.split(".")
    new = names.get(section, {})
    if section == "objectives" and steps[:1] == ["freshness"]:
        new = {old: now for some in names.values() for old, now in some.items()}
    at = 1 if section == "objectives" else 0
    steps[at : at + 1] = [new.get(step, step) for step in steps[at : at + 1]]
    return ".".join((section, *steps))


def design(name: str) -> Loaded:
    if name in DESIGNS:
        return shipped(name)
    return judging.loaded(name)


def examples(rule: Rule) -> tuple[Loaded, Loaded]:
    return load_example(rule.page.bad, rule), load_example(rule.page.good, rule)


def is_the_same_by_other_names(loaded: Loaded, rules: Sequence[Rule]) -> None:
    names = new_names(loaded, SEED)

    assert verdict(renamed(loaded, names), rules) == verdict(loaded, rules, names)


def is_the_same_in_another_order(loaded: Loaded, rules: Sequence[Rule]) -> None:
    mixed = reordered(loaded, SEED)

    assert told(mixed, rules) == told(loaded, rules)


def told(loaded: Loaded, rules: Sequence[Rule]) -> Verdict:
    return Counter((d.code, str(d.severity), d.element) for d in found(loaded, rules))


@every_rule
def test_other_ids_change_no_verdict_on_the_examples_of_a_rule(rule: Rule) -> None:
    for example in examples(rule):
        is_the_same_by_other_names(example, (rule,))


@every_design
def test_other_ids_change_no_verdict_on_a_design(name: str) -> None:
    is_the_same_by_other_names(design(name), OURS)


@every_rule
def test_another_order_changes_no_verdict_on_the_examples_of_a_rule(rule: Rule) -> None:
    for example in examples(rule):
        is_the_same_in_another_order(example, (rule,))


@every_design
def test_another_order_changes_no_verdict_on_a_design(name: str) -> None:
    is_the_same_in_another_order(design(name), OURS)
