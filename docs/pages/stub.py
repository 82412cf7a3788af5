"""The types of what `designkit` exports, for editors and type checkers."""

from designkit import HOMES

TYPED = "\n__version__: str\nHOMES: Mapping[str, str]\n"


def text() -> str:
    """Return the stub: an import of each name from its home, sorted as ruff does."""
    imports = sorted(map(_parts, HOMES), key=lambda parts: (parts[0], _rank(parts[1])))
    lines = (f"from {home} import {there} as {here}" for home, there, here in imports)
    names = sorted(("__version__", *HOMES), key=_rank)
    return "\n".join(
        (
            "from collections.abc import Mapping\n",
            *lines,
            "\n__all__ = [",
            *(f'    "{name}",' for name in names),
            f"]\n{TYPED}",
        )
    )


def _parts(name: str) -> tuple[str, str, str]:
    home, _, original = HOMES[name].partition(":")
    return home, original or name, name


def _rank(name: str) -> tuple[int, str]:
    """Put constants before classes, and these before functions."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name
