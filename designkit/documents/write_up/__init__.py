"""The Markdown write-up of a design: what each section says, one group a module."""

from designkit.documents.write_up.writing import write_up

__all__ = ["write_up"]
