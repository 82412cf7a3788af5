"""Every format of findings, one file each. To add one, add a file.

A report ends with a line break, as files do; one that says nothing is empty.
"""

from designkit.checks.report import Reporter
from designkit.registry import member, members, module_names


def all_reporters() -> tuple[Reporter, ...]:
    """Return every reporter, by name."""
    return tuple(sorted(members(__name__, Reporter), key=lambda item: item.name))


def reporter_names() -> tuple[str, ...]:
    """Return the names of all reporters, importing none."""
    return module_names(__name__)


def find_reporter(name: str) -> Reporter:
    """Return the reporter called `name`, importing no other.

    Raises:
        NotFoundError: there is none.
    """
    return member(__name__, name, Reporter)
