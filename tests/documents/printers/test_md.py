from designkit.documents.paper import (
    Block,
    Break,
    Callout,
    Heading,
    Items,
    Lines,
    Paragraph,
    Question,
    Table,
    Working,
)
from designkit.documents.printers.md import md
from tests.golden_files import assert_golden
from tests.linting import remarks
from tests.markdown_tokens import block_structure, inline_tokens, links, tokens
from tests.printed import every_block, paper_of


def written(*blocks: Block) -> str:
    """What is printed of `blocks`, below title and subtitle."""
    text = md.print(paper_of(*blocks))[0].data.decode()
    return text.removeprefix("# Title\n\nSubtitle\n\n")


def test_a_paper_with_every_block() -> None:
    assert_golden("printed/films.md", md.print(every_block())[0].data.decode())


def test_a_linter_has_nothing_to_say() -> None:
    assert remarks(md.print(every_block())[0].data.decode()) == []


def test_the_pictures_that_are_shown_lie_beside_the_paper() -> None:
    outputs = md.print(every_block())
    shown = [
        str(token.attrs["src"])
        for token in inline_tokens(outputs[0].data.decode())
        if token.type == "image"
    ]

    assert [output.name for output in outputs] == ["films.md", *shown]
    assert shown == ["films-request-path.svg", "films-overview.svg"]
    assert all(output.data.startswith(b"<svg ") for output in outputs[1:])


def test_a_link_leads_to_the_heading_that_is_about_it() -> None:
    text = written(
        Paragraph("[a](#size) `[b](#size)` \\[c](#size) [d](#gone) [e](https://x.y)"),
        Heading("How big?", about="size"),
    )

    assert text.startswith(
        "[a](#how-big) `[b](#size)` \\[c\\](#size) d [e](https://x.y)\n"
    )
    assert links(text) == ("#how-big", "https://x.y")


def test_lines_to_write_on_are_neither_rules_nor_emphasis() -> None:
    text = written(Lines(2), Question("Why?"))

    assert block_structure(text) == (
        "fence",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "fence",
    )
    assert [t.content.count("_" * 72) for t in tokens(text) if t.type == "fence"] == [
        2,
        4,
    ]


def test_the_end_of_a_page_is_a_rule() -> None:
    assert written(Paragraph("a"), Break(), Paragraph("b")) == "a\n\n---\n\nb\n"


def test_boxes_can_be_ticked() -> None:
    assert written(Items(("a", "- b"), mark="box")) == "- [ ] a\n- [ ] \\- b\n"


def test_two_boxes_do_not_become_one() -> None:
    structure = block_structure(written(Callout("a", "b"), Callout("c", "d")))

    assert structure.count("blockquote_open") == 2


def test_number_signs_at_the_end_of_a_heading_stay() -> None:
    text = written(Heading("Is it C #"), Heading("F##"))

    assert [t.content for t in inline_tokens(text)] == ["Is it C #", "F##"]


def test_a_result_is_bold_whatever_is_in_it() -> None:
    text = written(Working((("a", "b", "**5** | `ms`"),)))

    assert "| a    | b       | **5 \\| ms** |" in text


def test_what_is_empty_leaves_nothing() -> None:
    printed = md.print(paper_of(Lines(0), Items(()), Table((), ()), Paragraph("")))

    assert printed[0].data == b"# Title\n\nSubtitle\n"
