"""An outline says which sections a paper has; one of a project may take its place."""

import re
from pathlib import Path

import pytest

from designkit.documents.paper import Paper, Paragraph, Section
from designkit.documents.printers import find_printer, printer_names
from designkit.errors import OutlineError
from designkit.files import bundled
from tests.hostile import every_hostile_text

SECTIONS = (
    Section("one", "First", (Paragraph("All of one, see [two](#two)."),)),
    Section("two", "Second", (Paragraph("All of two."),)),
    Section("none", "Nothing", ()),
)
every_format = pytest.mark.parametrize("format", printer_names())


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The outlines of a project: one of a paper, which the shipped formats use."""
    (tmp_path / "mine.j2").write_text("{{ sections.two }}{{ sections.none }}")
    return tmp_path


def paper(own: Path, **texts: str) -> Paper:
    for name, text in texts.items():
        (own / f"{name}.j2").write_text(text)
    return Paper("A title", "", (), sections=SECTIONS, outline="mine", templates=own)


def markdown(paper: Paper) -> str:
    return find_printer("md").print(paper)[0].data.decode()


def test_a_paper_has_the_sections_that_its_outline_names(own: Path) -> None:
    assert markdown(paper(own)) == "# A title\n\n## Second\n\nAll of two.\n"


def test_sections_come_in_the_order_of_the_outline(own: Path) -> None:
    text = markdown(paper(own, mine="{{ sections.two }}\n{{ sections.one }}"))

    assert text.index("## Second") < text.index("## First")
    assert "see [two](#second)" in text


@every_format
def test_an_outline_holds_in_every_format(own: Path, format: str) -> None:
    without = find_printer(format).print(paper(own))[0].data
    both = paper(own, mine="{{ sections.one }}{{ sections.two }}")

    assert len(find_printer(format).print(both)[0].data) > len(without)


@every_format
def test_a_project_changes_the_foot_of_a_format(own: Path, format: str) -> None:
    extended = f"{{% extends 'shipped/{format}.j2' %}}"
    foot = extended + "{% block foot %}Ours alone.{% endblock %}"
    plain, changed = (
        find_printer(format).print(paper(own, **{format: text}))[0].data
        for text in (extended, foot)
    )

    assert plain != changed
    assert (b"Ours alone." in changed) == (format != "pdf")  # which packs its texts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "\n{{ sections.tow }}",
            "mine.j2:2: no section is called 'tow'; did you mean two? "
            "There are one, two, none",
            id="unknown section",
        ),
        pytest.param("{{ nothing }}", "mine.j2:1: ", id="unknown name"),
        pytest.param("a\n{% if %}", "mine.j2:2: ", id="syntax"),
        pytest.param(
            "\n{% include 'gone.j2' %}",
            "mine.j2:2: there is no template 'gone.j2'",
            id="no such template",
        ),
        pytest.param(
            "{% include '../x.j2' %}",
            "mine.j2:1: there is no template '../x.j2'",
            id="outside of the folder",
        ),
        pytest.param(
            "{% extends 'shipped/reference.j2' %}{% block custs %}{% endblock %}",
            "mine.j2:1: no block is called 'custs'; did you mean cost?",
            id="unknown block",
        ),
        pytest.param(
            "{% extends 'shipped/reference.j2' %}\n{{ sections.one }}",
            "mine.j2:2: what stands beside the blocks is not shown",
            id="beside the blocks",
        ),
        pytest.param("{{ 1 // 0 }}", "mine.j2:1: ", id="arithmetic"),
        pytest.param(
            "{{ sections.__class__.__mro__ }}", "mine.j2:1: ", id="out of the sandbox"
        ),
    ],
)
def test_what_is_wrong_with_an_outline_is_one_line_with_its_place(
    own: Path, text: str, message: str
) -> None:
    with pytest.raises(OutlineError) as caught:
        markdown(paper(own, mine=text))

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_link_does_not_lead_out_of_the_folder(own: Path) -> None:
    secret = own.parent / "secret.j2"
    secret.write_text("a secret")
    (own / "linked.j2").symlink_to(secret)
    text = "{% include 'linked.j2' %}"

    with pytest.raises(OutlineError, match=r"no template 'linked\.j2'"):
        markdown(paper(own, mine=text))


def test_a_project_takes_one_section_out_of_a_shipped_outline(own: Path) -> None:
    names = ("pointer", "problem", "cost", "findings")
    told = tuple(Section(name, name.title(), (Paragraph(name),)) for name in names)
    every = {
        name: Section(name, "", ())
        for name in re.findall(r"sections\.(\w+)", shipped("reference"))
    }
    (own / "reference.j2").write_text(
        "{% extends 'shipped/reference.j2' %}{% block cost %}{% endblock %}"
    )
    sections = tuple((every | {section.name: section for section in told}).values())
    page = Paper("T", "", (), sections=sections, outline="reference", templates=own)

    assert re.findall("^## (.*)", markdown(page), re.MULTILINE) == [
        "Pointer",
        "Problem",
        "Findings",
    ]


@pytest.mark.parametrize("name", ["design-doc", "full", "reference"])
def test_each_section_of_a_shipped_outline_is_a_block_of_that_name(name: str) -> None:
    lines = shipped(name).splitlines()
    block = re.compile(
        r"{% block (\w+) %}{{ (?:sections\.\1|summary_of_contents) }}{% endblock %}"
    )

    assert [line for line in lines if not block.fullmatch(line)] == []


def shipped(name: str) -> str:
    return (bundled("templates") / "paper" / f"{name}.j2").read_text("utf-8")


@every_hostile_text
def test_no_text_of_a_design_is_ever_a_template(own: Path, text: str) -> None:
    trap = f"x{text}{{{{ sections.two }}}}{{% include 'md.j2' %}}"
    told = Section("one", trap, (Paragraph(trap),))
    sections = (told, *SECTIONS[1:])
    (own / "mine.j2").write_text("{{ sections.one }}")
    page = Paper(trap, trap, (), sections=sections, outline="mine", templates=own)

    assert "All of two." not in markdown(page)
    assert "sections.two" in markdown(page).replace("\\", "")
