"""Characters that look like others, or like nothing, and what was meant by them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MICRO = "\u00b5"
"""The sign of a millionth, as units spell it."""

_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7\u03bf\u03bd\u03c5\u03b9\u03ba\u03c1\u03c4",
    "ABEZHIKMNOPTYXovuikpt",
)
_CYRILLIC = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
    "\u0423\u0406\u0408\u0405\u0430\u0435\u043e\u0440\u0441\u0445\u0443"
    "\u0456\u0458\u0455\u04bb\u0501\u043a\u043c\u0442",
    "ABEKMHOPCTXYIJSaeopcxyijshdkmt",
)
_SIGNS = (
    "\u2010\u2011\u2012\u2013\u2014\u2212\u201c\u201d\u201e\u00ab\u00bb"
    "\u2018\u2019\u201a",
    "------" + '"' * 5 + "'" * 3,
)
_PLAIN: Mapping[str, str] = {
    odd: plain
    for odds, plains in (_GREEK, _CYRILLIC, _SIGNS)
    for odd, plain in zip(odds, plains, strict=True)
} | {"\u03bc": MICRO}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^ \t\n]+")
_RANGE = re.compile("[0-9][\u2010-\u2014][0-9]")  # 3 to 5, written for readers


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A character at an index of a text that was taken for another one.

    `plain` is what it looks like: a space, a letter, or nothing if it cannot be seen.
    """

    index: int
    character: str
    plain: str

    @property
    def name(self) -> str:
        """Its number and its name, such as ``U+00A0 (no-break space)``."""
        name = unicodedata.name(self.character, "a control character").lower()
        return f"U+{ord(self.character):04X} ({name})"

    @property
    def advice(self) -> str:
        """Say what to type in its place."""
        if not self.plain:
            return "remove it: it cannot be seen"
        names = {" ": "a plain space", MICRO: "\u00b5 (U+00B5), or u,"}
        return f"type {names.get(self.plain, self.plain)} instead"


def as_it_looks(text: str) -> str:
    """Return `text` with plain characters for those that only look like them."""
    if text.isascii():
        return text
    return "".join(map(_plain, text))


def has_look_alikes(text: str) -> bool:
    """Whether `text` has any such character, in whatever word; this takes no time."""
    return any(_plain(it) != it for it in set(_BEYOND_ASCII.findall(text)))


def look_alikes(text: str) -> Iterator[LookAlike]:
    """Give the characters of `text` that make it other than it looks.

    A word counts only if it is plain once they are replaced: `client` with one
    Cyrillic letter, and no word that is Russian.
    """
    for found in () if text.isascii() else _WORD.finditer(text):
        word = found.group()
        is_plain = as_it_looks(word).replace(MICRO, "u").isascii()
        for index, character in enumerate(word, found.start()):
            plain = _plain(character)
            counts = plain != character and (is_plain or not plain.strip())
            if counts and not _RANGE.match(text, max(0, index - 1)):
                yield LookAlike(index, character, plain)


def _plain(character: str) -> str:
    if character.isascii():
        return character
    category = unicodedata.category(character)
    if category in ("Zs", "Cf"):
        return " " if category == "Zs" else ""
    if unicodedata.decomposition(character).startswith("<wide>"):
        return unicodedata.normalize("NFKC", character)
    return _PLAIN.get(character, character)
