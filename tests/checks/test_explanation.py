import re

import pytest
from inline_snapshot import snapshot

from designkit.checks.explanation import (
    LOADING,
    Explanation,
    by_stage,
    explanations,
    find_explanation,
    markdown_of,
)
from designkit.checks.rule import Page
from designkit.checks.rules import all_rules
from designkit.diagnostics import Severity
from designkit.errors import NotFoundError

HOLE = Explanation(
    code="DK306",
    name="ttl-hole",
    severity=Severity.WARNING,
    stage="consistency",
    read=lambda: Page(
        summary="Values should outlive their refresh, by a margin.",
        why="Between two refreshes the values are gone.",
        bad="ttl: 1 d  # <-\n",
        good="ttl: 2 d\n",
        fix="Keep values for two refreshes.",
        source="Kleppmann 2017, Designing Data-Intensive Applications.",
    ),
    systems=("fraud-detection", "news-feed"),
    raised={"tier 1": Severity.ERROR},
)

every_explanation = pytest.mark.parametrize(
    "item", explanations(), ids=lambda item: item.name
)


def test_every_rule_and_every_fault_is_explained_by_one_code_and_one_name():
    codes = [item.code for item in explanations()]
    names = [item.name for item in explanations()]

    assert codes == sorted(set(codes))
    assert len(set(names)) == len(names)
    assert {rule.code for rule in all_rules()} < set(codes)
    assert {item.code[:3] for item in explanations() if item.stage == LOADING} == {
        "DK0"
    }


@every_explanation
def test_an_explanation_is_found_by_its_code_and_by_its_name(item: Explanation):
    assert find_explanation(item.code.lower()) is item
    assert find_explanation(f" {item.name.upper()} ") is item


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("no-monitring", "did you mean no-monitoring? "),
        ("unknwn-key", "did you mean unknown-key? "),
        ("?", ""),
    ],
)
def test_an_unknown_word_gets_a_hint_where_one_is_near(word: str, hint: str):
    message = f"no rule is called '{word}'; {hint}`designkit list rules` shows them all"

    with pytest.raises(NotFoundError, match=f"^{re.escape(message)}$"):
        find_explanation(word)


def test_stages_come_in_the_order_of_the_codes():
    grouped = by_stage(explanations())

    assert next(iter(grouped)) == LOADING
    assert [it for found in grouped.values() for it in found] == sorted(
        explanations(), key=lambda it: (list(grouped).index(it.stage), it.code)
    )


def test_a_page_in_markdown_has_the_facts_the_examples_and_the_source():
    assert "\n\n".join(markdown_of(HOLE)) == snapshot("""\
Values should outlive their refresh, by a margin.

| Code | Severity | Stage | Systems |
| --- | --- | --- | --- |
| DK306 | warning, error for tier 1 | consistency | fraud-detection, news-feed |

Between two refreshes the values are gone.

## Bad

```yaml
ttl: 1 d  # <-
```

## Good

```yaml
ttl: 2 d
```

## What to do

Keep values for two refreshes.

## Source

Kleppmann 2017, Designing Data-Intensive Applications.\
""")


@every_explanation
def test_what_a_page_lacks_has_no_heading(item: Explanation):
    headings = [it.split("\n")[0] for it in markdown_of(item) if it.startswith("## ")]
    parts = {
        "## Bad": item.page.bad,
        "## Good": item.page.good,
        "## What to do": item.page.fix,
        "## Source": item.page.source,
    }

    assert headings == [heading for heading, text in parts.items() if text]
