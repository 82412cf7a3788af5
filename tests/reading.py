"""What a reader finds who looks for words in a text."""

import re
from collections.abc import Iterable
from html import unescape


def said(text: str, phrases: Iterable[str]) -> list[str]:
    """Those of `phrases` that stand in `text` as whole words, in whatever capitals."""
    text = re.sub(r"\s+", " ", unescape(text)).lower()
    return [
        phrase
        for phrase in sorted(phrases)
        if phrase.lower() in text
        and re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(phrase.lower())}(?!\w)", text)
    ]


def seen_in_html(page: str) -> str:
    """What a page of HTML shows: its texts, without styles and tags."""
    return re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<style.*?</style>", "", page))
