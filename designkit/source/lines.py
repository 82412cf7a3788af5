"""Lines of a YAML text, counted as its parsers count them."""

import re

BYTE_ORDER_MARK = "\ufeff"
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def split_lines(text: str) -> tuple[str, ...]:
    r"""Split a text into lines, without their breaks and a byte order mark.

    YAML 1.2 counts neither \f nor \v as a break, which `str.splitlines` does.
    """
    return tuple(_BREAK.split(text.removeprefix(BYTE_ORDER_MARK)))
