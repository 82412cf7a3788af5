"""One hop more changes no verdict: data that are passed on as they came are the same.

Into each flow of the examples of a rule goes a component that only carries its data on.
Where that changes what the rule finds, a table says why it should; an entry that
excuses nothing any more fails.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import pytest

from designkit.checks.checker import check
from designkit.checks.rule import Rule
from designkit.checks.rules import all_rules
from designkit.diagnostics import Diagnostic
from tests.passed_through import lengthened
from tests.rule_examples import check_example

EXCUSED: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "no-validation": (("data-validator",), "it is what was missing"),
        "no-registry": (("model-registry",), "it is what was missing"),
        "no-auth": (("gateway",), "each door is asked who may come in"),
        "no-timeout": (("gateway",), "who is asked in between is waited for as well"),
        "over-budget": (("online-store",), "lookups of lookups are not added up"),
        "thin-budget": (("online-store",), "lookups of lookups are not added up"),
        "store-throughput": (("online-store",), "it answers in the place of the other"),
        "too-dear": (("online-store",), "what is kept is not paid for by each request"),
        "stream-underfed": (
            ("event-log", "stream-ingest"),
            "another log, or a job that fills it, may keep some of the events back",
        ),
        "history-too-short": (("lake",), "it keeps the history itself"),
    }
)
"""The kinds that change what a rule finds, as they should, by the name of the rule."""

every_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


def changed(rule: Rule) -> Iterator[tuple[str, str]]:
    """Give the kinds that change what `rule` finds, each with where it stands."""
    for text in (rule.page.bad, rule.page.good):
        before = count(check_example(text, rule).diagnostics, rule)
        for carrier, told, loaded in lengthened(text, rule):
            after = count(check(loaded, (rule,)).diagnostics, rule)
            if (after > 0) != (before > 0):
                yield carrier, f"{told}: {before} findings become {after}"


def count(diagnostics: Iterable[Diagnostic], rule: Rule) -> int:
    return sum(diagnostic.code == rule.code for diagnostic in diagnostics)


@every_rule
def test_a_hop_more_changes_no_verdict(rule: Rule) -> None:
    kinds, _ = EXCUSED.get(rule.name, ((), ""))
    found = [*changed(rule)]

    assert [told for carrier, told in found if carrier not in kinds] == []
    assert {carrier for carrier, _ in found} == {*kinds}
