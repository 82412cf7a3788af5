"""The design doc is short enough to be read, and nothing is lost beside its reference."""

import re
from functools import cache
from itertools import pairwise

import pytest

from designkit.documents.paper import Picture
from designkit.estimates.estimator import estimate
from designkit.model.citations import with_numbers
from designkit.model.design import Design
from designkit.source.loader import load_text
from tests.golden_files import assert_golden
from tests.markdown_tokens import links, shown, tokens
from tests.mutated import DESIGNS, shipped
from tests.written import markdown, papers

VIEWS = ("overview", "request-path", "training", "feedback-loop", "full")
PICTURES = {view: f"{view}.svg" for view in VIEWS}
MOST_WORDS = 4_000
every_design = pytest.mark.parametrize("name", DESIGNS)


@cache
def design(name: str) -> Design:
    found = shipped(name).design
    assert found is not None
    return found


@cache
def both(name: str) -> tuple[str, str]:
    doc, reference = papers(design(name), PICTURES)
    return markdown(doc), markdown(reference)


@every_design
def test_a_design_doc_is_short_enough_to_be_read(name: str) -> None:
    doc, _ = both(name)

    assert 2_000 < len(doc.split()) <= MOST_WORDS


@every_design
def test_it_begins_with_summary_overview_and_the_figures_that_decide(name: str) -> None:
    doc, _ = both(name)
    titles = re.findall(r"^## (.*)", doc, re.M)
    first_page = doc[: doc.index("## Problem")]

    assert titles == [
        "Summary",
        "The figures that decide",
        "Problem",
        "Requirements",
        "Architecture",
        "Decisions",
        "Data and labels",
        "Evaluation and experiment",
        "Release and monitoring",
        "Risks",
        "Open questions",
    ]
    assert "(overview.svg)" in first_page
    table = first_page[first_page.index("## The figures") :]
    assert len(re.findall(r"^\|", table, re.M)) == 2 + 10


@every_design
def test_every_component_figure_and_reason_is_in_one_of_the_two(name: str) -> None:
    text = shown("\n\n".join(both(name)))
    stated = with_numbers(design(name))
    told = (
        *(part.title for part in stated.components.values()),
        *(figure.title for figure in estimate(stated).figures),
        *(item.because for item in stated.tradeoffs),
        *(item.mitigation for item in stated.failure_modes),
        *(item.question for item in stated.questions),
        *(item.title for item in stated.sources.values()),
        *(item.reason for item in stated.waivers),
    )
    plain = [" ".join(words.split()) for words in told if not set(words) & set("*`[")]

    assert len(plain) > 150
    assert [words for words in plain if words not in text] == []


@every_design
def test_the_two_lead_to_each_other(name: str) -> None:
    doc, reference = both(name)

    assert "design-reference.md" in links(doc)
    assert "design.md" in links(reference)


@every_design
def test_no_heading_is_empty(name: str) -> None:
    for page in both(name):
        empty = [
            (first, second)
            for first, second in pairwise(tokens(page))
            if first.type == "heading_close"
            and second.type == "heading_open"
            and second.tag <= first.tag
        ]

        assert empty == []


def test_the_design_doc_of_fraud_is_as_expected() -> None:
    assert_golden("fraud.design-doc.md", both("fraud")[0])


def test_the_overview_stays_on_the_first_page() -> None:
    doc, _ = papers(design("fraud"), PICTURES)
    pictures = {
        block.view: block.upright
        for section in doc.sections
        for block in section.blocks
        if isinstance(block, Picture) and section.name == "overview"
    }

    assert pictures == {"overview": True}


def test_a_sketch_has_a_design_doc_of_what_it_says() -> None:
    sketch = load_text(
        "designkit: 1\nname: Sketch\nsystem: generic\ncomponents:\n"
        "  app: {kind: client}\n  rank: {kind: model-server}\n"
        "flows: {calls: [app -> rank: request]}\n"
    ).design
    assert sketch is not None
    doc, _ = papers(sketch)

    assert_golden("sketch.design-doc.md", markdown(doc))


def test_a_large_design_has_a_design_doc_of_the_same_length() -> None:
    parts = "".join(f"  s{n}: {{kind: online-store}}\n" for n in range(300))
    failures = "".join(
        f"  - {{symptom: s{n}, cause: c, mitigation: m, at: [s{n}]}}\n"
        for n in range(60)
    )
    large = load_text(
        "designkit: 1\nname: Large\nsystem: generic\ncomponents:\n"
        f"  app: {{kind: client}}\n{parts}failure-modes:\n{failures}"
    ).design
    assert large is not None
    doc = markdown(papers(large)[0])

    assert len(doc.split()) <= MOST_WORDS
    assert "has 52 risks more, under Failure modes" in doc
