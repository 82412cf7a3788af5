"""Which characters are drawn as one with the character before them."""

import unicodedata
from collections.abc import Iterator

JOINER = "\u200d"
_WITHOUT_WIDTH = frozenset(("Mn", "Me", "Cf"))
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FLAGS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))


def follows(text: str) -> Iterator[bool]:
    """Say of each character whether it takes no room of its own.

    A joined family is one letter, and so is a flag of two letters, an emoji with a tone
    of skin, and a letter with its accents.
    """
    before, opens_flag = "", False
    for character in text:
        is_flag = character in _FLAGS
        ends_flag = is_flag and opens_flag
        yield before == JOINER or ends_flag or _is_attached(character)
        before, opens_flag = character, is_flag and not ends_flag


def _is_attached(character: str) -> bool:
    if character.isascii():
        return False
    return character in _TONES or unicodedata.category(character) in _WITHOUT_WIDTH


def clusters(text: str) -> Iterator[str]:
    """Give `text` in pieces that are drawn as one."""
    piece = ""
    for character, is_attached in zip(text, follows(text), strict=True):
        if piece and not is_attached:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
