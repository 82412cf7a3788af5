"""A path is written the same wherever the command runs and however it is spelt."""

from pathlib import Path

import pytest

from designkit.source.project import base_of, root_of, shown_path, words_of_stem


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "teams" / "risk" / "designs").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "teams")
    return tmp_path


def test_a_path_counts_from_the_root_of_the_repository(here: Path) -> None:
    (here / ".git").mkdir()

    assert root_of(here / "teams" / "risk") == here
    assert {
        shown_path(path)
        for path in (
            Path("risk/pay.yaml"),
            Path("./risk/../risk/pay.yaml"),
            here / "teams" / "risk" / "pay.yaml",
        )
    } == {"teams/risk/pay.yaml"}


def test_without_a_repository_it_counts_from_the_settings(here: Path) -> None:
    (here / "designkit.toml").write_text("")

    assert base_of(here / "teams") == here
    assert shown_path(Path("risk/pay.yaml")) == "teams/risk/pay.yaml"


def test_without_either_it_counts_from_here(here: Path) -> None:
    assert shown_path(Path("risk/pay.yaml")) == "risk/pay.yaml"
    assert shown_path(here / "pay.yaml") == (here / "pay.yaml").as_posix()


def test_a_nested_repository_is_one_of_its_own(here: Path) -> None:
    (here / ".git").mkdir()
    (here / "teams" / "risk" / ".git").write_text("gitdir: elsewhere")

    assert shown_path(Path("risk/pay.yaml")) == "pay.yaml"


def test_an_output_is_named_by_the_way_to_it(here: Path) -> None:
    (here / ".git").mkdir()

    assert [*words_of_stem(Path("risk/designs/pay.yaml"))] == ["teams", "risk", "pay"]
    assert [*words_of_stem(here / "designs" / "pay.yaml")] == ["pay"]
