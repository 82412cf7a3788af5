"""A rule without a complete page cannot be made, and severities follow the design."""

from collections.abc import Callable, Iterator

import pytest

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, Rule, read_page, rule
from designkit.diagnostics import Severity
from designkit.errors import RuleError
from designkit.source.loader import load_text

PAGE = """Models should be watched.

They fail in silence.

Bad:
```yaml
components:   # <- no monitor
  a: {kind: client}
```

Good:
```yaml
components:
  a: {kind: monitor}
```

Fix: Add a monitor.

Source: Zinkevich, rule 10.
"""


def made(page: str, code: str = "DK900", **options: object) -> Rule:
    def watch(facts: Facts) -> Iterator[Finding]:
        yield Finding(("components",), f"{facts.design.name} is not watched")

    watch.__doc__ = page
    make: Callable[[Callable[[Facts], Iterator[Finding]]], Rule] = rule(
        code, Severity.ERROR, **options
    )
    return make(watch)


def facts(tier: int = 3, system: str = "generic") -> Facts:
    text = f"designkit: 1\nname: A\nsystem: {system}\ntier: {tier}\ncomponents: {{a: {{kind: client}}}}\n"
    design = load_text(text).design
    assert design is not None
    return Facts(design)


def test_a_page_is_read_from_the_docstring() -> None:
    page = made(PAGE).page

    assert (page.summary, page.why, page.fix, page.source) == (
        "Models should be watched.",
        "They fail in silence.",
        "Add a monitor.",
        "Zinkevich, rule 10.",
    )
    assert page.bad == "components:   # <- no monitor\n  a: {kind: client}\n"
    assert page.good == "components:\n  a: {kind: monitor}\n"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        pytest.param(PAGE.replace("They fail in silence.", ""), "no why", id="reason"),
        pytest.param(PAGE.replace("Bad:", "Worse:"), "no bad", id="bad example"),
        pytest.param(PAGE.replace("Good:", "Fine:"), "no good", id="good example"),
        pytest.param(PAGE.replace("Fix:", "Do:"), "no fix", id="fix"),
        pytest.param(PAGE.replace("Source:", "From:"), "no source", id="source"),
        pytest.param(PAGE.replace("# <-", "#"), "marks no line", id="mark"),
        pytest.param("", "no summary", id="everything"),
    ],
)
def test_a_rule_that_could_not_be_explained_is_refused(page: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        made(page)


@pytest.mark.parametrize("code", ["DK1", "DK0001", "E501", "DK012"])
def test_a_code_has_the_form_of_codes(code: str) -> None:
    with pytest.raises(RuleError, match="not a code"):
        made(PAGE, code)


FOUND = Finding(("components",), "m")
OPEN = Finding(("components",), "m", unstated=True)


@pytest.mark.parametrize(
    ("finding", "strict", "expected"),
    [
        pytest.param(FOUND, False, Severity.ERROR, id="absent"),
        pytest.param(OPEN, False, Severity.WARNING, id="not said"),
        pytest.param(OPEN, True, Severity.ERROR, id="not said, strict"),
    ],
)
def test_what_is_only_not_said_counts_one_level_less(
    finding: Finding, strict: bool, expected: Severity
) -> None:
    assert made(PAGE).severity_for(facts(), finding, strict=strict) is expected


def test_tier_and_system_raise_a_severity() -> None:
    def mild(facts: Facts) -> Iterator[Finding]:
        yield FOUND

    mild.__doc__ = PAGE
    raised = {"fraud-detection": Severity.WARNING}
    one = rule("DK901", Severity.INFO, tier_1=Severity.ERROR, raised=raised)(mild)

    assert [
        one.severity_for(facts(tier, system), FOUND, strict=False)
        for tier, system in ((3, "generic"), (3, "fraud-detection"), (1, "generic"))
    ] == [Severity.INFO, Severity.WARNING, Severity.ERROR]


def test_a_rule_asks_its_systems_only() -> None:
    one = made(PAGE, systems=("fraud-detection",))

    assert [one.concerns(facts(system=s)) for s in ("generic", "fraud-detection")] == [
        False,
        True,
    ]


def test_a_missing_part_of_a_page_is_empty() -> None:
    assert read_page("Only a summary.").bad == ""
