"""Every format of an estimate, one file each. To add one, add a file."""

from designkit.estimates.report import EstimateFormat
from designkit.registry import members, module_names
from designkit.text.choices import one_of


def account_names() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(sorted(module_names(__name__)))


def find_account(name: str) -> EstimateFormat:
    """Return the format called `name`.

    Raises:
        NotFoundError: there is none.
    """
    known = {item.name: item for item in members(__name__, EstimateFormat)}
    return known[one_of("format", name, known)]
