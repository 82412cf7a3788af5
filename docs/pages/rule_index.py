"""The index of rules, and explanations that do not come from a stale one."""

from collections.abc import Iterator
from functools import cache

from designkit.checks.explanation import Explanation, explanations_of
from designkit.checks.rule_index import entry_of, index_text
from designkit.checks.rules import all_rules


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the index."""
    yield "../designkit/checks/rule-index.json", index_text().encode()


@cache
def explanations() -> tuple[Explanation, ...]:
    """Return every explanation, by code, from the rules themselves."""
    return explanations_of(map(entry_of, all_rules()))
