"""One escape function for each output format: a design is untrusted input."""

import json
import re
from urllib.parse import quote

UNPRINTABLE = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
REORDERING = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
UNSEEN = re.compile(f"[{UNPRINTABLE}{REORDERING}]")
SURROGATE = re.compile("[\ud800-\udfff]")
BEYOND_ASCII = re.compile("[^\n -~]+")
BEYOND_LETTERS = re.compile(r"[^A-Za-z0-9 ]")
LITERAL = re.compile(
    r"[\\`\[\]~$]|(?<!\s)\*|\*(?!\s|$)|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?]|$)|&(?=#|\w+;|$)"
)
"""What Markdown would read as markup somewhere in a line."""

BLOCK = re.compile(
    r"^(\d{1,9}(?=[.)](?:\s|$))|(?=>|#{1,6}(?:\s|$)|[-+*](?:[\s-]|$)|=+\s*$))"
)
"""The place before a mark that would begin a block, if it stands first on a line."""

URL = ":/?#@!$&'*+,;=%~"
"""What a link keeps as it is, beside letters and digits; no brackets, no spaces."""

FORMULA = re.compile(r"\s*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet computes instead of showing it."""

PIPE = re.compile(r"(?<!\\)(\\*)\|")
TARGET = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
MARKUP = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
  | (?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,999}?)(?<!`)(?P=ticks)(?!`)
  | (?<!!)\[(?P<label>[^\[\]]*)\]
    \((?P<target>[^\s()<>\\`]*(?:\([^\s()<>\\`]*\)[^\s()<>\\`]*)*)\)
  | (?<![\w*_])(?P<mark>\*\*?|__?)(?=[^\s*_])
    (?P<inner>(?:[^*_]|(?<=\w)_(?=\w))*?[^\s*_])(?P=mark)(?![\w*_])
    """,
    re.VERBOSE,
)
"""Inline Markdown that may stay: escapes, code, links and emphasis."""


def plain(text: str) -> str:
    """Drop what cannot be printed, and what reorders the characters around it."""
    return text if text.isprintable() else UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """Write `text` in one line, without what cannot be printed."""
    return " ".join(plain(text.replace("\r", " ")).split())


def xml(text: str) -> str:
    """Escape `text` for the content of an XML element."""
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Escape `text`, made one line, for an attribute of HTML between double quotes."""
    return xml(one_line(text)).replace('"', "&quot;")


def css_string(text: str) -> str:
    """Write `text` for a string of a style sheet: all but letters by their numbers."""
    return BEYOND_LETTERS.sub(lambda char: f"\\{ord(char[0]):x} ", plain(text))


def json_text(value: object) -> str:
    """Write `value` as JSON in ASCII; half a surrogate pair becomes U+FFFD."""
    return BEYOND_ASCII.sub(
        lambda match: json.dumps(match[0])[1:-1], json_unicode(value)
    )


def json_unicode(value: object) -> str:
    """Write `value` as JSON with its letters; half a surrogate pair becomes U+FFFD."""
    return SURROGATE.sub("\ufffd", json.dumps(value, indent=2, ensure_ascii=False))


def markdown(text: str) -> str:
    """Escape `text` so that Markdown shows it as it is, in a table as well."""
    return _block_safe(PIPE.sub(_in_cell, _literal(one_line(text))))


def inline_markdown(text: str) -> str:
    """Keep emphasis, code and safe links of `text`; show all else as it is.

    What comes out is one line: no block, no image and no HTML begins in it, and its
    links lead to web pages, mail addresses and headings of the same page alone.
    """
    return _block_safe(_inline(one_line(text)))


def table_cell(text: str) -> str:
    """Write `text` as inline Markdown that stays inside one cell of a table."""
    return PIPE.sub(_in_cell, _inline(one_line(text)))


def csv_cell(text: str) -> str:
    """Keep a spreadsheet from reading `text` as a formula."""
    shown = plain(text)
    return f"'{shown}" if FORMULA.match(shown) else shown


def markdown_link(label: str, target: str) -> str:
    """Link inline Markdown to `target`; name the target where it may not be a link."""
    if not TARGET.match(target):
        return f"{inline_markdown(label)} ({markdown(target)})"
    return f"[{inline_markdown(label)}]({quote(plain(target), safe=URL)})"


def _inline(text: str) -> str:
    """Go through `text` once, keeping each piece of markup that is whole."""
    parts, last = list[str](), 0
    for match in MARKUP.finditer(text):
        parts += (_literal(text[last : match.start()]), _kept(match))
        last = match.end()
    return "".join([*parts, _literal(text[last:])])


def _kept(match: re.Match[str]) -> str:
    """Return the markup of `match`, with what is inside it made safe as well."""
    if match["escape"]:
        return match[0].replace("\\|", "|")
    if match["code"]:
        return match[0]
    if match["mark"]:
        return match["mark"] + _inline(match["inner"]) + match["mark"]
    if TARGET.match(match["target"]):
        return f"[{_inline(match['label'])}]({match['target']})"
    return f"\\[{_inline(match['label'])}\\]({_literal(match['target'])})"


def _literal(text: str) -> str:
    """Escape what would be markup; what cannot be is left easy to read."""
    return LITERAL.sub(r"\\\g<0>", text)


def _block_safe(text: str) -> str:
    return BLOCK.sub(r"\1\\", text)


def _in_cell(match: re.Match[str]) -> str:
    """Escape a pipe, by an entity where a backslash before it would undo that."""
    slashes = match[1]
    return f"{slashes}&#124;" if len(slashes) % 2 else f"{slashes}\\|"
