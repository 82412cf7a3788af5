"""What can be printed for learners, one file each. To add one, add a file."""

from designkit.choices import unknown
from designkit.registry import members
from designkit.variant import Variant


def all_variants() -> tuple[Variant, ...]:
    """Return every variant, the plain handout first."""
    return tuple(sorted(members(__name__, Variant), key=lambda item: item.order))


def find_variant(name: str) -> Variant:
    """Return the variant called `name`.

    Raises:
        NotFoundError: there is none.
    """
    known = {item.name: item for item in all_variants()}
    if name not in known:
        raise unknown("variant", name, known)
    return known[name]
