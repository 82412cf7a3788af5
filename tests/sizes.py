"""Two sizes of test: what a newcomer runs, and all there is.

``make test-all`` sets ``TEST_ALL``. Tests marked ``slow`` run only then: sweeps, and
what needs a tool of the machine. A tool that is missing then fails its test.
"""

import os
import shutil

import pytest

WHOLE = os.environ.get("TEST_ALL") == "1"
"""Whether everything runs."""


def sized(quick: int, whole: int) -> int:
    """How many of something to try in the size of this run."""
    return whole if WHOLE else quick


def tool(*names: str) -> str:
    """Return the first of some programs that is here; fail if none is."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(f"`make test-all` needs {' or '.join(names)}: run .ci/tools")
    return found
