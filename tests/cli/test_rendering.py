"""A person at a terminal sees colours, and what is left when there is much to do."""

import io
import sys
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit import RenderOptions
from designkit.cli.rendering import RenderJob, run

OVERVIEW = RenderJob(
    RenderOptions(views=("overview",), formats=("svg",)), Path("build")
)


class Terminal(io.StringIO):
    """A place to print that says a person looks at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("here", "only_orphans")
def test_many_designs_show_how_many_are_left(
    sketch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        Path(f"d{number}.yaml").write_text(sketch.read_text())
    sketch.unlink()

    assert _seen(monkeypatch, ".") == snapshot("""\
\r\x1b[Kd0.yaml: 2 components, 1 flow, no findings
\r\x1b[K1 of 4 designs\r\x1b[Kd1.yaml: 2 components, 1 flow, no findings
\r\x1b[K2 of 4 designs\r\x1b[Kd2.yaml: 2 components, 1 flow, no findings
\r\x1b[K3 of 4 designs\r\x1b[Kd3.yaml: 2 components, 1 flow, no findings
\r\x1b[K\r\x1b[K""")


@pytest.mark.usefixtures("here", "only_orphans")
def test_few_designs_show_no_progress(
    sketch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _seen(monkeypatch, "sketch.yaml") == snapshot(
        "sketch.yaml: 2 components, 1 flow, no findings\n"
    )


def test_an_excerpt_is_coloured(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert _seen(monkeypatch, "broken.yaml").startswith("\x1b[1;31merror[DK020]\x1b[0m")


def test_an_excerpt_is_plain_where_colours_are_unwanted(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b" not in _seen(monkeypatch, "broken.yaml")


def _seen(monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    """Return what a run prints on a terminal's stderr."""
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal)
    run(words, OVERVIEW)
    return terminal.getvalue()
