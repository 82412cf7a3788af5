"""Loads the examples of rules: fragments that leave out what every design says."""

from designkit.checks.checker import CRASHED, Checked, check
from designkit.checks.rule import MARK, Rule
from designkit.source.loader import Loaded, load_text


def load_example(text: str, rule: Rule) -> Loaded:
    """Load an example; what it leaves out of the head of a design stands below it.

    Where a rule asks of a decision what it can do, people hang on it.
    """
    said = {line.partition(":")[0] for line in text.splitlines()}
    system = rule.systems[0] if rule.systems else "generic"
    head = {"designkit": "1", "name": "Example", "system": system}
    if "decision-engine" in rule.scope.kinds:
        head["tier"] = "1"
    rest = [f"{key}: {value}" for key, value in head.items() if key not in said]
    return load_text(text + "\n".join(rest) + "\n", "example.yaml")


def check_example(text: str, rule: Rule) -> Checked:
    """Run `rule` alone on one of its examples."""
    return check(load_example(text, rule), (rule,))


def marked_lines(text: str) -> list[int]:
    """Return the numbers of the lines on which a finding is expected."""
    return [n for n, line in enumerate(text.splitlines(), 1) if MARK in line]


def lines_found(checked: Checked, rule: Rule) -> list[int]:
    """Return the lines of the findings of `rule`, each once."""
    found = {d.span.line for d in checked.diagnostics if d.code == rule.code}
    return sorted(found)


def told(text: str, rule: Rule) -> list[str]:
    """Return what `rule` says of a design: line, severity and message of each."""
    checked = check_example(text, rule)
    assert checked.loaded.design is not None, checked.diagnostics
    return [
        f"{d.span.line} {d.severity}: {d.message}"
        for d in checked.diagnostics
        if d.code in (rule.code, CRASHED)
    ]
