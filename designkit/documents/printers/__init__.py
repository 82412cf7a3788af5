"""Every format of papers, one file each. To add one, add a file."""

from designkit.documents.printer import Printer
from designkit.registry import members, module_names
from designkit.text.choices import unknown


def printer_names() -> tuple[str, ...]:
    """Return the names of all formats of papers."""
    return tuple(sorted(module_names(__name__)))


def find_printer(name: str) -> Printer:
    """Return the printer called `name`.

    Raises:
        NotFoundError: there is none.
    """
    known = {item.name: item for item in members(__name__, Printer)}
    if name not in known:
        raise unknown("format of handouts", name, known)
    return known[name]
