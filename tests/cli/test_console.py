"""What comes in by stdin and goes out by the terminal."""

import io
import sys
from pathlib import Path

import pytest

import designkit as dk
from designkit.cli.console import read_stdin
from designkit.errors import NotFoundError
from designkit.text.commands import MACHINES
from tests.cli.conftest import BROKEN, SKETCH, Run


class Endless(io.RawIOBase):
    """Gives bytes for ever, and counts them."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:
        self.given += len(buffer)
        buffer[:] = b"#" * len(buffer)
        return len(buffer)


def pipe_in(stream: io.RawIOBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stream)))


def test_a_design_from_stdin_is_checked(
    run: Run, only_orphans: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe_in(io.BytesIO(SKETCH.encode()), monkeypatch)  # type: ignore[arg-type]

    code, out, _ = run("check", "-", "--format", "concise")

    assert (code, out) == (0, "")


INCLUDING = SKETCH.replace("name:", "include: [part.yaml]\nname:", 1)
PART = "designkit-part: 1\nx-own: 1\n"


def test_a_design_from_stdin_includes_nothing_from_nowhere(
    run: Run, only_orphans: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("part.yaml").write_text(PART)
    pipe_in(io.BytesIO(INCLUDING.encode()), monkeypatch)  # type: ignore[arg-type]

    code, out, _ = run("check", "-", "--format", "concise")

    assert code == 1
    assert "DK015 a text has no directory from which paths count" in out


def test_a_design_from_stdin_that_has_a_place_includes_from_there(
    run: Run, only_orphans: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("part.yaml").write_text(PART)
    pipe_in(io.BytesIO(INCLUDING.encode()), monkeypatch)  # type: ignore[arg-type]
    words = ("check", "-", "--stdin-filename", "pay.yaml", "--format", "concise")

    assert run(*words)[:2] == (0, "")


def test_no_more_is_read_than_a_design_may_have(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = Endless()
    pipe_in(endless, monkeypatch)

    code, out, _ = run("check", "-", "--format", "concise")

    assert code == 1
    assert out == (
        "design.yaml:1:1: error DK005 the file holds more than 1,000,000 characters\n"
    )
    assert endless.given <= dk.MOST_BYTES + (1 << 20)


def test_a_closed_stdin_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    with pytest.raises(NotFoundError, match=r"^cannot read -: stdin is closed$"):
        read_stdin()


COMMANDING = """\
designkit: 1
name: "::set-output name=x::y"
system: "##[error]no"
components:
  app: {kind: client}
"""


@pytest.mark.parametrize("format", ["concise", "text", "markdown"])
def test_no_file_and_no_design_gives_commands_to_a_machine_of_ci(
    format: str, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (here / "::error::x.yaml").write_text(COMMANDING)

    _, out, err = run("check", "::error::x.yaml", "--format", format)
    lines = [line.strip() for line in (*out.splitlines(), *err.splitlines())]

    assert lines
    assert not [line for line in lines if line.startswith("::") or "##[" in line]


def test_commands_that_are_meant_are_given(
    run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert run("check", "broken.yaml", "--format", "github")[1].startswith("::error ")


def test_where_nobody_obeys_a_name_stands_as_it_is(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in MACHINES:
        monkeypatch.delenv(name, raising=False)
    (here / "::x.yaml").write_text(BROKEN)

    assert run("check", "::x.yaml", "-f", "concise")[1].startswith("::x.yaml:5:16: ")
