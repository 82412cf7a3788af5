from designkit.documents.paper import Heading
from designkit.documents.printing.outline import outline
from tests.printed import paper_of


def levels(*given: int) -> list[int]:
    headings = (Heading("a", level) for level in given)
    return [heading.level for heading in outline(paper_of(*headings)).headings]


def test_no_level_is_left_out_and_only_the_title_is_the_first() -> None:
    assert levels(2, 4, 5, 3, 1, 3) == [2, 3, 4, 3, 2, 3]


def test_there_are_six_levels() -> None:
    assert levels(2, 3, 4, 5, 6, 7) == [2, 3, 4, 5, 6, 6]


def test_headings_of_the_same_name_get_different_ids() -> None:
    headings = (Heading("Title"), Heading("*a* B?"), Heading("a b"), Heading("!"))
    found = outline(paper_of(*headings))

    assert found.top == "title"
    assert [heading.about for heading in found.headings] == [
        "title-1",
        "a-b",
        "a-b-1",
        "section",
    ]


def test_a_number_that_is_taken_is_left_out() -> None:
    found = outline(paper_of(Heading("a 1"), Heading("a"), Heading("a")))

    assert [heading.about for heading in found.headings] == ["a-1", "a", "a-2"]


def test_a_link_may_use_the_id_or_what_the_heading_is_about() -> None:
    found = outline(paper_of(Heading("How big?", about="size"), Heading("Größe")))

    assert found.target("#size") == "#how-big"
    assert found.target("#how-big") == "#how-big"
    assert found.target("#title") == "#title"
    assert found.target("#gr%C3%B6%C3%9Fe") == "#größe"


def test_the_first_of_two_that_are_about_the_same_is_the_target() -> None:
    found = outline(paper_of(Heading("a", about="c"), Heading("b", about="c")))

    assert found.target("#c") == "#a"


def test_a_link_to_nothing_leads_nowhere_and_one_to_a_page_stays() -> None:
    found = outline(paper_of(Heading("a")))

    assert found.target("#b") == ""
    assert found.target("#") == ""
    assert found.target("https://b.c") == "https://b.c"
    assert found.target("") == ""
