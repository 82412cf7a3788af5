"""What can be printed for learners, one file each. To add one, add a file."""

from collections.abc import Iterable

from designkit.errors import NotFoundError
from designkit.handouts.variant import Variant
from designkit.registry import members
from designkit.text.choices import unknown


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


def require_taken(name: str, options: Iterable[str]) -> None:
    """Make sure that the variant called `name` is changed by each of `options`.

    Raises:
        NotFoundError: an option is of other variants, which are named.
    """
    for option in options:
        if option not in find_variant(name).takes:
            others = [item.name for item in all_variants() if option in item.takes]
            raise NotFoundError(
                f"--{option} changes nothing in {name}; it goes with "
                f"--variant {' or '.join(others)}"
            )
