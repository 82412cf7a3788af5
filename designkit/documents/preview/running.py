"""Starts a preview and ends it: its session, its servers, and what watches files."""

import errno
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from designkit.documents.preview.server import PreviewServer
from designkit.documents.preview.session import Session
from designkit.documents.preview.watching import require_watchfiles, watch_files
from designkit.errors import OutputError, reason_of

PORT, MOST_PORTS = 8520, 20
"""The port of a preview, and how many from there on are tried."""

HOST, ALSO = "127.0.0.1", "::1"
"""The addresses to listen at, which no other machine reaches."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview, and its address for a browser."""

    address: str


@contextmanager
def preview(
    words: Sequence[str], port: int | None, tell: Callable[[str], None]
) -> Iterator[Preview]:
    """Serve the designs that `words` mean on this machine, until the context ends.

    Without a `port` it is 8520, or the next free one; 0 is any free one. `tell` is
    given a line on each page that is made: the name of its design, and milliseconds.

    Raises:
        NotFoundError: a word means no design.
        OutputError: the port is taken.
        MissingLibraryError: the library that watches files is not installed.
    """
    require_watchfiles()
    session = Session(words, tell)
    servers, over = _servers(session, port), threading.Event()
    watcher = threading.Thread(target=watch_files, args=(session, over, tell))
    watcher.daemon = True
    for work in (watcher, *map(_serving, servers), _warming(session)):
        work.start()
    try:
        yield Preview(f"http://{HOST}:{servers[0].port}/{_path(session)}")
    finally:
        over.set()
        _end(servers, session)
        watcher.join(1)


def _servers(session: Session, port: int | None) -> tuple[PreviewServer, ...]:
    """Listen at the first port that is free, and at the same of IPv6 if it is there."""
    wanted = range(PORT, PORT + MOST_PORTS) if port is None else (port,)
    first = _first(session, wanted)
    try:
        return first, PreviewServer(ALSO, first.port, session)
    except OSError:
        return (first,)


def _first(session: Session, ports: Sequence[int]) -> PreviewServer:
    for port in ports:
        try:
            return PreviewServer(HOST, port, session)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port == ports[-1]:
                raise OutputError(
                    f"cannot serve at port {port}: {reason_of(error)}"
                ) from error
    raise OutputError("there is no port to serve at")


def _serving(server: PreviewServer) -> threading.Thread:
    return threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)


def _warming(session: Session) -> threading.Thread:
    """Return what makes a first page before anybody asks, so that all are quick."""
    first = session.names[0]
    return threading.Thread(target=session.page, args=(first,), daemon=True)


def _end(servers: Sequence[PreviewServer], session: Session) -> None:
    """Let every event stream see that it is over, and give the ports back."""
    for server in servers:
        server.over.set()
    session.wake()
    for server in servers:
        server.shutdown()
        server.server_close()


def _path(session: Session) -> str:
    return f"{quote(session.only)}/" if session.only else ""
