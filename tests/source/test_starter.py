"""A starter is a shipped design under another name."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.errors import OutputError
from designkit.source.loader import load_text
from designkit.source.starter import renamed, starter_path

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


def test_the_line_for_editors_stays_where_its_schema_is(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "schema.json").touch()
    (tmp_path / "designs").mkdir()

    assert renamed(OLD, tmp_path / "designs" / "feed.yaml") == (
        OLD.replace("name: Old\n", "name: Feed\n", 1)
    )


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=20))
def test_any_name_gives_a_design_that_loads(name: str) -> None:
    try:
        path = starter_path(name)
    except OutputError:
        return

    assert load_text(renamed(OLD, path)).design is not None
