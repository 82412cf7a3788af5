"""Lines of a YAML text, counted as its parsers count them."""

import re

BYTE_ORDER_MARK = "\ufeff"
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_RARE_BREAK = re.compile("[\r\x85\u2028\u2029]")


def split_lines(text: str) -> tuple[str, ...]:
    r"""Split a text into lines, without their breaks and a byte order mark.

    Beyond \n, \r and \r\n libyaml counts U+0085, U+2028 and U+2029 as breaks;
    `str.splitlines` counts more than these.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if not _RARE_BREAK.search(text):
        return tuple(text.split("\n"))
    return tuple(_BREAK.split(text))
