"""A page is made when it is asked for, once, and anew when one of its files is another."""

import time
from pathlib import Path

import pytest

from designkit.documents.preview import pages as made
from designkit.documents.preview.session import Session
from designkit.files import Output
from designkit.source.inputs import find_shipped
from tests.previewed import SKETCH

PART = "designkit-part: 1\ncomponents:\n  more: {kind: gateway}\n"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def session(design: Path, told: list[str]) -> Session:
    return Session([str(design)], told.append)


def shown(session: Session) -> str:
    page = session.page("sketch")
    assert page
    return page.body.decode()


def test_a_page_is_made_once_until_a_file_is_another(
    session: Session, design: Path, told: list[str]
) -> None:
    first, again, version = shown(session), shown(session), session.version("sketch")
    design.write_text(SKETCH.replace("name: Sketch", "name: Edited"))

    assert first is not again
    assert first == again
    assert len(told) == 1
    assert session.version("sketch") != version
    assert "<title>Edited</title>" in shown(session)
    assert len(told) == 2


def test_only_the_design_that_changed_is_made_anew(
    design: Path, told: list[str]
) -> None:
    other = design.with_name("other.yaml")
    other.write_text(SKETCH)
    session = Session([str(design.parent)], told.append)
    for key in (*session.names, *session.names):
        session.page(key)
    design.write_text(SKETCH + "# more\n")
    for key in session.names:
        session.page(key)

    assert [line.split(" in ")[0] for line in told] == [
        "other.yaml",
        "sketch.yaml",
        "sketch.yaml",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("part.yaml", PART, id="a part that was missing"),
        pytest.param("designkit.toml", 'ignore = ["orphan"]', id="settings"),
        pytest.param(
            "pyproject.toml", '[tool.designkit]\nignore = ["orphan"]', id="shared ones"
        ),
    ],
)
def test_what_a_design_is_made_of_counts_as_well(
    session: Session, design: Path, name: str, text: str
) -> None:
    design.write_text(f"{SKETCH}include: [part.yaml]\n")
    before, version = shown(session), session.version("sketch")
    (design.parent / name).write_text(text)
    there = session.version("sketch")
    after = shown(session)
    (design.parent / name).unlink()

    assert there != version == session.version("sketch")
    assert f'data-version="{version}"' in before
    assert f'data-version="{there}"' in after


def test_an_outline_of_the_project_counts_as_well(
    session: Session, design: Path
) -> None:
    folder = design.parent / "outlines"
    folder.mkdir()
    (design.parent / "designkit.toml").write_text('templates = "outlines"')
    shown(session)
    version = session.version("sketch")
    (folder / "design-doc.j2").write_text("{% if %}")

    assert session.version("sketch") != version
    assert "cannot be shown" in shown(session)


def test_a_file_that_changes_while_its_page_is_made_is_shown_next(
    session: Session, design: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = made.render_design

    def slowly(*given: object) -> tuple[Output, ...]:
        design.write_text(SKETCH.replace("name: Sketch", "name: Meanwhile"))
        return make(*given)

    monkeypatch.setattr(made, "render_design", slowly)
    first = shown(session)
    monkeypatch.undo()

    assert "<title>Sketch</title>" in first
    assert f'data-version="{session.version("sketch")}"' not in first
    assert "<title>Meanwhile</title>" in shown(session)


def test_a_fault_of_ours_is_shown_and_ends_nothing(
    session: Session, design: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("<b>x</b>")

    monkeypatch.setattr(made, "render_design", fails)
    assert "internal error: ValueError: &lt;b&gt;x&lt;/b&gt;" in shown(session)
    monkeypatch.undo()
    design.write_text(SKETCH + "# more\n")
    assert "<title>Sketch</title>" in shown(session)


def test_a_design_that_comes_is_found_and_one_that_goes_stays(
    design: Path, told: list[str]
) -> None:
    session = Session([str(design.parent)], told.append)
    design.with_name("new.yaml").write_text(SKETCH)
    session.wake()
    unasked = session.names
    session.wake(search=True)
    found = session.names
    for path in design.parent.glob("*.yaml"):
        path.unlink()
    session.wake(search=True)

    assert (unasked, found) == (("sketch",), ("new", "sketch"))
    assert session.names == found
    assert "no such file or directory" in shown(session)


def test_who_waits_is_woken(session: Session) -> None:
    began, count = time.monotonic(), session.wait(-1, 30)
    session.wake()

    assert session.wait(count, 30) == count + 1
    assert time.monotonic() - began < 10
    assert session.wait(count + 1, 0.01) == count + 1


@pytest.mark.slow
def test_an_edit_of_fraud_takes_less_than_a_reader_waits(
    tmp_path: Path, told: list[str]
) -> None:
    design, text = tmp_path / "fraud.yaml", find_shipped("fraud").read_text("utf-8")
    design.write_text(text)
    session = Session([str(design)], told.append)
    session.page("fraud")
    took = []
    for number in range(5):
        design.write_text(text.replace("replicas: 12", f"replicas: {13 + number}", 1))
        began = time.process_time()
        session.page("fraud")
        took.append(time.process_time() - began)

    assert len(told) == 6
    assert min(took) < 0.6  # seconds of a processor: others may want it as well
