"""The pages of rules: why each exists, and what it found in the designs of the site."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from designkit.checks.explanation import Explanation, explanations
from designkit.documents.page.findings import rule_file
from designkit.documents.site.entry import SiteEntry, SiteFinding
from designkit.documents.site.frame import framed
from designkit.documents.site.listing import CONCEPTS, concepts_of_site, rules_of_site
from designkit.files import Output
from designkit.text.markdown_html import to_html

Place = tuple[SiteEntry, tuple[SiteFinding, ...]]
"""A design, and what a rule found in it."""


def rule_pages_of(entries: Sequence[SiteEntry]) -> Iterator[Output]:
    """Make a page for each rule that found something in a design."""
    known = {item.code: item for item in explanations()}
    places = _places(entries)
    cards = [(f"../{CONCEPTS}/{it.id}.html", it) for it in concepts_of_site(entries)]
    for code, name in rules_of_site(entries).items():
        values = {
            "title": f"{code} {name}",
            "help": Markup(_help(known.get(code))),
            "designs": [_design(place) for place in places[code]],
            "concepts": [(url, it.title) for url, it in cards if name in it.rules],
        }
        yield framed(rule_file(name), "rule", values)


def _help(item: Explanation | None) -> str:
    """Return the text of a rule; rules of a project have none that we know of."""
    return to_html(item.help) if item else ""


def _places(entries: Sequence[SiteEntry]) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for entry in entries:
        for code in dict.fromkeys(it.code for it in entry.findings):
            of_code = tuple(it for it in entry.findings if it.code == code)
            found.setdefault(code, []).append((entry, of_code))
    return found


def _design(place: Place) -> Mapping[str, object]:
    entry, found = place
    return {
        "name": entry.name,
        "url": f"../{entry.url}",
        "findings": [
            {"told": it, "url": f"../{entry.at(next(iter(it.about), ''), 'findings')}"}
            for it in found
        ],
    }
