"""``render --format html`` of several designs, or of a directory, makes a site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.site.sites import BROKEN, LONE, dead_links

Run = Callable[..., tuple[int, str, str]]
PAGE = ("--format", "html", "--view", "overview", "-o", "site")


@pytest.fixture
def designs(here: Path) -> Path:
    (here / "designs").mkdir()
    (here / "designs" / "lone.yaml").write_text(LONE)
    return here / "designs"


def test_a_directory_becomes_a_site(run: Run, designs: Path) -> None:
    code, told, _ = run("render", "designs/", *PAGE)
    listed = told.splitlines()

    assert code == 0
    assert listed[:3] == [
        "site/lone/lone.html",
        "site/lone/thumbnail.svg",
        "site/index.html",
    ]
    assert sorted(listed) == sorted(
        path.as_posix() for path in Path("site").rglob("*.*")
    )
    assert dead_links(Path("site")) == []


def test_one_design_is_a_page_and_no_site(run: Run, designs: Path) -> None:
    assert run("render", "designs/lone.yaml", *PAGE)[:2] == (0, "site/lone/lone.html\n")


def test_other_formats_make_no_site(run: Run, designs: Path) -> None:
    overview = ("--format", "svg", "--view", "overview", "-o", "site")

    assert run("render", "designs/", *overview)[1] == "site/lone/overview.svg\n"


def test_several_processes_make_the_site_that_one_makes(
    run: Run, designs: Path
) -> None:
    (designs / "broken.yaml").write_text(BROKEN)
    alone = run("render", "designs/", *PAGE)
    files = {path: path.read_bytes() for path in Path("site").rglob("*.*")}
    together = run("render", "designs/", *PAGE, "--jobs", "2")

    assert alone == together
    assert alone[0] == 1
    assert files == {path: path.read_bytes() for path in Path("site").rglob("*.*")}
    assert "unknown kind" in Path("site/index.html").read_text("utf-8")
