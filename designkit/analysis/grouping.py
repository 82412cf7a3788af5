"""Whether what is drawn keeps together what hangs together."""

import re

BESIDE = (
    *("and", "or", "by", "per", "of", "in", "within", "x"),
    *("time", "slot", "window", "hour", "day", "week", "month", "shift", "night"),
)
"""Words behind a unit that leave it what it is: a depot and week, a depot-week."""


def holds_together(unit: str, within: str) -> bool:
    """Whether `unit` is that `within` which hangs together, and no worker of a depot.

    Case and plural do not matter, and `unit` may say more of it: ``depot and week``.
    """
    whole = re.escape(within.strip())
    after = rf"(?:s|es)?(?:\W*$|\s*[^\w\s-]|[\s-]+(?:{'|'.join(BESIDE)})s?\b)"
    return re.search(rf"\b{whole}{after}", unit, re.IGNORECASE) is not None
