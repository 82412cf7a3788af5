"""A directory is searched for designs; what nobody means is left out."""

from pathlib import Path

import pytest

from designkit.source.search import Found, looks_like_a_design, search

DESIGN = "designkit: 1\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(here: Path, *names: str, text: str = DESIGN) -> None:
    for name in names:
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)


def found(directory: Path, of: Path | None = None) -> list[str]:
    return [
        path.relative_to(of or directory).as_posix()
        for path in search(directory).designs
    ]


def test_designs_are_found_however_deep_in_the_order_of_their_paths(
    here: Path,
) -> None:
    write(here, "z.yaml", "a/b/c/d.yml", "a/b.yaml")

    assert found(here) == ["a/b/c/d.yml", "a/b.yaml", "z.yaml"]


def test_what_is_hidden_made_or_installed_is_left_out(here: Path) -> None:
    write(here, ".github/a.yaml", ".b.yaml", "build/c.yaml", "x/node_modules/d.yaml")
    write(here, "venv/lib/e.yaml", "x/dist/f.yaml", "builds/g.yaml")

    assert found(here) == ["builds/g.yaml"]


def test_what_git_ignores_is_left_out(here: Path) -> None:
    write(here, "drafts/a.yaml", "x/b.yaml", "x/b.old.yaml", "x/keep.old.yaml")
    write(here, ".gitignore", text="drafts/\n*.old.yaml\n")
    write(here, "x/.gitignore", text="!keep.old.yaml\n")

    assert found(here) == ["x/b.yaml"]
    assert found(here / "x") == ["b.yaml"]


def test_what_the_settings_exclude_is_left_out(here: Path) -> None:
    write(here, "designkit.toml", text='exclude = ["drafts/", "*.old.yaml"]\n')
    write(here, "drafts/a.yaml", "x/b.yaml", "x/b.old.yaml")

    assert found(here) == ["x/b.yaml"]


def test_who_names_a_directory_that_is_left_out_means_it(here: Path) -> None:
    write(here, ".gitignore", text="build/\ndrafts/\n")
    write(here, "designkit.toml", text='exclude = ["drafts/"]\n')
    write(here, "build/a.yaml", "drafts/deep/b.yaml")

    assert found(here) == []
    assert found(here / "build") == ["a.yaml"]
    assert found(here / "drafts") == ["deep/b.yaml"]


def test_other_yaml_is_counted_and_left_out(here: Path) -> None:
    write(here, "compose.yaml", text="services:\n  designkit: {image: x}\n")
    write(here, "a.yaml")

    assert search(here) == Found((here / "a.yaml",), 1)


def test_a_circle_of_directories_is_walked_once(here: Path) -> None:
    write(here, "a/b.yaml")
    (here / "a" / "again").symlink_to(here)

    assert found(here) == ["a/b.yaml"]


@pytest.mark.parametrize(
    ("text", "is_design"),
    [
        pytest.param("designkit: 1\n", True, id="first"),
        pytest.param("name: x\r\ndesignkit : 1\r\n", True, id="later"),
        pytest.param("\ufeffdesignkit: 1\n", True, id="byte order mark"),
        pytest.param('"designkit": 1\n', True, id="quoted"),
        pytest.param("# hello\n{designkit: 1}\n", True, id="in braces"),
        pytest.param('{\n  "name": "x",\n  "designkit": 1}\n', True, id="as JSON"),
        pytest.param("a: {b: 1}\ntool:\n  designkit: 1\n", False, id="below"),
        pytest.param("{a: {designkit: 1}}\n", False, id="below, in braces"),
        pytest.param("text: designkit\n", False, id="a value"),
    ],
)
def test_a_design_is_known_by_its_key_at_the_top_level(
    tmp_path: Path, text: str, is_design: bool
) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(text.encode())

    assert looks_like_a_design(file) is is_design
