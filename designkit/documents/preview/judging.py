"""Which requests the preview answers: those of its own pages, under its own names.

A page of another site may not read a design, also where its name leads to this machine
(DNS rebinding: https://developer.mozilla.org/en-US/docs/Web/Security/Attacks).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

NAMES = ("localhost", "127.0.0.1", "[::1]")
"""What this machine calls itself."""

METHODS = ("GET", "HEAD")
HTTP_PORT = 80


@dataclass(frozen=True, slots=True)
class Request:
    """What of a request says who asks; absent headers are empty."""

    method: str
    hosts: Sequence[str]
    origin: str = ""
    site: str = ""
    mode: str = ""
    has_body: bool = False


def judged(request: Request, port: int) -> HTTPStatus:
    """Return OK for a request that is answered, else why it is not."""
    if len(request.hosts) != 1 or request.hosts[0].lower() not in _hosts(port):
        return HTTPStatus.MISDIRECTED_REQUEST
    if request.method not in METHODS:
        return HTTPStatus.METHOD_NOT_ALLOWED
    if request.has_body:
        return HTTPStatus.BAD_REQUEST
    if not _is_from_here(request):
        return HTTPStatus.FORBIDDEN
    return HTTPStatus.OK


def _hosts(port: int) -> frozenset[str]:
    plain = NAMES if port == HTTP_PORT else ()
    return frozenset((*plain, *(f"{name}:{port}" for name in NAMES)))


def _is_from_here(request: Request) -> bool:
    """Whether our own page asks, or a person who follows a link or types an address."""
    if request.origin and request.origin != f"http://{request.hosts[0]}":
        return False
    return request.site in ("", "same-origin", "none") or request.mode == "navigate"
