"""Every format of an estimate, one file each. To add one, add a file."""

from designkit.estimates.report import EstimateFormat
from designkit.registry import member, module_names


def account_names() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(sorted(module_names(__name__)))


def find_account(name: str) -> EstimateFormat:
    """Return the format called `name`.

    Raises:
        NotFoundError: there is none.
    """
    return member(__name__, name, EstimateFormat)
