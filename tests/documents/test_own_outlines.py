"""The page on outlines of a project: its templates work, and it names every section."""

import re
from pathlib import Path

import pytest

from designkit.documents.rendering import RenderOptions, write
from designkit.documents.write_up.sections import WHOLE
from designkit.documents.write_up.short import SHORT
from designkit.errors import OutlineError
from designkit.source.loader import Loaded, load_file
from designkit.text.escape import plain
from tests.sampled import sampled

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "write-ups.md").read_text("utf-8")
SHEET, REFERENCE, FRAME = re.findall(r"```jinja\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def fraud() -> Loaded:
    return load_file(ROOT / "designs" / "fraud.yaml")


@pytest.fixture
def outlines(tmp_path: Path) -> Path:
    for name, text in (("design-doc", SHEET), ("reference", REFERENCE), ("md", FRAME)):
        (tmp_path / f"{name}.j2").write_text(text)
    return tmp_path


def papers(design: Loaded, outlines: Path, format: str = "md") -> list[bytes]:
    options = RenderOptions(templates=outlines)
    made = write(design, format, stem="fraud", options=options, pictures={})
    return [output.data for output in made]


def test_the_outlines_of_the_page_do_what_it_says(
    fraud: Loaded, outlines: Path
) -> None:
    doc, reference = (data.decode() for data in papers(fraud, outlines))

    assert re.findall("^## (.*)", doc, re.MULTILINE) == [
        "Summary",
        "Release and monitoring",
        "Risks",
        "Failure modes",
    ]
    assert "worksheet" not in reference
    assert "data protection officer" in reference
    assert doc.endswith("Internal: not for publication.\n")


@sampled("format", ("html", "pdf"), 1)
def test_they_hold_in_every_format(
    fraud: Loaded, outlines: Path, format: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ours = tmp_path_factory.mktemp("none")
    own, shipped = (papers(fraud, folder, format)[0] for folder in (outlines, ours))

    assert len(own) < len(shipped)


def test_the_page_names_every_section() -> None:
    listed = PAGE[PAGE.index("`sections.NAME`") : PAGE.index("- `title`")]

    assert set(re.findall(r"`(\w+)`", listed)) == {*WHOLE, *SHORT}


def test_its_message_is_what_is_said(fraud: Loaded, outlines: Path) -> None:
    (outlines / "design-doc.j2").write_text(SHEET.replace("running", "runing"))
    said = re.findall(r"```text\ndesignkit: (.*)\n```", PAGE)

    with pytest.raises(OutlineError) as caught:
        papers(fraud, outlines)

    assert plain(str(caught.value)).startswith(said[0])
