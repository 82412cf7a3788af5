from designkit.documents.outlines import arranged
from designkit.documents.paper import (
    Callout,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Question,
    Strip,
)
from designkit.documents.printing.data import Data, block_data, paper_data
from designkit.documents.printing.pictures import printed_size
from designkit.pictures.theme import LIGHT
from tests.drawn import placed_views
from tests.printed import every_block, paper_of


def blocks_of(paper: Paper) -> list[Data]:
    """Return the blocks of `paper` below its title and subtitle."""
    own = ("title", "subtitle")
    found = block_data(arranged(paper, "pdf"))
    return [data for data in found if data["block"] not in own]


def run(text: str, link: str = "") -> Data:
    return {"text": text, "strong": False, "emph": False, "code": False, "link": link}


def test_a_text_is_runs_and_a_word_is_a_word() -> None:
    (data,) = blocks_of(paper_of(Question("a", "", "*core*", "*b*")))

    assert data == {
        "block": "question",
        "id": "block:2",
        "text": [run("a")],
        "answer": [],
        "level": "*core*",
        "about": [run("b") | {"emph": True}],
    }


def test_numbers_stay_numbers() -> None:
    (data,) = blocks_of(paper_of(Strip(((5, "a"),))))

    assert data["parts"] == [[5, [run("a")]]]


def test_links_lead_to_headings_or_are_dropped() -> None:
    heading, text = blocks_of(
        paper_of(Heading("How big?", about="size"), Paragraph("[a](#size) [b](#gone)"))
    )

    assert heading["about"] == "how-big"
    assert text["text"] == [run("a", "#how-big"), run(" "), run("b")]


def test_a_callout_says_its_name() -> None:
    (data,) = blocks_of(paper_of(Callout("a", "b", "trap")))

    assert (data["name"], data["kind"]) == ("Trap", "trap")


def test_a_picture_that_is_too_wide_is_a_plate() -> None:
    drawings = {**placed_views("fraud"), "small": every_block().drawings["overview"]}
    paper = Paper("", "", (Picture("overview"), Picture("small")), drawings)
    wide, small = blocks_of(paper)

    assert (wide["block"], small["block"]) == ("plate", "picture")
    assert wide["alt"] == "Card payment fraud: overview"
    assert (wide["width"], wide["height"]) == printed_size(
        drawings["overview"], plate=True
    )


def test_a_long_title_is_cut_at_the_foot_of_a_page() -> None:
    data = paper_data(Paper("*a* " * 100, "", ()))

    assert data["footer"] == ("a " * 45) + "…"
    assert data["name"] == ("a " * 100).strip()


def test_the_colours_are_those_of_the_pictures() -> None:
    colours = paper_data(paper_of())["colours"]

    assert isinstance(colours, dict)
    assert colours["ink"] == LIGHT.ink
    assert (colours["trap"], colours["trap-tint"]) == LIGHT.stages["serving"]
