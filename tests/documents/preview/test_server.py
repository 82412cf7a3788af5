"""The preview as it is reached: by sockets, on this machine, for known addresses alone."""

import html
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.documents.preview.running import preview
from designkit.errors import NotFoundError, OutputError
from tests.hostile import HOSTILE
from tests.html_elements import elements
from tests.previewed import BROKEN, SKETCH, Running, running

SHOWN = [
    *("html", "head", "meta", "meta", "title", "link", "style"),
    *("body", "main", "h1", "pre", "p", "script"),
]
SAFE = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def test_the_address_leads_to_the_page(live: Running) -> None:
    first, page = live.ask("/"), live.ask("/sketch/")

    assert live.address == f"http://127.0.0.1:{live.port}/sketch/"
    assert (first.status, first.headers["location"]) == (302, "/sketch/")
    assert live.ask("/sketch").headers["location"] == "/sketch/"
    assert (page.status, page.headers["content-type"]) == (
        200,
        "text/html; charset=utf-8",
    )
    assert "<title>Sketch</title>" in page.body
    assert live.ask("/sketch/sketch.html").body == page.body
    assert [line.split(" in ")[0] for line in live.told] == ["sketch.yaml"]


@pytest.mark.parametrize(
    ("first", "headers", "status"),
    [
        pytest.param("GET /sketch/ HTTP/1.1", ("Host: evil.example",), 421, id="host"),
        pytest.param("GET /sketch/ HTTP/1.1", (), 421, id="no host"),
        pytest.param("GET /sketch/ HTTP/1.0", (), 421, id="an old protocol"),
        pytest.param("POST /sketch/ HTTP/1.1", ("OUR",), 405, id="POST"),
        pytest.param("OPTIONS * HTTP/1.1", ("OUR",), 405, id="OPTIONS"),
        pytest.param("BREW /sketch/ HTTP/1.1", ("OUR",), 501, id="no method"),
        pytest.param("GET  x y HTTP/1.1", ("OUR",), 400, id="no request"),
        pytest.param(f"GET /{'x' * 70_000} HTTP/1.1", ("OUR",), 414, id="too long"),
        pytest.param(
            "GET / HTTP/1.1", ("OUR", "Content-Length: 9"), 400, id="with a body"
        ),
        pytest.param(
            "GET /-/events/sketch HTTP/1.1",
            ("OUR", "Origin: https://evil.example"),
            403,
            id="news for another origin",
        ),
        pytest.param(
            "GET /-/events/sketch HTTP/1.1",
            ("OUR", "Sec-Fetch-Site: cross-site"),
            403,
            id="news for another site",
        ),
        pytest.param("GET /-/events/other HTTP/1.1", ("OUR",), 404, id="no such news"),
        pytest.param("GET /other/ HTTP/1.1", ("OUR",), 404, id="no such design"),
        pytest.param("GET /sketch/x.html HTTP/1.1", ("OUR",), 404, id="no such page"),
        pytest.param("GET /sketch/../../ HTTP/1.1", ("OUR",), 404, id="up"),
        pytest.param("GET /%2e%2e/etc/passwd HTTP/1.1", ("OUR",), 404, id="escaped"),
        pytest.param("GET /sketch/sketch.yaml HTTP/1.1", ("OUR",), 404, id="its file"),
        pytest.param(
            "GET //evil.example/ HTTP/1.1", ("OUR",), 404, id="a host as path"
        ),
        pytest.param("GET http://a.example/ HTTP/1.1", ("OUR",), 404, id="a proxy"),
    ],
)
def test_what_is_refused_tells_nothing(
    live: Running, first: str, headers: tuple[str, ...], status: int
) -> None:
    answer = live.send(first, *(live.host if it == "OUR" else it for it in headers))

    assert (answer.status, answer.headers["content-type"]) == (
        status,
        "text/plain; charset=utf-8",
    )
    assert answer.headers.items() >= SAFE.items()
    assert "access-control-allow-origin" not in answer.headers
    assert len(answer.body) < 60


def test_a_page_has_a_policy_of_its_own(live: Running) -> None:
    page = live.ask("/sketch/")
    policy = page.headers["content-security-policy"]

    assert page.headers.items() >= SAFE.items()
    assert "connect-src 'self'" in policy
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert "Content-Security-Policy" not in page.body


def test_a_head_is_a_page_without_its_body(live: Running) -> None:
    page, head = live.ask("/sketch/"), live.ask("/sketch/", method="HEAD")

    assert (head.status, head.body) == (200, "")
    assert head.headers["content-length"] == str(len(page.body.encode()))
    assert live.ask("/-/events/sketch", method="HEAD").body == ""


def test_news_are_told_to_who_waits(live: Running, design: Path) -> None:
    page = live.ask("/sketch/").body
    with live.connected("GET /-/events/sketch HTTP/1.1", live.host) as stream:
        lines = stream.makefile("r")
        first = version_of(lines)
        design.write_text(SKETCH + "# more\n")
        second = version_of(lines)

    assert f'data-version="{first}"' in page
    assert second != first
    assert f'data-version="{second}"' in live.ask("/sketch/").body


def version_of(lines: Iterator[str]) -> str:
    """Read an event stream until it tells a version."""
    told = next(line for line in lines if line.startswith("data: "))
    return told.removeprefix("data: ").strip()


def test_an_open_connection_serves_many_requests(live: Running) -> None:
    asked = ("GET /sketch/ HTTP/1.1", live.host, "")
    with live.connected(
        *asked, *asked, "GET /x HTTP/1.1", live.host, "Connection: close"
    ) as it:
        data = it.makefile("rb").read()

    assert data.count(b"HTTP/1.1 200 OK") == 2
    assert data.count(b"HTTP/1.1 404 Not Found") == 1


def test_what_does_not_load_is_shown_with_its_place(
    live: Running, design: Path
) -> None:
    design.write_text(BROKEN)
    page = live.ask("/sketch/")

    assert page.status == 200
    assert "<title>sketch.yaml cannot be shown</title>" in page.body
    assert excerpt(page.body) == snapshot("""\
error[DK020] unknown-kind: unknown kind 'gatway'
 --> sketch.yaml:6:16
  |
6 |   gate: {kind: gatway}
  |                ^^^^^^
  |
  = help: did you mean gateway?

sketch.yaml: not shown, 1 error\
""")
    assert live.ask("/sketch/sketch-reference.html").body == page.body

    design.unlink()
    assert excerpt(live.ask("/sketch/").body) == snapshot(
        "cannot read sketch.yaml: no such file or directory"
    )

    design.write_text(SKETCH)
    assert "<title>Sketch</title>" in live.ask("/sketch/").body


def test_settings_that_cannot_be_read_are_shown(live: Running, design: Path) -> None:
    (design.parent / "designkit.toml").write_text("selec = []")

    assert excerpt(live.ask("/sketch/").body) == snapshot(
        "designkit.toml: unknown key 'selec'; did you mean select?"
    )


def excerpt(page: str) -> str:
    """Return what a page says is wrong."""
    return html.unescape(page.partition("<pre")[2].partition(">")[2].partition("<")[0])


def test_nothing_in_an_error_is_markup(live: Running, design: Path) -> None:
    texts = [text for _, text in HOSTILE if "\ud800" not in text]
    for text in texts:
        design.write_text(f"{SKETCH}owner: [{text}\nx: {text!r}\n", "utf-8")
        page = live.ask("/sketch/").body
        names = [element.name for element in elements(page)]
        assert names == SHOWN, text


def test_a_directory_has_an_index_that_follows_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("a", "b b", "ü"):
        (tmp_path / f"{name}.yaml").write_text(SKETCH)
    with running(tmp_path) as live:
        index = live.ask("/")
        with live.connected("GET /-/events/ HTTP/1.1", live.host) as stream:
            lines = stream.makefile("r")
            first = version_of(lines)
            (tmp_path / "new").mkdir()
            (tmp_path / "new" / "c.yaml").write_text(SKETCH)
            second = version_of(lines)
        after = live.ask("/")

    assert live.address == f"http://127.0.0.1:{live.port}/"
    assert links(index.body) == ["/a/", "/b-b/", "/%C3%BC/"]
    assert links(after.body) == ["/a/", "/b-b/", "/new-c/", "/%C3%BC/"]
    assert f'data-version="{second}"' in after.body
    assert first != second


def links(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('<a href="')[1:]]


def test_two_designs_of_one_name_are_both_shown(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("a.yaml", "a.yml"):
        (tmp_path / name).write_text(SKETCH)
    with running(tmp_path) as live:
        assert links(live.ask("/").body) == ["/a/", "/a-2/"]
        assert live.ask("/a-2/").status == 200


def test_a_taken_port_is_passed_over_or_refused(design: Path) -> None:
    with running(design) as live:
        with (
            pytest.raises(OutputError, match=f"cannot serve at port {live.port}: "),
            preview([str(design)], live.port, print),
        ):
            pass
        with (
            preview([str(design)], None, print) as one,
            preview([str(design)], None, print) as other,
        ):
            assert one.address != other.address


def test_only_this_machine_is_listened_to(live: Running) -> None:
    others = [
        found[4][0]
        for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        if not str(found[4][0]).startswith("127.")
    ]
    for address in others:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((address, live.port), 2)


def test_a_design_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotFoundError), running("nothing.yaml"):
        pass


def test_the_end_is_quick_and_gives_the_port_back(design: Path) -> None:
    with running(design) as live:
        stream = socket.create_connection(("127.0.0.1", live.port))
        stream.sendall(f"GET /-/events/sketch HTTP/1.1\r\n{live.host}\r\n\r\n".encode())
        stream.recv(1)
        began = time.monotonic()
    assert time.monotonic() - began < 1
    stream.close()
    with preview([str(design)], live.port, print):
        pass
