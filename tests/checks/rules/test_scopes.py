"""Rules judge by the facts of a design: none asks what sort of system it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import designkit.checks.rules
from designkit.catalog.systems import SYSTEMS
from designkit.checks.rule import Rule
from designkit.checks.rules import all_rules

FOLDER = Path(designkit.checks.rules.__file__).parent
MODULES = tuple(sorted(FOLDER.rglob("*.py")))
NAMES = frozenset(system.name for system in SYSTEMS)


def texts_of(code: str) -> Iterator[str]:
    """Give each text in `code` but those that only document it."""
    tree = ast.parse(code)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in silent:
            yield str(node.value)


def test_what_documents_code_is_no_part_of_it() -> None:
    code = '''\
"""news-feed"""
ASKED = ("fraud-detection", 5)
"""delivery-eta"""
def rule():
    """search-ranking"""
    return "review-fraud"
'''

    assert list(texts_of(code)) == ["fraud-detection", "5", "review-fraud"]


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(FOLDER))
)
def test_no_rule_names_a_system(path: Path) -> None:
    assert NAMES.isdisjoint(texts_of(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_no_rule_is_for_some_systems_or_graver_in_some(rule: Rule) -> None:
    assert (rule.scope.systems, dict(rule.raised)) == ((), {})
