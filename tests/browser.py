"""Opens a page in headless Chromium and says what a reader there would meet."""

import html
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.sizes import tool

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=5000",
)
POLICY = "default-src 'none';"
MEASURE = """
<script>
window.faults = [];
window.addEventListener("error", event => faults.push(String(event.message)));
document.addEventListener("securitypolicyviolation",
  event => faults.push(`${event.violatedDirective}: ${event.blockedURI}`));
window.addEventListener("load", () => {
  const root = document.documentElement;
  const lost = [...document.querySelectorAll('a[href^="#"]')]
    .map(link => decodeURIComponent(link.getAttribute("href").slice(1)))
    .filter(id => id && !document.getElementById(id));
  const resources = performance.getEntriesByType("resource").map(entry => entry.name);
  root.dataset.seen = JSON.stringify({
    faults: window.faults, lost, resources,
    over: Math.max(0, root.scrollWidth - root.clientWidth),
    letters: document.body.innerText.length,
  });
});
</script>
"""


@dataclass(frozen=True)
class Seen:
    """What Chromium found: script faults, links that lead nowhere, files it asked for.

    `over` is how far the page is wider than the window, in pixels of CSS.
    """

    faults: tuple[str, ...]
    lost: tuple[str, ...]
    resources: tuple[str, ...]
    over: int
    letters: int


def seen(page: str, directory: Path, width: int) -> Seen:
    """Open `page`, HTML, in a window so wide."""
    file = directory / f"page-{width}.html"
    file.write_text(_measured(page), "utf-8")
    done = subprocess.run(
        [
            tool("chromium", "chromium-browser", "google-chrome"),
            *QUIET,
            f"--user-data-dir={directory / f'profile-{width}'}",
            f"--window-size={width},900",
            "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = re.search(r'data-seen="([^"]*)"', done.stdout)
    assert found, done.stdout[:500]
    told = json.loads(html.unescape(found[1]))
    return Seen(
        tuple(told["faults"]),
        tuple(told["lost"]),
        tuple(told["resources"]),
        told["over"],
        told["letters"],
    )


def _measured(page: str) -> str:
    """Let the page run our script, and nothing else that it did not allow before."""
    allowed = page.replace(POLICY, f"{POLICY} script-src 'unsafe-inline';", 1)
    return allowed.replace("</head>", f"{MEASURE}</head>", 1)
