"""Every format of papers, one file each. To add one, add a file."""

from designkit.documents.printer import Printer
from designkit.registry import member, members, module_names


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
    return member(__name__, name, Printer, what="format of papers")
