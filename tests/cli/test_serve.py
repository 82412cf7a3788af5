"""`designkit serve` says where, says what it makes, and ends at once."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

Run = Callable[..., tuple[int, str, str]]

DESIGNKIT = (sys.executable, "-P", "-m", "designkit")
ROOT = Path(__file__).parents[2]
at_once = pytest.mark.skipif(os.name != "posix", reason="other signals elsewhere")


@contextmanager
def serving(*words: str) -> Iterator[subprocess.Popen[str]]:
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(
        [*DESIGNKIT, "serve", "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@at_once
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_also_while_a_page_waits_for_news(
    sketch: Path, end: signal.Signals
) -> None:
    with serving(sketch.name) as process:
        assert process.stdout
        address = process.stdout.readline()
        host = urlsplit(address).netloc.strip()
        with socket.create_connection(host.split(":"), 20) as stream:
            ask = f"GET /-/events/sketch HTTP/1.1\r\nHost: {host}\r\n\r\n"
            stream.sendall(ask.encode())
            assert stream.recv(15) == b"HTTP/1.1 200 OK"
            began = time.monotonic()
            process.send_signal(end)
            out, err = process.communicate(timeout=10)
            took = time.monotonic() - began

    assert (process.returncode, out) == (0, "")
    assert address == f"http://{host}/sketch/\n"
    assert [line.split(" in ")[0] for line in sorted(err.splitlines())] in (
        ["Ctrl-C ends it", "sketch.yaml"],
        ["Ctrl-C ends it"],  # its first page was not made yet
    )
    assert took < 1


def test_without_the_library_it_says_how_to_get_it(
    run: Run, sketch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)

    assert run("serve", sketch.name) == (
        2,
        "",
        "designkit: this needs watchfiles, which is not installed: "
        "pip install watchfiles\n",
    )


def test_a_design_that_is_not_there_is_refused(run: Run) -> None:
    assert run("serve", "nothing.yaml") == (
        2,
        "",
        "designkit: there is no file nothing.yaml\n",
    )


def test_a_directory_without_designs_is_refused(run: Run) -> None:
    code, out, err = run("serve")

    assert (code, out) == (2, "")
    assert err.startswith("designkit: no designs in . or below")


def test_a_taken_port_is_refused(run: Run, sketch: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = run("serve", sketch.name, "--port", str(port))

    assert (code, out) == (2, "")
    assert err.startswith(f"designkit: cannot serve at port {port}: ")
