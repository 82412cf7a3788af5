"""A change in a watched directory wakes the session, however an editor writes a file."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from designkit.documents.preview.session import Session
from designkit.documents.preview.watching import watch_files
from tests.previewed import SKETCH

LONG = 10
"""Seconds in which an event comes on any machine."""


@pytest.fixture
def design(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "team").mkdir()
    path = tmp_path / "team" / "sketch.yaml"
    path.write_text(SKETCH)
    return path


@pytest.fixture
def session(design: Path) -> Iterator[Session]:
    with watched(Session([str(design)], print)) as session:
        yield session


class watched:  # noqa: N801  a context, called as one
    """Runs a watch, from its first look on, until the context ends."""

    def __init__(self, session: Session) -> None:
        self.session, self.over = session, threading.Event()
        self.thread = threading.Thread(
            target=watch_files, args=(session, self.over, print), daemon=True
        )

    def __enter__(self) -> Session:
        count = self.session.wait(-1, 0)
        self.thread.start()
        self.session.wait(count, LONG)
        return self.session

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join(LONG)
        assert not self.thread.is_alive()


def edit(path: Path) -> None:
    path.write_text(SKETCH + "# more\n")


def replace(path: Path) -> None:
    other = path.with_name(".sketch.yaml.swp")
    other.write_text(SKETCH + "# more\n")
    other.replace(path)


def move_away_and_write(path: Path) -> None:
    path.rename(path.with_name("sketch.yaml~"))
    path.write_text(SKETCH + "# more\n")


def touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def remove(path: Path) -> None:
    path.unlink()


def remove_directory(path: Path) -> None:
    shutil.rmtree(path.parent)


@pytest.mark.parametrize(
    "change", [edit, replace, move_away_and_write, touch, remove, remove_directory]
)
def test_whatever_happens_to_a_file_is_noticed(
    session: Session, design: Path, change: Callable[[Path], None]
) -> None:
    session.page("team-sketch")
    watcher = Watcher(session)
    change(design)

    assert watcher.notices()


def test_a_directory_that_comes_back_is_watched_again(
    session: Session, design: Path
) -> None:
    session.page("team-sketch")
    gone = Watcher(session)
    shutil.rmtree(design.parent)
    assert gone.notices()

    back = Watcher(session)
    design.parent.mkdir()
    design.write_text(SKETCH)
    assert back.notices()

    session.page("team-sketch")
    edited = Watcher(session)
    edit(design)
    assert edited.notices()


def test_what_comes_before_the_watch_begins_is_noticed(design: Path) -> None:
    session = Session([str(design.parent)], print)
    watcher = Watcher(session, "")
    design.with_name("new.yaml").write_text(SKETCH)
    with watched(session):
        assert watcher.notices()


def test_a_part_that_did_not_exist_is_noticed(session: Session, design: Path) -> None:
    design.write_text(f"{SKETCH}include: [parts/deep/a.yaml]\n")
    session.page("team-sketch")
    watcher = Watcher(session)
    part = design.parent / "parts" / "deep" / "a.yaml"
    part.parent.mkdir(parents=True)
    part.write_text("designkit-part: 1\n")

    assert watcher.notices()


def test_a_new_design_is_found_also_in_a_new_directory(design: Path) -> None:
    with watched(Session([str(design.parent.parent)], print)) as session:
        watcher = Watcher(session, "")
        new = design.parent.parent / "other" / "a.yaml"
        new.parent.mkdir()
        time.sleep(0.5)  # the directory is looked at while it is empty
        new.write_text(SKETCH)

        assert watcher.notices()
        assert session.names == ("other-a", "team-sketch")


@pytest.mark.slow
def test_where_nothing_can_be_watched_it_looks_every_second(
    design: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("watchfiles.watch", fails)
    session = Session([str(design)], print)
    session.page("team-sketch")
    with watched(session):
        watcher = Watcher(session)
        edit(design)
        assert watcher.notices()
    assert (
        "cannot watch files, looks every second: no space left on device\n"
        in capsys.readouterr().out
    )


@dataclass
class Watcher:
    """Who has seen a version and waits for another, looking only when woken."""

    session: Session
    key: str = "team-sketch"
    version: str | None = field(init=False)
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.version = self.session.version(self.key)
        self.count = self.session.wait(-1, 0)

    def notices(self) -> bool:
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            count, before = self.session.wait(self.count, LONG), self.count
            self.count = count
            if count != before and self.session.version(self.key) != self.version:
                return True
        return False
