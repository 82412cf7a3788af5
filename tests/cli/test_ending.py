"""However a run ends: the right code, one line at most, and nothing half made."""

import os
import shlex
import signal
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from designkit.__main__ import run as run_program
from designkit.cli.app import main
from designkit.cli.ending import ended_gently, line_of
from designkit.errors import OutputError
from designkit.files import write_file
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


def shell(
    script: str, *words: str, stdin: int = subprocess.DEVNULL
) -> tuple[int, str, str]:
    """Run the program where ``$designkit`` stands in `script`."""
    program = shlex.join([sys.executable, "-P", "-m", "designkit", *words])
    done = subprocess.run(
        ["/bin/sh", "-c", script.replace("$designkit", program)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=stdin,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("script", "code", "told"),
    [
        pytest.param("$designkit >&-", 1, "1 design: 7 errors, ", id="stdout closed"),
        pytest.param("$designkit 2>&-", 1, "", id="stderr closed"),
        pytest.param("$designkit 2>/dev/full", 1, "", id="stderr full"),
        pytest.param("$designkit >&- 2>&- <&-", 1, "", id="all closed"),
        pytest.param(
            "$designkit >/dev/full",
            2,
            "designkit: cannot write the result: no space left on device\n",
            id="stdout full",
        ),
        pytest.param("ulimit -n 16; $designkit >&-", 1, "1 design: ", id="few files"),
    ],
)
def test_streams_that_take_nothing_change_no_code_but_that_of_a_lost_result(
    script: str, code: int, told: str, broken: Path
) -> None:
    ended, _, said = shell(script, "check", broken.name)

    assert (ended, said.count("\n")) == (code, int(bool(told)))
    assert said.startswith(told)


def test_files_do_not_get_the_numbers_of_closed_streams(sketch: Path) -> None:
    words = ("render", "sketch.yaml", "--view", "full", "--format", "svg")
    ended, _, _ = shell("$designkit <&- >&- 2>&-", *words)

    assert ended == 0
    assert (sketch.parent / "build/sketch/full.svg").read_text().startswith("<svg")


@pytest.mark.parametrize("words", [("--version",), ("list", "kinds"), ("--help",)])
def test_what_is_printed_into_a_full_place_is_no_success(
    words: tuple[str, ...],
) -> None:
    ended, _, said = shell("$designkit >/dev/full", *words)

    assert (ended, said.count("\n")) == (2, 1)


def test_a_directory_that_is_gone_is_told_in_a_line(here: Path) -> None:
    (here / "gone").mkdir()

    assert shell("cd gone; rmdir ../gone; $designkit", "check", "fraud") == (
        2,
        "",
        "designkit: the current directory does not exist any more; change to another\n",
    )


def test_little_memory_is_told_in_a_line(sketch: Path) -> None:
    ended, out, said = shell("ulimit -v 40000; $designkit", "render", "sketch.yaml")

    assert (ended, out) == (2, "")
    assert said == "designkit: out of memory; give it more, or a smaller design\n"


@pytest.mark.parametrize(
    ("words", "file", "text"),
    [
        pytest.param((), "designkit.toml", "a = " + "[" * 5000, id="settings"),
        pytest.param(
            ("--baseline", "known.json"), "known.json", "[" * 99999, id="a baseline"
        ),
    ],
)
def test_what_is_nested_without_end_is_told_in_a_line(
    words: tuple[str, ...], file: str, text: str, sketch: Path, run: Run
) -> None:
    (sketch.parent / file).write_text(text)

    code, out, said = run("check", "sketch.yaml", *words)

    assert (code, out, said.count("\n")) == (2, "", 1)
    assert said.startswith(f"designkit: {file}")


def test_sigterm_leaves_no_file_in_the_making(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Path, "replace", lambda *_: os.kill(os.getpid(), signal.SIGTERM)
    )

    with pytest.raises(SystemExit) as end, ended_gently():
        write_file(tmp_path / "x", b"new")

    assert end.value.code == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


def test_what_sigterm_did_before_it_does_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    main(["--version"])

    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize(
    ("level", "ended"),
    [
        pytest.param("1", (0, "", ""), id="asserts taken away"),
        pytest.param(
            "2",
            (
                2,
                "",
                "designkit: its rules are docstrings, which python -OO takes away; "
                "use -O\n",
            ),
            id="docstrings taken away",
        ),
    ],
)
def test_rules_that_are_docstrings_cannot_be_taken_away(
    level: str, ended: tuple[int, str, str], sketch: Path, only_orphans: None
) -> None:
    code, out, said = shell(
        f"PYTHONOPTIMIZE={level} $designkit", "check", "sketch.yaml", "-f", "concise"
    )

    assert (code, out, said if code else "") == ended


class Interrupting:
    """Is interrupted when the door is imported."""

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name == "designkit.cli.app":
            raise KeyboardInterrupt
        return None


def test_ctrl_c_is_silent_also_during_imports(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "designkit.cli.app")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])

    assert run_program() == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        pytest.param(
            OutputError("cannot write x: no space"),
            "designkit: cannot write x: no space",
            id="one of ours",
        ),
        pytest.param(
            PermissionError(13, "Permission denied", "/etc/x"),
            "designkit: /etc/x: permission denied",
            id="one of the system",
        ),
        pytest.param(
            OSError(24, "Too many open files"),
            "designkit: too many open files; `ulimit -n 256` allows more",
            id="one with a way out",
        ),
        pytest.param(
            ValueError("x\ny"),
            "designkit: internal error: ValueError: x y "
            "(run with --debug to see where)",
            id="a fault of ours",
        ),
    ],
)
def test_every_error_is_a_line(error: Exception, line: str) -> None:
    assert line_of(error) == line
