"""The server of the preview: HTTP on this machine alone, and news as an event stream.

No path of a request reaches the file system: it is looked up among the known addresses.
"""

import os
import socket
import sys
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from urllib.parse import quote, unquote

from designkit.documents.preview.judging import METHODS, Request, judged
from designkit.documents.preview.served import Served
from designkit.documents.preview.session import EVENTS, Session

BEAT = 10.0
"""Seconds between two signs of life of an event stream."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class PreviewServer(ThreadingMixIn, TCPServer):
    """Serves a session on one address; a thread for each connection."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    allow_reuse_address = os.name == "posix"

    def __init__(self, host: str, port: int, session: Session) -> None:
        """Bind to `host`, an address of this machine, at `port`, or any for 0.

        Raises:
            OSError: it is taken, or there is no such address.
        """
        self.session, self.over = session, threading.Event()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), PreviewHandler)

    @property
    def port(self) -> int:
        """The port that it listens at."""
        port: int = self.server_address[1]
        return port

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader who has gone; of all else what Python says."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "designkit", ""
    timeout = 60
    disable_nagle_algorithm = True

    def answer(self) -> None:
        """Answer a request, or say why not."""
        status = judged(self._request(), self.server.port)
        if status is not HTTPStatus.OK:
            self.close_connection = True
            self._say(status)
            return
        path = unquote(self.path.partition("?")[0])
        if path.startswith(EVENTS):
            self._tell_news(path.removeprefix(EVENTS))
            return
        target = self._elsewhere(path)
        if target:
            self._say(HTTPStatus.FOUND, {"Location": target})
            return
        page = self._page(path)
        self._send(HTTPStatus.OK, page) if page else self._say(HTTPStatus.NOT_FOUND)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer  # noqa: N815

    def log_message(self, format: str, *values: object) -> None:
        """Keep quiet: what is made is told elsewhere, by design."""

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """Refuse what is no request at all, with the same headers as all else."""
        self.close_connection = True
        self._say(HTTPStatus(code))

    def _request(self) -> Request:
        given = self.headers
        return Request(
            method=self.command,
            hosts=given.get_all("Host", []),
            origin=given.get("Origin", ""),
            site=given.get("Sec-Fetch-Site", ""),
            mode=given.get("Sec-Fetch-Mode", ""),
            has_body="Transfer-Encoding" in given
            or given.get("Content-Length", "0") != "0",
        )

    def _elsewhere(self, path: str) -> str:
        """Return where the page of an address is, if it is at another."""
        session = self.server.session
        name = session.only if path == "/" else path.removeprefix("/")
        return f"/{quote(name)}/" if name in session.names else ""

    def _page(self, path: str) -> Served | None:
        if path == "/":
            return self.server.session.index()
        _, key, *rest = path.split("/") if path.count("/") == 2 else ("", "")
        return self.server.session.page(key, *rest)

    def _tell_news(self, key: str) -> None:
        """Tell the version of a design, now and whenever it is another."""
        session, count, told = self.server.session, 0, None
        if session.version(key) is None:
            self._say(HTTPStatus.NOT_FOUND)
            return
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream", {"Connection": "close"})
        while self.command == "GET" and not self.server.over.is_set():
            now = session.version(key)
            line = f"event: version\ndata: {now}\n\n" if now != told else ":\n\n"
            self.wfile.write(line.encode())
            told, count = now, session.wait(count, BEAT)

    def _say(self, status: HTTPStatus, more: Mapping[str, str] | None = None) -> None:
        body = f"{status.value} {status.phrase}\n".encode()
        allow = {"Allow": ", ".join(METHODS)} if status.value == 405 else {}
        said = Served(body, "text/plain; charset=utf-8")
        self._send(status, said, {**(more or {}), **allow})

    def _send(
        self, status: HTTPStatus, sent: Served, more: Mapping[str, str] | None = None
    ) -> None:
        length = {"Content-Length": str(len(sent.body))}
        policy = {"Content-Security-Policy": sent.policy}
        self._head(status, sent.type, {**length, **policy, **(more or {})})
        if self.command != "HEAD":
            self.wfile.write(sent.body)

    def _head(self, status: HTTPStatus, type: str, more: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": type, **HEADERS, **more}.items():
            self.send_header(name, value)
        if self.close_connection and "Connection" not in more:
            self.send_header("Connection", "close")
        self.end_headers()
