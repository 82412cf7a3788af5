"""Links that a design may give: to web pages and to mail addresses, nothing else."""

import re

SCHEMES = ("https://", "http://", "mailto:")
LINK = re.compile(
    r"https?://[^\s/?#@<>\"'\\`{|}^\[\]]+(?:[/?#][^\s<>\"'\\`{|}^]*)?"
    r"|mailto:[^\s/?#@<>\"'\\`{|}^]+@[^\s/@<>\"'\\`{|}^]+"
)
"""A host without a user before it, then anything that ends no text around it."""

LONGEST = 2_000


def is_link(text: str) -> bool:
    """Whether `text` is a whole link that any format may show and follow."""
    return len(text) <= LONGEST and text.isprintable() and bool(LINK.fullmatch(text))
