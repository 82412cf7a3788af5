"""Papers inside a page: ids of their own, and links between them that stay in it."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from designkit.pictures.embedding import TAG, prefixed

LINK = re.compile(r' href="([^"#][^"]*)"')
"""What leads out of a paper, in a tag."""


def joined(html: str, prefix: str, homes: Mapping[str, str]) -> str:
    """Return the HTML of a paper with ids that begin with `prefix`, and its links.

    `homes` has the section of the page for the stem of each paper: a link to its file
    leads there.
    """

    def led(match: re.Match[str]) -> str:
        return f' href="{_inside(match[1], homes)}"'

    return TAG.sub(lambda tag: LINK.sub(led, tag[0]), prefixed(html, prefix))


def _inside(link: str, homes: Mapping[str, str]) -> str:
    """Return `link`, or where it leads in the page if that is another paper of it."""
    file, _, anchor = link.partition("#")
    home = homes.get(unquote(file.removesuffix(".html"))) if file else None
    if home is None:
        return link
    return f"#{home}-{anchor}" if anchor else f"#view={home}"
