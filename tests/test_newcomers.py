"""What CONTRIBUTING says one adds by one file is added by this file alone."""

from pathlib import Path

import pytest

from tests.mutated import DESIGNS
from tests.newcomer import Newcomer, newcomer

pytestmark = pytest.mark.slow

RULE = '''\
"""CODE no-summary."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("CODE", Severity.INFO)
def no_summary(facts: Facts) -> Iterator[Finding]:
    """A design should say in a sentence what the system does.

    Whoever opens the picture or the document reads this sentence first.

    Bad:
    ```yaml
    system: generic  # <- what is it for?
    components:
      app: {kind: client}
    ```

    Good:
    ```yaml
    summary: Tell each visitor where to park.
    components:
      app: {kind: client}
    ```

    Fix: Write a sentence under `summary`.

    Source: Ousterhout 2018, A Philosophy of Software Design, chapter 13.
    """
    if not facts.design.summary:
        yield Finding(("summary",), "nothing says what the system does")
'''

REPORTER = '''\
"""Findings for spreadsheets."""

from designkit.checks.report import Report, reporter


@reporter("tsv")
def tsv(report: Report) -> str:
    """One row a finding with its code, its file and its line, for spreadsheets."""
    rows = (f"{it.code}\\t{it.file}\\t{it.span.line}" for it in report.diagnostics)
    notes = (it.judged_in_part for it in report.files if it.judged_in_part)
    return "".join(f"{row}\\n" for row in ("code\\tfile\\tline", *rows, *notes))
'''


@pytest.fixture
def at_work(tmp_path: Path) -> Newcomer:
    return newcomer(tmp_path)


def test_a_rule_is_a_file(at_work: Newcomer) -> None:
    code = at_work.designkit("list", "rules", "--next", "DK1").strip()
    at_work.add(
        "designkit/checks/rules/completeness/no_summary.py", RULE.replace("CODE", code)
    )
    unindexed = at_work.designkit("check", "fraud", "--select", code)
    at_work.make_docs()
    failed = at_work.test(
        "tests/checks/rules/test_examples.py",
        "tests/checks/test_explanation.py",
        "tests/checks/test_rule_codes.py",
        "tests/checks/test_rule_index.py",
        "tests/cli/test_explain.py",
        "tests/cli/test_list.py",
    )

    assert failed == ""
    assert "rules: 1 passed, 0 not applicable" in unindexed
    assert at_work.designkit("check", "fraud", "--select", code) == unindexed
    assert at_work.designkit("explain", code).startswith(f"{code} no-summary\n")
    assert at_work.changed() == [
        "designkit/checks/rule-index.json",
        "docs/rules/README.md",
        "docs/rules/no-summary.md",
    ]


def test_a_code_that_is_taken_is_said_with_both_files_and_a_free_one(
    at_work: Newcomer,
) -> None:
    free = at_work.designkit("list", "rules", "--next", "DK5").strip()
    taken = "designkit/checks/rules/release/no_rollback.py"
    at_work.add(
        "designkit/checks/rules/release/no_summary.py", RULE.replace("CODE", "DK502")
    )
    said = at_work.designkit("check", "fraud")

    assert f"{at_work.root / taken}:" in said
    assert f"{at_work.root}/designkit/checks/rules/release/no_summary.py:10" in said
    assert f"two rules have the code DK502: {at_work.root}" in said
    assert f"; the next free code is {free}" in said


def test_a_report_format_is_a_file(at_work: Newcomer) -> None:
    at_work.add("designkit/checks/reporters/tsv.py", REPORTER)
    at_work.make_docs()
    failed = at_work.test("tests/checks/reporters", "tests/cli/test_check.py")

    assert failed == ""
    assert at_work.designkit("check", "fraud", "--format", "tsv").startswith(
        "code\tfile\tline\n"
    )
    assert at_work.changed() == []


KIND = """\
    Kind(
        name="request-deduplicator",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.ON_DEMAND, Role.SIFTS),
        definition=(
            "Answers a request that was already answered with the same answer. A client "
            "that tries again after a lost reply is not charged twice, and the model "
            "works once."
        ),
        takes=("request",),
        gives=("request", "response"),
        attributes=(duration("window", "how long an answer is remembered"),),
        technologies=("Redis",),
        example="{technology: Redis, window: 24 h}",
    ),
"""

CARD = """\
---
title: "Idempotency: the same request twice"
asked: What happens to a payment that the client sends again?
level: core
topic: serving
kinds: [gateway, prediction-log]
rules: [retry-storm]
systems: [fraud-detection]
aliases: [idempotency key, exactly once]
worked:
  - {is: "30e6 * 0.002", shown: 60 k}
sources:
  - {title: Idempotence Is Not a Medical Condition, by: "Helland, ACM Queue", year: 2012}
---

## In sixty seconds

A reply can be lost after the work was done, and the client cannot tell this from work that was
never begun. It must try again, so what it asks for has to bear being asked twice. Give each
intent a key, made by the client and sent with every attempt. The server keeps the answer under
that key for as long as a client may try, and gives it again instead of working again. Two
attempts at once are settled by whoever writes the key first; the other waits for the answer.
Scoring a payment changes nothing and may simply be repeated, but counters, logs and labels must
count the intent once, or velocity features see an attack where there was only a bad network.

## The follow-up

**"Your stream processor promises exactly once. Is that enough?"**
It holds inside the processor: offsets and state move together. At its edges it ends. A call to a
bank, a row in another store, a mail to a merchant are outside of its transaction, and a restart
between the two repeats them. So the edge needs the key again, and whoever receives it has to
remember it for longer than the longest replay.

## A worked number

Of 30 M payments a day 0.2% are sent again: 60 k attempts that would be counted twice.

## Where it bites

- `retry-storm`: counts what attempts add to the load.
- `prediction-log`: one row an intent, or labels are joined twice.
"""

VIEW = '''\
"""The clients alone: who asks."""

from designkit.analysis.roles import with_role
from designkit.catalog.role import Role
from designkit.model.design import Design
from designkit.pictures.bands import Band, Spacing, place_bands
from designkit.pictures.cards import component_card
from designkit.pictures.drawing import Drawing
from designkit.pictures.view import view


@view(order=60)
def origins(design: Design) -> Drawing:
    """Where data comes from: clients, databases, third parties."""
    cards = tuple(component_card(c, ()) for c in with_role(design, Role.ORIGIN))
    band = Band("ingestion", "Origins", "ingestion", tuple((card,) for card in cards))
    placed = place_bands([[band]] if cards else [], Spacing(column=40, card=30, band=40, row=40))
    return Drawing(
        name="origins",
        title=design.name,
        subtitle="Origins: where data comes from",
        description=f"The {len(cards)} origins of {design.name}.",
        nodes=placed.nodes,
        groups=placed.groups,
        arrows=(),
    )
'''


def test_a_kind_is_an_entry(at_work: Newcomer) -> None:
    file = "designkit/catalog/kinds/request_path.py"
    head = "KINDS: tuple[Kind, ...] = (\n"
    at_work.edit(file, head, head + KIND)
    at_work.make_docs()
    failed = at_work.test("tests/catalog", "tests/cli/test_list.py", "tests/source")

    assert failed == ""
    assert "request-deduplicator" in at_work.designkit("list", "kinds")
    generated = ("docs/data-types/", "docs/kinds/", "docs/schema/", "docs/technologies")
    assert "docs/kinds/request-deduplicator.md" in at_work.changed()
    assert [n for n in at_work.changed() if not n.startswith(generated)] == []


def test_a_concept_card_is_a_file(at_work: Newcomer) -> None:
    at_work.add("designkit/catalog/concepts/idempotency.md", CARD)
    at_work.make_docs()
    failed = at_work.test("tests/catalog/test_concepts.py", "tests/cli/test_list.py")

    assert failed == ""
    assert "idempotency" in at_work.designkit("list", "concepts")
    assert set(at_work.changed()) == {
        "docs/concepts/README.md",
        "docs/concepts/idempotency.md",
    }


def test_a_view_is_a_file(at_work: Newcomer) -> None:
    at_work.add("designkit/pictures/views/origins.py", VIEW)
    at_work.make_docs()
    failed = at_work.test("tests/pictures/renderers", "tests/cli/test_list.py")
    made = at_work.designkit("render", "fraud", "--view", "origins", "-f", "svg,dot,md")

    assert failed == ""
    assert "build/fraud/origins.svg" in made
    assert "build/fraud/origins.dot" in made
    assert "origins" in at_work.designkit("list", "views")
    assert at_work.changed() == [
        "docs/gallery.md",
        *(f"docs/images/{name}.origins.svg" for name in DESIGNS),
    ]
