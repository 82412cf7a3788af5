"""A person who waits sees how far the work is, how fast it goes, and what is left."""

import io
import sys

import pytest

from designkit.cli.progress import Progress, progress, watched


class Terminal(io.StringIO):
    """A place to print that says a person looks at it."""

    def isatty(self) -> bool:
        return True


def looking(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    place = Terminal()
    monkeypatch.setattr(sys, "stderr", place)
    return place


@pytest.mark.parametrize(
    ("seconds", "done", "line"),
    [
        (0.5, 2500, "2,500 of 10,000 requests"),
        (2, 2500, "2,500 of 10,000 requests, 1,250.0/s, 6 s left"),
        (100, 1000, "1,000 of 10,000 requests, 10.0/s, 15 min 0 s left"),
    ],
)
def test_a_rate_is_told_once_it_means_something(
    monkeypatch: pytest.MonkeyPatch, seconds: float, done: int, line: str
) -> None:
    terminal = looking(monkeypatch)
    monkeypatch.setattr("time.monotonic", lambda: seconds)
    Progress("request", start=0.0).show(done, 10_000)

    assert terminal.getvalue() == f"\r\x1b[K{line}"


def test_the_line_is_gone_when_the_work_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = looking(monkeypatch)
    assert list(watched(range(5), "design")) == [0, 1, 2, 3, 4]
    assert "3 of 5 designs" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_short_work_and_programs_see_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looking(monkeypatch)
    list(watched(range(3), "design"))
    assert terminal.getvalue() == ""

    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress("design") as shown:
        assert shown is None
