from designkit.model.citations import with_authors, with_numbers
from designkit.model.design import Design
from tests.drawn import design_of, shipped_design

CITING = """\
designkit: 1
name: Citing
system: generic
summary: Costs decide [elkan-2001]; so do [rules, elkan-2001] and [nobody].
components:
  app: {kind: client, why: "A [link](https://a.example) and a list [1]."}
tradeoffs:
  - {name: D, chosen: A, rejected: B, because: "As before [rules]."}
sources:
  elkan-2001: {title: Foundations, by: Charles Elkan, year: "2001"}
  rules: {title: Rules of ML}
"""


def texts(design: Design) -> list[str | None]:
    return [
        design.summary,
        design.components["app"].why,
        design.tradeoffs[0].because,
        *design.sources,
    ]


def test_a_paper_cites_by_the_numbers_of_its_list() -> None:
    assert texts(with_numbers(design_of(CITING))) == [
        "Costs decide [1]; so do [2, 1] and [nobody].",
        "A [link](https://a.example) and a list [1].",
        "As before [2].",
        "elkan-2001",
        "rules",
    ]


def test_a_text_that_stands_alone_names_its_authors() -> None:
    assert texts(with_authors(design_of(CITING)))[0] == (
        "Costs decide [Charles Elkan, 2001]; so do "
        "[Rules of ML; Charles Elkan, 2001] and [nobody]."
    )


def test_the_design_itself_stays_as_it_is() -> None:
    design = design_of(CITING)
    with_numbers(design)

    assert design == design_of(CITING)


def test_a_design_without_citations_is_the_same() -> None:
    assert with_numbers(shipped_design("fraud")) == shipped_design("fraud")
