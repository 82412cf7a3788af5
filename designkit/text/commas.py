"""Texts that a comma cuts off: between braces, YAML takes the rest of one for keys."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CutOff:
    """A text that goes on after commas: its key, its beginning, and what follows."""

    key: str
    beginning: str
    rest: tuple[str, ...]

    @property
    def advice(self) -> str:
        """Say how to write it, so that it can be pasted."""
        if re.fullmatch("[0-9]{1,3}", self.beginning) and self.rest[0][:3].isdigit():
            return (
                "a comma ends a value in braces: write the number without, or quote it"
            )
        whole = ", ".join((self.beginning, *self.rest)).replace('"', "'")
        whole = re.sub("(?<=[0-9]), (?=[0-9]{3}(?![0-9]))", ",", whole)
        return f'a comma ends a value in braces; quote it: {self.key}: "{whole}"'


def cut_off(entries: Iterable[tuple[str, str | None]], key: str) -> CutOff | None:
    """Return the text that `key` may be a part of, if it is one.

    `entries` are the keys of a mapping, each with its text, or nothing where no value
    was written.
    """
    before, beginning, rest = "", "", list[str]()
    for name, text in entries:
        if text is None:
            rest.append(name)
        elif key in rest:
            break
        else:
            before, beginning, rest = name, text, []
    is_rest = key in rest and beginning
    return CutOff(before, beginning, tuple(rest)) if is_rest else None
