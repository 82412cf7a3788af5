"""A page as the preview serves it: with the script that reloads it, and its policy.

The Content-Security-Policy that a page carries for readers of the file goes into a
header, where it also allows the one script, and that this asks the server for news.
"""

import html
import re
from dataclasses import dataclass

from designkit.documents.policy import source_of
from designkit.files import bundled
from designkit.text.escape import attribute

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
HEAD = re.compile(r"</head>|<body[\s>]", re.IGNORECASE)
FALLBACK = "style-src 'unsafe-inline'; img-src data:"
ALWAYS = {
    "default-src": "'none'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
"""What holds on every page, whatever it says itself."""


@dataclass(frozen=True, slots=True)
class Served:
    """What is sent: the bytes, their type, and the policy for a page."""

    body: bytes
    type: str = "text/html; charset=utf-8"
    policy: str = "default-src 'none'; frame-ancestors 'none'"


def served(
    page: str, events: str, version: str, *, keeps_scroll: bool = True
) -> Served:
    """Return a page that reloads itself when `events` tells another `version`.

    One that does not keep the scroll position stands in for another page, whose
    position is still known when that is back.
    """
    script = (bundled("templates") / "preview" / "reload.js").read_text("utf-8")
    own, policy = _without_policy(page)
    told = f'data-events="{attribute(events)}" data-version="{attribute(version)}"'
    scroll = ' data-keeps-scroll=""' if keeps_scroll else ""
    body = _with_script(own, f"<script {told}{scroll}>{script}</script>")
    return Served(body.encode("utf-8", "replace"), policy=_policy(policy, script))


def _without_policy(page: str) -> tuple[str, str]:
    """Take the policy out of the head of a page."""
    head = HEAD.search(page)
    found = META.search(page, 0, head.start() if head else 0)
    if found is None:
        return page, FALLBACK
    return page[: found.start()] + page[found.end() :], html.unescape(found[1])


def _with_script(page: str, script: str) -> str:
    before, body, after = page.rpartition("</body>")
    return f"{before}{script}{body}{after}" if body else page + script


def _policy(own: str, script: str) -> str:
    parts = (part.split(None, 1) for part in own.split(";") if part.strip())
    said = {name.lower(): (rest or [""])[0].strip() for name, *rest in parts} | ALWAYS
    allowed = [it for it in said.get("script-src", "").split() if it != "'none'"]
    said["script-src"] = " ".join((*allowed, source_of(script)))
    return "; ".join(f"{name} {sources}".strip() for name, sources in said.items())
