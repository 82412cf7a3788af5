"""The page on embedding shows what happens, word by word."""

import re
import shlex
from pathlib import Path

import pytest

from designkit.cli.app import main
from tests.notebook import cells, run

GUIDE = Path(__file__).parents[3] / "docs" / "embed.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
BEFORE, AFTER = (text for language, text in BLOCKS if language == "md")
FILL, CHECK, WRONG = (text for language, text in BLOCKS if language == "console")


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "README.md"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def told(example: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    command = shlex.split(example.partition("\n")[0].removeprefix("$ "))
    code = main(command[1:])
    said = capsys.readouterr()
    return code, f"$ {shlex.join(command)}\n{said.out}{said.err}"


def test_markers_are_filled(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(FILL, capsys) == (0, FILL)
    assert page.read_text(encoding="utf-8") == AFTER


def test_a_check_shows_what_is_stale(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text(AFTER.replace("1,389/s", "1,200/s"), encoding="utf-8")

    assert told(CHECK, capsys) == (1, CHECK)


def test_a_wrong_marker_is_named(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text(BEFORE.replace("peak-qps", "peak"), encoding="utf-8")

    assert told(WRONG, capsys) == (2, WRONG)


def test_python_prints_what_it_is_said_to() -> None:
    for cell in cells(GUIDE):
        assert run(cell, {})[0] == cell.shown
