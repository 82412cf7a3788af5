"""The codes of our rules as they are written, read from the files without importing."""

import re
from collections.abc import Iterable
from pathlib import Path

from designkit.errors import NotFoundError

RULES = Path(__file__).with_name("rules")

WRITTEN = re.compile(r'^@rule\(\s*"([A-Z]+[0-9]+)"', re.MULTILINE)
"""How a module says the code of a rule."""

START = re.compile(r"[A-Z]{2,8}[1-9]\Z")
"""The letters of a project and the digit of a stage."""


def codes_written() -> tuple[str, ...]:
    """Return the codes that modules of rules say, whether they import or not."""
    files = sorted(RULES.glob("*/*.py"))
    texts = (file.read_text(encoding="utf-8") for file in files)
    return tuple(code for text in texts for code in WRITTEN.findall(text))


def next_code(start: str, known: Iterable[str]) -> str:
    """Return the code behind the last of those `known` that begin with `start`.

    A code in between may have been that of a rule that is gone.

    Raises:
        NotFoundError: no code begins like this, or no number is left.
    """
    wanted = start.strip().upper()
    if not START.match(wanted):
        raise NotFoundError(f"no code begins with {start!r}; write it like DK3")
    numbers = re.compile(f"{wanted}([0-9]{{2}})")
    last = max((int(m[1]) for c in known if (m := numbers.fullmatch(c))), default=0)
    if last == 99:
        raise NotFoundError(f"no code is left behind {wanted}99")
    return f"{wanted}{last + 1:02}"


def advice_on(code: str) -> str:
    """Say which code is free beside `code`, or how to find one."""
    start = code[:-2].upper()
    if START.match(start):
        return f"the next free code is {next_code(start, codes_written())}"
    return "`designkit list rules --next DK3` says which code is free"
