"""Two sizes of test: what a newcomer runs, and all there is.

``make test-all`` sets ``TEST_ALL``. Tests marked ``slow`` run only then: sweeps, and
what needs a tool of the machine. A tool that is missing then fails its test.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WHOLE = os.environ.get("TEST_ALL") == "1"
"""Whether everything runs."""


def sized(quick: int, whole: int) -> int:
    """How many of something to try in the size of this run."""
    return whole if WHOLE else quick


def tool(*names: str) -> str:
    """Return the first of some programs that is here, or beside Python; fail if none is."""
    places = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    paths = (shutil.which(name, path=places) for name in names)
    found = next(filter(None, paths), None)
    if found is None:
        pytest.fail(f"`make test-all` needs {' or '.join(names)}: run .ci/tools")
    return found


NODE_TOOLS = Path(__file__).parents[1] / "build" / "node"
"""Where .ci/tools puts what runs in Node; `NODE_TOOLS` chooses another place."""


def node_tools() -> Path:
    """Return where packages of Node are; fail if they are not."""
    there = Path(os.environ.get("NODE_TOOLS", NODE_TOOLS))
    if not (there / "node_modules").is_dir():
        pytest.fail(f"`make test-all` needs packages in {there}: run .ci/tools")
    return there


def node_script(script: Path, *files: Path) -> list[object]:
    """Run `script` in Node on `files`, and return what it prints: JSON, line by line."""
    done = subprocess.run(
        [tool("node"), script, *files],
        env={**os.environ, "NODE_TOOLS": str(node_tools())},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
