"""Watched is what may change a page: no more, and also where nothing is yet."""

from pathlib import Path

from designkit.documents.preview.places import places


def test_the_nearest_directory_of_a_file_is_watched(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    watched = places(
        [tmp_path / "design.yaml", tmp_path / "a" / "b" / "c" / "part.yaml"], ()
    )

    assert watched.directories == (tmp_path, tmp_path / "a")
    assert watched.counts(tmp_path / "a" / "b")
    assert not watched.counts(tmp_path / "other.yaml")
    assert not watched.counts(tmp_path / "a" / "x")


def test_below_a_root_new_designs_count(tmp_path: Path) -> None:
    (tmp_path / "teams" / "pay").mkdir(parents=True)
    watched = places([tmp_path / "teams" / "pay" / "a.yaml"], (tmp_path,))

    assert watched.directories == (
        tmp_path,
        tmp_path / "teams",
        tmp_path / "teams" / "pay",
    )
    assert watched.counts(tmp_path / "teams" / "new")
    assert watched.may_be_design(tmp_path / "teams" / "b.yml")
    assert not watched.counts(tmp_path / "teams" / "notes.txt")
    assert not watched.counts(tmp_path.parent / "b.yml")


def test_links_are_watched_at_both_ends(tmp_path: Path) -> None:
    for name in ("real", "shown"):
        (tmp_path / name).mkdir()
    (tmp_path / "real" / "a.yaml").write_text("")
    (tmp_path / "shown" / "a.yaml").symlink_to(tmp_path / "real" / "a.yaml")
    (tmp_path / "shown" / "round").symlink_to(tmp_path / "shown" / "round")

    watched = places([tmp_path / "shown" / "a.yaml", tmp_path / "shown" / "round"], ())

    assert watched.directories == (tmp_path / "real", tmp_path / "shown")
