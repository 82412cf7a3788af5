"""Every format of papers, one file each. To add one, add a file."""

from designkit.documents.printer import Printer
from designkit.registry import members, module_names
from designkit.text.choices import unknown


def printer_names() -> tuple[str, ...]:
    """Return the names of all formats of papers."""
    return tuple(sorted(module_names(__name__)))


def all_printers() -> tuple[Printer, ...]:
    """Return every format of papers, by name."""
    return tuple(sorted(members(__name__, Printer), key=lambda item: item.name))


def find_printer(name: str) -> Printer:
    """Return the printer called `name`.

    Raises:
        NotFoundError: there is none.
    """
    known = {item.name: item for item in all_printers()}
    if name not in known:
        raise unknown("format of handouts", name, known)
    return known[name]
