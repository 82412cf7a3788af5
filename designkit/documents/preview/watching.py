"""Watches the directories of a session, and wakes it when something changes there.

A change only has everybody look again at the files that count for them, so nothing
depends on which events a system sends, or on how an editor writes a file.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from designkit.documents.preview.places import WatchedPlaces
from designkit.documents.preview.session import Session
from designkit.errors import MissingLibraryError, reason_of

STEP, MOST = 20, 200
"""Milliseconds without a further change, and in all, until changes are told."""

PAUSE = 1.0
"""Seconds between two looks where nothing can be watched."""


def require_watchfiles() -> None:
    """Refuse to go on without the library that watches files.

    Raises:
        MissingLibraryError: it is not installed.
    """
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        raise MissingLibraryError("watchfiles", "pip install watchfiles") from None


def watch_files(
    session: Session, over: threading.Event, tell: Callable[[str], None]
) -> None:
    """Wake the session at every change, until it is over."""
    while not over.is_set():
        places = session.places
        try:
            _watch(session, places, over)
        except OSError as error:
            tell(f"cannot watch files, looks every second: {reason_of(error)}")
            _look(session, over)
        session.wake()


@dataclass(frozen=True, slots=True)
class _Until:
    """What ends a watch: the end of all, or other directories to watch."""

    session: Session
    places: WatchedPlaces
    over: threading.Event

    def is_set(self) -> bool:
        return self.over.is_set() or self.session.places is not self.places


def _watch(session: Session, places: WatchedPlaces, over: threading.Event) -> None:
    here = [place for place in places.directories if place.is_dir()]
    if not here:
        over.wait(PAUSE)
        return
    begins = True
    for moved in _changes(here, _Until(session, places, over)):
        if (
            begins or moved is not None
        ):  # what came before the watch is told by no event
            session.wake(search=begins or any(map(places.may_be_design, moved or ())))
        if not {*(moved or ())}.isdisjoint(here):
            return  # what comes back under that name has to be watched anew
        begins = False


def _changes(here: Sequence[Path], until: _Until) -> Iterator[tuple[Path, ...] | None]:
    """Give for each change the paths that came or went; None where there was none."""
    from watchfiles import Change, watch

    for told in watch(
        *here,
        watch_filter=lambda _kind, path: until.places.counts(Path(path)),
        debounce=MOST,
        step=STEP,
        stop_event=until,
        rust_timeout=MOST,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=False,
        ignore_permission_denied=True,
    ):
        moved = (Path(path) for kind, path in told if kind != Change.modified)
        yield tuple(moved) if told else None


def _look(session: Session, over: threading.Event) -> None:
    """Look again every second: there are too many files to be told of changes."""
    while not over.wait(PAUSE):
        session.wake()
