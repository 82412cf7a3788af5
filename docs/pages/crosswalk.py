"""Which rules show which test of the ML Test Score and which of the Rules of ML.

A rule is listed where its source cites the classic, so a new rule finds its place by
itself.
"""

import re
from collections.abc import Iterable, Iterator

from designkit.catalog import test_score
from designkit.catalog.test_score import ReadinessTest
from designkit.checks.explanation import Explanation
from pages import rules_of_ml
from pages.markdown import link, section, table
from pages.rule_index import explanations

NUMBER = re.compile(
    r"(?:(Data|Model|Infrastructure|Monitor)(?:ing)? )?(\d+)(?:-(\d+))?"
)
WHOLE = 7
"""Tests in a section."""

TESTS_CITED = re.compile(r"The ML Test Score, ([^;]*)")
RULES_CITED = re.compile(r"Rules of Machine Learning, rules? ([^;]*)")


def ml_test_score() -> str:
    """Return the section on the ML Test Score: its tests, and who looks for them."""
    introduction = (
        f"{link('The ML Test Score', test_score.SOURCE)} (Breck et al. 2017) has "
        f"{len(test_score.TESTS)} tests of whether a system is ready for production. "
        "Those that no rule looks for are asked of the team."
    )
    rows = (
        (_named(test), test.claim, _links(_showing(test)) or test.question)
        for test in test_score.TESTS
    )
    tests = table(("Test", "What holds", "Rules, or the question"), rows)
    return section("ML Test Score", f"{introduction}\n\n{tests}")


def rules_of_machine_learning() -> str:
    """Return the section on the Rules of Machine Learning, as far as they are cited."""
    cited = sorted({number for item in explanations() for number in rules_cited(item)})
    introduction = (
        f"{link('Rules of Machine Learning', rules_of_ml.SOURCE)} (Zinkevich) collects "
        f"{len(rules_of_ml.RULES)} rules of practice at Google. What designkit looks "
        f"for goes back to {len(cited)} of them."
    )
    rows = (
        (str(number), rules_of_ml.RULES[number - 1], _links(_citing(number)))
        for number in cited
    )
    found = table(("Rule", "What it says", "Rules here"), rows)
    return section("Rules of Machine Learning", f"{introduction}\n\n{found}")


def tests_cited(item: Explanation) -> frozenset[str]:
    """Return the tests of the ML Test Score that a rule has as its source."""
    return frozenset(
        f"{name} {number}"
        for text in TESTS_CITED.findall(item.page.source)
        for name, number in _numbers(text)
    )


def rules_cited(item: Explanation) -> frozenset[int]:
    """Return the rules of machine learning that a rule has as its source."""
    return frozenset(
        number
        for text in RULES_CITED.findall(item.page.source)
        for _, number in _numbers(text)
    )


def _numbers(text: str) -> Iterator[tuple[str, int]]:
    """Read ``Data 1 and 3, Monitoring 1-7``; a section holds until the next one."""
    current = ""
    for name, first, last in NUMBER.findall(text):
        current = {"": current, "Monitor": "Monitoring"}.get(name, name)
        for number in range(int(first), int(last or first) + 1):
            yield current, number


def _named(test: ReadinessTest) -> str:
    return f"{test.section.heading} {test.number}"


def _showing(test: ReadinessTest) -> list[Explanation]:
    return [item for item in explanations() if _shows(item, test)]


def _shows(item: Explanation, test: ReadinessTest) -> bool:
    """Whether a rule looks for a test; one that cites a whole section shows no test."""
    cited = tests_cited(item)
    by_source = _named(test) in cited and len(cited) < WHOLE
    by_gap = bool(test.gaps) and item.name == "monitor-gap"
    return by_source or by_gap or item.name in test.rules


def _citing(number: int) -> list[Explanation]:
    return [item for item in explanations() if number in rules_cited(item)]


def _links(items: Iterable[Explanation]) -> str:
    return ", ".join(link(item.name, f"{item.name}.md") for item in items)
