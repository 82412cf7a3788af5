"""Sites of small designs for the tests of sites, as the command line writes them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import designkit as dk
from tests.html_elements import elements

OPTIONS = dk.RenderOptions(views=("overview",), formats=("html",)).in_site()

PAY = """\
designkit: 1
name: Payments
system: fraud-detection
summary: Scores each payment.
tier: 1
owner: risk
objectives: {latency: {p99: 100 ms}, availability: 99.9%}
components:
  app: {kind: client}
  gate: {kind: gateway, technology: Envoy}
  log: {kind: event-log, technology: Kafka to Iceberg}
  score: {kind: model-server, technology: our own}
flows:
  calls:
    - app -> gate: request
    - gate -> score: request
    - score -> gate: response
    - gate -> log: event
questions:
  - {question: What if the cache is empty?, answer: It is slow., concept: caching}
"""

LONE = """\
designkit: 1
name: Lone
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
  orders: {kind: source-db, technology: PostgreSQL}
flows:
  calls:
    - app -> gate: request
waivers:
  - {rule: no-registry, reason: It is small.}
"""

BROKEN = """\
designkit: 1
name: Broken
system: generic
components:
  gate: {kind: gatway}
"""

THREE = {"pay": PAY, "lone": LONE, "broken": BROKEN}


def entry_of(text: str, stem: str, files: tuple[str, ...] = ()) -> dk.SiteEntry:
    loaded = dk.loads(text, f"{stem}.yaml")
    return dk.site_entry(loaded, stem, dk.check(loaded), files)


def written(directory: Path, texts: Mapping[str, str]) -> Path:
    """Write the site of designs by the names of their directories."""
    entries = [_rendered(directory, stem, text) for stem, text in texts.items()]
    for name, outputs in dk.site_files(entries).items():
        dk.write_files(directory / name, outputs)
    return directory


def _rendered(directory: Path, stem: str, text: str) -> dk.SiteEntry:
    loaded = dk.loads(text, f"{stem}.yaml")
    if loaded.design is None:
        return dk.site_entry(loaded, stem)
    found = dk.check(loaded)
    made = dk.render_design(loaded, stem, OPTIONS, found)
    files = [path.name for path in dk.write_files(directory / stem, made)]
    return dk.site_entry(loaded, stem, found, files)


def links(page: Path) -> Iterator[str]:
    """Give where a page leads, and what it shows, beside what other hosts have."""
    for element in elements(page.read_text("utf-8")):
        link = element.attrs.get("href") or element.attrs.get("src") or ""
        if link and not link.startswith(("https://", "http://", "mailto:", "data:")):
            yield link


def dead_links(site: Path) -> list[str]:
    """Return the links that lead to no file of the site, or to no place in it."""
    root = site.resolve()
    return [
        f"{page.relative_to(site)}: {link}"
        for page in sorted(site.rglob("*.html"))
        for link in links(page)
        if not _leads_somewhere(page, link, root)
    ]


def _leads_somewhere(page: Path, link: str, root: Path) -> bool:
    file, _, anchor = link.partition("#")
    there = (page.parent / unquote(file)).resolve() if file else page
    if not there.is_file() or root not in there.resolve().parents:
        return False
    return "=" in anchor or not anchor or anchor in _ids(there)


def _ids(page: Path) -> set[str]:
    found = (element.attrs.get("id") for element in elements(page.read_text("utf-8")))
    return set(filter(None, found))
