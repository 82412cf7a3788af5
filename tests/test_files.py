"""Files are written whole or not at all, and only where they belong."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.errors import OutputError
from designkit.files import (
    LONGEST_STEM,
    Output,
    safe_stem,
    write_file,
    write_files,
    write_together,
)


def test_files_are_written_into_a_directory_made_for_them(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    written = write_files(place, [Output("x.md", b"one"), Output("y.svg", b"two")])

    assert written == (place / "x.md", place / "y.svg")
    assert {path.name: path.read_bytes() for path in place.iterdir()} == {
        "x.md": b"one",
        "y.svg": b"two",
    }


def test_a_file_is_written_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a" / "x.md"

    assert write_file(path, b"one") == path
    assert path.read_bytes() == b"one"


def test_a_directory_may_be_a_text(tmp_path: Path) -> None:
    assert write_files(str(tmp_path), [Output("x", b"one")]) == (tmp_path / "x",)


def test_a_file_that_is_the_same_keeps_its_time(tmp_path: Path) -> None:
    (path,) = write_files(tmp_path, [Output("x", b"one")])
    os.utime(path, (1, 1))
    write_files(tmp_path, [Output("x", b"one")])

    assert path.stat().st_mtime == 1


def test_a_file_that_differs_is_replaced(tmp_path: Path) -> None:
    write_files(tmp_path, [Output("x", b"one")])
    write_files(tmp_path, [Output("x", b"two")])

    assert (tmp_path / "x").read_bytes() == b"two"


def test_a_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (path,) = write_files(tmp_path, [Output("x", b"one")])
    usual = tmp_path / "usual"
    usual.touch()

    assert path.stat().st_mode == usual.stat().st_mode


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"precious")
    (tmp_path / "x").symlink_to(elsewhere)
    write_files(tmp_path, [Output("x", b"new")])

    assert elsewhere.read_bytes() == b"precious"
    assert (tmp_path / "x").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, [Output("x", b"old")])

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path, [Output("x", b"new")])

    assert str(caught.value).replace(tmp_path.as_posix(), "DIR") == snapshot(
        "cannot write DIR: no space left on device"
    )
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "x": b"old"
    }


def test_a_directory_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path, [Output("x", b"new")])

    assert str(caught.value).replace(tmp_path.as_posix(), "DIR") == snapshot(
        "cannot write DIR/x: is a directory"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_file_in_the_way_of_the_directory_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path / "x" / "y", [Output("z", b"new")])

    assert str(caught.value).replace(tmp_path.as_posix(), "DIR") == snapshot(
        "cannot write DIR/x/y: not a directory"
    )


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "/x", "a/b", "a\\b", "c:x"])
def test_a_name_that_leads_elsewhere_is_refused_before_anything_is_written(
    name: str, tmp_path: Path
) -> None:
    place = tmp_path / "out"
    with pytest.raises(OutputError, match="not a name for a file"):
        write_files(place, [Output("fine", b""), Output(name, b"")])

    assert not place.exists()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("fraud", "fraud", id="plain"),
        pytest.param("feed ranking (v2)", "feed-ranking-v2", id="spaces and signs"),
        pytest.param("Zürich", "Zürich", id="letters of any language"),
        pytest.param("../../etc", "etc", id="a way out"),
        pytest.param(".hidden", "hidden", id="hidden"),
        pytest.param("--force", "force", id="an option"),
        pytest.param("NUL", "design-NUL", id="a device of Windows"),
        pytest.param("com1.backup", "design-com1.backup", id="a device with a suffix"),
        pytest.param("***", "design", id="nothing left"),
    ],
)
def test_a_stem_becomes_a_name_that_is_safe_anywhere(text: str, name: str) -> None:
    assert safe_stem(text) == name


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_any_text_becomes_a_name_that_stays_in_its_directory(text: str) -> None:
    name = safe_stem(text)

    assert Path("out", name).parent == Path("out")
    assert name
    assert not name.startswith((".", "-"))
    assert len(name.encode()) <= LONGEST_STEM + len("design-")
    assert safe_stem(name) == name


def test_a_report_through_a_link_replaces_what_the_link_leads_to(
    tmp_path: Path,
) -> None:
    kept, link = tmp_path / "reports" / "kept.json", tmp_path / "latest.json"
    kept.parent.mkdir()
    kept.write_bytes(b"old")
    link.symlink_to(kept)

    assert write_file(link, b"new") == link
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"
    assert [path.name for path in kept.parent.iterdir()] == ["kept.json"]


def test_a_report_through_a_link_to_nothing_makes_the_file(tmp_path: Path) -> None:
    link = tmp_path / "latest.json"
    link.symlink_to(tmp_path / "later.json")
    write_file(link, b"new")

    assert (tmp_path / "later.json").read_bytes() == b"new"


def test_links_in_a_circle_are_told_in_a_line(tmp_path: Path) -> None:
    link = tmp_path / "a"
    link.symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(link)

    with pytest.raises(OutputError, match=f"^cannot write {link}: [a-z ]+$"):
        write_file(link, b"new")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, b"new")

    assert os.read(reading, 10) == b"new"
    assert pipe.is_fifo()
    os.close(reading)


def test_a_device_takes_a_report_and_stays_a_device() -> None:
    write_file(Path(os.devnull), b"new")

    assert Path(os.devnull).is_char_device()


def test_a_report_to_an_open_file_goes_on_where_that_is(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("wb") as log:
        log.write(b"before, ")
        log.flush()
        write_file(Path(f"/dev/fd/{log.fileno()}"), b"new")
        log.write(b", after")

    assert path.read_bytes() == b"before, new, after"


def test_what_is_not_open_takes_nothing() -> None:
    with pytest.raises(OutputError, match=r"^cannot write /dev/fd/987654: "):
        write_file(Path("/dev/fd/987654"), b"new")


def test_several_files_are_written_together(tmp_path: Path) -> None:
    old, new, same = tmp_path / "old", tmp_path / "a" / "new", tmp_path / "same"
    old.write_bytes(b"1")
    old.chmod(0o640)
    same.write_bytes(b"s")
    (tmp_path / "link").symlink_to(old)
    changed = write_together({tmp_path / "link": b"2", new: b"n", same: b"s"})

    assert changed == (tmp_path / "link", new)
    assert (old.read_bytes(), new.read_bytes()) == (b"2", b"n")
    assert (tmp_path / "link").is_symlink()
    assert old.stat().st_mode & 0o777 == 0o640


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    old, file = tmp_path / "old", tmp_path / "file"
    old.write_bytes(b"1")
    file.touch()

    with pytest.raises(OutputError, match=r"cannot write .*/file: not a directory"):
        write_together({old: b"2", file / "new": b"n"})

    assert old.read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "old"]
