"""Whoever watches the settings of a directory knows all files that may decide them."""

from pathlib import Path

from designkit.source.settings_files import settings_files


def found(directory: Path) -> list[str]:
    top = directory.parent
    return [path.relative_to(top).as_posix() for path in settings_files(directory)]


def test_they_are_those_up_to_the_repository_and_what_they_extend(
    tmp_path: Path,
) -> None:
    inner = tmp_path / "team"
    (tmp_path / ".git").mkdir()
    (inner / "shared").mkdir(parents=True)
    (inner / "designkit.toml").write_text('extend = "shared/a.toml"')
    (inner / "shared" / "a.toml").write_text('extend = "b.toml"')
    (tmp_path / "pyproject.toml").write_text('[tool.designkit]\nextend = "c.toml"')

    assert found(inner) == [
        "team/designkit.toml",
        "team/pyproject.toml",
        "designkit.toml",
        "pyproject.toml",
        "team/shared/a.toml",
        "team/shared/b.toml",
        "c.toml",
    ]


def test_settings_that_cannot_be_read_are_among_them(tmp_path: Path) -> None:
    inner = tmp_path / "team"
    (inner / ".git").mkdir(parents=True)
    (inner / "designkit.toml").write_text("extend = [")
    (inner / "pyproject.toml").write_text("[tool]\ndesignkit = 3")

    assert found(inner) == ["team/designkit.toml", "team/pyproject.toml"]


def test_settings_that_extend_themselves_end(tmp_path: Path) -> None:
    inner = tmp_path / "team"
    (inner / ".git").mkdir(parents=True)
    (inner / "designkit.toml").write_text('extend = "designkit.toml"')

    assert found(inner) == ["team/designkit.toml", "team/pyproject.toml"]
