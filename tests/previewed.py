"""A running preview for tests: small designs, and requests by plain sockets."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from designkit.documents.preview.running import preview

SKETCH = """\
designkit: 1
name: Sketch
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
"""
BROKEN = SKETCH.replace("gateway", "gatway")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the headers by small names, and the body."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Running:
    """A preview that runs, and what it has told."""

    address: str
    told: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def ask(self, path: str, *headers: str, method: str = "GET") -> Answer:
        """Send a request with our own Host, and with `headers`, line by line."""
        return self.send(f"{method} {path} HTTP/1.1", self.host, *headers)

    @property
    def host(self) -> str:
        return f"Host: 127.0.0.1:{self.port}"

    def send(self, *lines: str) -> Answer:
        """Send the lines of a request as they are, and read all that comes back."""
        with self.connected(*lines, "Connection: close") as stream:
            head, _, body = stream.makefile("rb").read().partition(b"\r\n\r\n")
        first, *others = head.decode().split("\r\n")
        headers = dict(line.split(": ", 1) for line in others)
        small = {name.lower(): value for name, value in headers.items()}
        return Answer(int(first.split()[1]), small, body.decode())

    @contextmanager
    def connected(self, *lines: str) -> Iterator[socket.socket]:
        """Keep a connection open after the lines of a request."""
        with socket.create_connection(("127.0.0.1", self.port), 20) as stream:
            stream.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode())
            yield stream


@contextmanager
def running(*words: str | Path) -> Iterator[Running]:
    """Run a preview at a free port."""
    told: list[str] = []
    with preview([str(word) for word in words], 0, told.append) as begun:
        yield Running(begun.address, told)
