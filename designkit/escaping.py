"""One escape function for each output format: a design is untrusted input."""

import re
from xml.sax.saxutils import escape, quoteattr

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
HIDDEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$])")


def plain(text: str) -> str:
    """Drop what cannot be printed, and what reorders the characters around it."""
    return HIDDEN.sub("", UNPRINTABLE.sub("", text))


def xml(text: str) -> str:
    """Escape `text` for the content of an XML element."""
    return escape(plain(text))


def xml_attribute(text: str) -> str:
    """Escape `text` for an XML attribute, quotes included."""
    return quoteattr(plain(text))


def dot(text: str) -> str:
    """Escape `text` for a quoted string of DOT, so that it is never HTML or an escape."""
    one_line = " ".join(plain(text).split())
    return '"' + one_line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def markdown(text: str) -> str:
    """Escape `text` so that Markdown shows it as it is."""
    return MARKDOWN.sub(r"\\\1", " ".join(plain(text).split()))
