"""The files of a page are its design, its parts and what its project decides."""

import os
from pathlib import Path

import pytest

from designkit.documents.preview.watched import files_of, stamps, version
from designkit.source.inputs import find_input
from designkit.source.loader import load_file
from designkit.source.settings import find_settings
from tests.previewed import SKETCH


@pytest.fixture(autouse=True)
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def files(design: Path) -> list[str]:
    item, settings = find_input(design), find_settings(design.parent)
    found = files_of(item, settings, load_file(design))
    return [path.relative_to(design.parent).as_posix() for path in found]


def test_parts_settings_and_what_they_name_are_watched(repository: Path) -> None:
    (repository / "outlines").mkdir()
    (repository / "outlines" / "full.j2").write_text("")
    (repository / "more").mkdir()
    (repository / "more" / "base.toml").write_text('ignore = ["orphan"]')
    (repository / "designkit.toml").write_text(
        'extend = "more/base.toml"\nbaseline = "known.json"\ntemplates = "outlines"\n'
        'icons = {feast = "icons/feast.svg"}\n'
    )
    design = repository / "design.yaml"
    design.write_text(f"{SKETCH}include: [parts/a.yaml, missing.yaml]\n")

    assert files(design) == [
        "design.yaml",
        "designkit.toml",
        "pyproject.toml",
        "more/base.toml",
        "icons/feast.svg",
        "known.json",
        "outlines",
        "outlines/full.j2",
        "parts/a.yaml",
        "missing.yaml",
    ]


@pytest.mark.parametrize(
    "written", ["/etc/passwd", "../../x.yaml", "a/../../x.yaml", "3", "[]", "''", "."]
)
def test_a_design_has_nothing_watched_outside_its_project(
    repository: Path, written: str
) -> None:
    design = repository / "design.yaml"
    design.write_text(f"{SKETCH}include: [{written}]\n")

    assert set(files(design)) <= {
        "design.yaml",
        "designkit.toml",
        "pyproject.toml",
        "3",
    }


def test_a_version_is_another_when_a_file_is(repository: Path) -> None:
    design = repository / "design.yaml"

    def now() -> str:
        return version(stamps([design, repository / "a\0b"]))

    seen = [now()]
    for text in ("a", "ab", "ac"):
        design.write_text(text)
        os.utime(design, ns=(0, len(seen)))
        seen.append(now())
    assert len({*seen, now()}) == 4
