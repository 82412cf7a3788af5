"""A command line in an empty directory, with small designs to give to it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from designkit.cli.app import main

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

LOOSE = SKETCH.replace("flows:", "  orders: {kind: source-db}\nflows:")

BROKEN = """\
designkit: 1
name: Broken
system: generic
components:
  gate: {kind: gatway}
"""


Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def only_orphans(here: Path) -> None:
    """Keep all rules but one from speaking of sketches, which lack nearly all."""
    (here / "designkit.toml").write_text('select = ["orphan"]\n')


@pytest.fixture
def sketch(here: Path) -> Path:
    path = here / "sketch.yaml"
    path.write_text(SKETCH)
    return path


@pytest.fixture
def loose(here: Path) -> Path:
    """Give a design that loads and has a finding."""
    path = here / "loose.yaml"
    path.write_text(LOOSE)
    return path


@pytest.fixture
def broken(here: Path) -> Path:
    path = here / "broken.yaml"
    path.write_text(BROKEN)
    return path
