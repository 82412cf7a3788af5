"""`designkit embed` fills pages, tells what is stale, and writes all or nothing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from inline_snapshot import snapshot

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""

END = "<!-- /designkit -->"
PAGE = f"""\
# Sketch

<!-- designkit: picture sketch.yaml overview to=images -->{END}

<!-- designkit: table sketch.yaml components columns=component,kind -->{END}
"""


@pytest.fixture
def page(sketch: Path, here: Path) -> Path:
    path = here / "README.md"
    path.write_text(PAGE)
    return path


def tree(here: Path) -> dict[str, bytes]:
    files = (path for path in sorted(here.rglob("*")) if path.is_file())
    return {path.relative_to(here).as_posix(): path.read_bytes() for path in files}


def test_a_page_and_its_pictures_are_written_once(run: Run, page: Path) -> None:
    first = run("embed", "README.md")
    files = tree(page.parent)
    second = run("embed", "README.md", "./README.md")

    assert first == snapshot(
        (
            0,
            "images/sketch.overview.svg\nREADME.md\n",
            "2 parts in 1 page, 2 written\n",
        )
    )
    assert second == snapshot((0, "", "2 parts in 1 page, 0 written\n"))
    assert tree(page.parent) == files
    assert page.read_text().splitlines()[3:6] == snapshot(
        [
            "",
            "![Overview of Sketch: Clients, Serving.](images/sketch.overview.svg)",
            "",
        ]
    )


def test_a_check_names_what_is_stale_and_writes_nothing(
    run: Run, page: Path, sketch: Path
) -> None:
    run("embed", "README.md")
    fresh = run("embed", "--check", "README.md")
    sketch.write_text(re.sub(r"\bgate\b", "door", sketch.read_text()))
    before = tree(page.parent)
    stale = run("embed", "--check", "README.md")

    assert fresh == snapshot((0, "", "2 parts in 1 page, 0 stale\n"))
    assert stale == snapshot(
        (
            1,
            """\
README.md:3: picture sketch.yaml overview to=images
  sketch.overview.svg is another by now
README.md:9: table sketch.yaml components columns=component,kind
-| **Gate** `gate` | gateway |
+| **Door** `door` | gateway |
""",
            "2 parts in 1 page, 2 stale\n",
        )
    )
    assert tree(page.parent) == before


def test_a_picture_that_is_gone_is_stale(run: Run, page: Path) -> None:
    run("embed", "README.md")
    (page.parent / "images" / "sketch.overview.svg").unlink()

    assert run("embed", "--check", "README.md") == snapshot(
        (
            1,
            """\
README.md:3: picture sketch.yaml overview to=images
  sketch.overview.svg is missing
""",
            "2 parts in 1 page, 1 stale\n",
        )
    )


def test_a_wrong_marker_keeps_every_page_as_it_is(run: Run, page: Path) -> None:
    Path("other.md").write_text(PAGE + f"<!-- designkit: tabel x -->{END}\n")
    before = tree(page.parent)

    assert run("embed", "README.md", "other.md") == snapshot(
        (
            2,
            "",
            """\
other.md:6:1: no kind of marker is called 'tabel'; did you mean table? There are picture, table, figure, findings
1 problem, nothing written
""",
        )
    )
    assert tree(page.parent) == before


def test_a_place_that_cannot_be_written_keeps_every_page(run: Run, page: Path) -> None:
    (page.parent / "images").touch()

    assert run("embed", "README.md")[0] == 2
    assert page.read_text() == PAGE


def test_what_cannot_be_read_is_one_line(run: Run, here: Path) -> None:
    Path("latin.md").write_bytes(b"caf\xe9")

    assert run("embed", "nowhere.md") == snapshot(
        (2, "", "designkit: cannot read nowhere.md: no such file or directory\n")
    )
    assert run("embed", "latin.md") == snapshot(
        (2, "", "designkit: cannot read latin.md: it is no text in UTF-8\n")
    )
    assert run("embed", ".") == snapshot(
        (2, "", "designkit: cannot read .: is a directory\n")
    )


def test_a_long_change_is_cut(run: Run, page: Path, sketch: Path) -> None:
    lines = "".join(f"  part{n}: {{kind: gateway}}\n" for n in range(50))
    sketch.write_text(sketch.read_text().replace("flows:", f"{lines}flows:"))
    out = run("embed", "--check", "README.md")[1].splitlines()

    assert out[-1] == snapshot("  and 15 more")
    assert len(out) < 50
