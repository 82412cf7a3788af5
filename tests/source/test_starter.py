"""A starter is a shipped design under another name."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.errors import NotFoundError, OutputError
from designkit.source.loader import load_file, load_text
from designkit.source.starter import renamed, start_design, starter_path

OLD = """\
# yaml-language-server: $schema=../docs/schema.json
designkit: 1
name: Old
system: generic
components:
  app: {kind: client, name: Old}
"""


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param("mine", "mine.yaml", id="a name"),
        pytest.param("mine.yaml", "mine.yaml", id="with its suffix"),
        pytest.param("a/mine.yml", "a/mine.yml", id="a path"),
        pytest.param("v1.2", "v1.2.yaml", id="with a dot"),
        pytest.param("my fraud!", "my-fraud.yaml", id="with signs"),
    ],
)
def test_a_name_means_a_file(name: str, path: str) -> None:
    assert starter_path(name).as_posix() == path


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a/..", "-"])
def test_what_has_no_name_in_it_is_refused(name: str) -> None:
    with pytest.raises(OutputError, match="not a name for a design"):
        starter_path(name)


def test_the_line_for_editors_goes_where_its_schema_is_missing(tmp_path: Path) -> None:
    assert renamed(OLD, tmp_path / "a" / "my-feed.yaml") == (
        OLD.partition("\n")[2].replace("name: Old\n", "name: My feed\n", 1)
    )


@pytest.mark.parametrize("file", ["design.yaml", "Design.yml", "ml-design.yaml"])
def test_a_file_that_is_called_design_keeps_the_name_of_the_system(file: str) -> None:
    assert "\nname: Old\n" in renamed(OLD, Path("payments") / file)


def test_a_design_in_a_directory_of_its_own_is_called_after_its_system(
    tmp_path: Path,
) -> None:
    by_system = start_design(str(tmp_path / "a" / "design"), system="delivery-eta")
    copy = start_design(str(tmp_path / "b" / "design"), source="fraud")
    names = [d.name for f in (by_system, copy) if (d := load_file(f).design)]

    assert names == ["Delivery ETA", "Card payment fraud"]


def test_the_line_for_editors_stays_where_its_schema_is(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "schema.json").touch()
    (tmp_path / "designs").mkdir()

    assert renamed(OLD, tmp_path / "designs" / "feed.yaml") == (
        OLD.replace("name: Old\n", "name: Feed\n", 1)
    )


def test_a_design_starts_as_that_of_a_system_or_as_a_copy(tmp_path: Path) -> None:
    by_system = start_design(str(tmp_path / "mine"), system="fraud-detection")
    copy = start_design(str(tmp_path / "yours"), source="fraud")

    assert by_system == tmp_path / "mine.yaml"
    assert [load_file(path).design is not None for path in (by_system, copy)] == [
        True,
        True,
    ]


def test_a_design_that_is_there_is_left_alone_unless_forced(tmp_path: Path) -> None:
    path = start_design(str(tmp_path / "mine"), system="generic")
    path.write_text("mine")

    with pytest.raises(OutputError, match="--force overwrites it"):
        start_design(str(path), source="fraud")
    assert path.read_text() == "mine"
    start_design(str(path), source="fraud", is_forced=True)
    assert "name: Mine\n" in path.read_text()


@pytest.mark.parametrize(("system", "source"), [("frd", None), (None, "frd")])
def test_nothing_is_started_from_what_does_not_exist(
    system: str | None, source: str | None, tmp_path: Path
) -> None:
    with pytest.raises(NotFoundError, match="is called 'frd'"):
        start_design(str(tmp_path / "x"), system=system, source=source)
    assert list(tmp_path.iterdir()) == []


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=20))
def test_any_name_gives_a_design_that_loads(name: str) -> None:
    try:
        path = starter_path(name)
    except OutputError:
        return

    assert load_text(renamed(OLD, path)).design is not None
