"""Every section of a handout, one file each. To add one, add a file."""

from functools import cache

from designkit.handouts.section import HandoutSection
from designkit.registry import members


@cache
def all_sections() -> tuple[HandoutSection, ...]:
    """Return every section, in the order of reading."""
    return tuple(sorted(members(__name__, HandoutSection), key=lambda item: item.order))
