"""A page for every rule and every fault of loading, and their index by stage."""

from collections.abc import Iterator, Sequence

from designkit.checks.explanation import (
    LOADING,
    Explanation,
    by_stage,
    markdown_of,
)
from pages import crosswalk
from pages.markdown import link, page, section, table
from pages.rule_index import explanations

RULES = "designkit/checks/rules"
FAULTS = "designkit/checks/pages"

ACCEPTING = """\
A finding that is right and still accepted is waived, with a reason, in the design:

```yaml
waivers:
  - {rule: no-rollback, at: score, reason: batch scores; yesterday's are kept}
```

A comment on the line of the element, or above it, does the same:
`# designkit: ignore[no-rollback] batch scores; yesterday's are kept`. What is waived is
still counted, and shown with its reason. A waiver without a reason, or for nothing, is
a finding itself."""


LEFT_OUT = f"""\
{link("Rules that are left out", "left-out.md")} has what catalogues of faults ask
besides, and why there is no rule for it."""


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of each page."""
    yield "rules/README.md", _index()
    for item in explanations():
        yield f"rules/{item.name}.md", _page(item)


def _page(item: Explanation) -> bytes:
    source = FAULTS if item.stage == LOADING else f"{RULES}/{item.stage}"
    return page(item.name, source, *markdown_of(item), link("All rules", "README.md"))


def _index() -> bytes:
    introduction = (
        "`designkit check` looks for these. `designkit explain RULE` shows the page of "
        "a rule in the terminal, by its code or its name. What is only not said counts "
        "a level less than the severity here, unless `--strict` is given."
    )
    stages = (_stage(stage, found) for stage, found in by_stage(explanations()).items())
    return page(
        "Rules",
        f"{RULES} and {FAULTS}",
        introduction,
        *stages,
        section("Accepting a finding", ACCEPTING),
        section("What no rule asks", LEFT_OUT),
        crosswalk.ml_test_score(),
        crosswalk.rules_of_machine_learning(),
    )


def _stage(stage: str, items: Sequence[Explanation]) -> str:
    rows = (
        (item.code, link(item.name, f"{item.name}.md"), item.matters, item.page.summary)
        for item in items
    )
    return section(
        stage.capitalize(), table(("Code", "Rule", "Severity", "What it asks"), rows)
    )
