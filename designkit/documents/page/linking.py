"""Papers inside a page: ids of their own, and links between them that stay in it."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

TAG = re.compile(r"<[^<>]+>")
NAMED = re.compile(r' (id|href)="([^"]*)"')


def joined(html: str, prefix: str, homes: Mapping[str, str]) -> str:
    """Return the HTML of a paper with ids that begin with `prefix`, and its links.

    `homes` has the section of the page for the stem of each paper: a link to its file
    leads there.
    """

    def renamed(match: re.Match[str]) -> str:
        key, value = match.groups()
        if key == "id":
            return f' id="{prefix}{value}"'
        if value.startswith("#"):
            return f' href="#{prefix}{value[1:]}"'
        return f' href="{_inside(value, homes)}"'

    return TAG.sub(lambda tag: NAMED.sub(renamed, tag[0]), html)


def _inside(link: str, homes: Mapping[str, str]) -> str:
    """Return `link`, or where it leads in the page if that is another paper of it."""
    file, _, anchor = link.partition("#")
    home = homes.get(unquote(file.removesuffix(".html"))) if file else None
    if home is None:
        return link
    return f"#{home}-{anchor}" if anchor else f"#view={home}"
