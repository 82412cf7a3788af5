"""Every format of decks, one file each. To add one, add a file."""

from designkit.handouts.exporter import Exporter
from designkit.registry import members, module_names
from designkit.text.choices import unknown


def exporter_names() -> tuple[str, ...]:
    """Return the names of all formats of decks."""
    return tuple(sorted(module_names(__name__)))


def find_exporter(name: str) -> Exporter:
    """Return the exporter called `name`.

    Raises:
        NotFoundError: there is none.
    """
    known = {item.name: item for item in members(__name__, Exporter)}
    if name not in known:
        raise unknown("format of cards", name, known)
    return known[name]
