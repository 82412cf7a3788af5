"""Texts of authors as sentences, whether or not they were written as such."""

ENDS = (".", "!", "?", "…", ":")
CLOSING = "`*_\"')"
"""What may stand behind the end of a sentence."""


def ended(text: str) -> str:
    """Return a text with a full stop where it ends without one; nothing for nothing."""
    text = text.rstrip()
    is_open = text and not text.rstrip(CLOSING).endswith(ENDS)
    return f"{text}." if is_open else text


def capital(text: str) -> str:
    """Return a text that begins with a capital, unless its first word has its own."""
    first = text.split(maxsplit=1)[:1]
    is_plain = all(word == word.lower() for word in first)
    return text[:1].upper() + text[1:] if is_plain else text


def sentence(text: str) -> str:
    """Return a text as a sentence after which another may follow."""
    return ended(capital(text))
