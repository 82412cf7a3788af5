"""Every format of decks, one file each. To add one, add a file."""

from designkit.handouts.exporter import Exporter
from designkit.registry import member, module_names


def exporter_names() -> tuple[str, ...]:
    """Return the names of all formats of decks."""
    return tuple(sorted(module_names(__name__)))


def find_exporter(name: str) -> Exporter:
    """Return the exporter called `name`.

    Raises:
        NotFoundError: there is none.
    """
    return member(__name__, name, Exporter, what="format of cards")
