"""Which concepts and rules a site has pages of, and links to these."""

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from designkit.catalog.concept import Concept
from designkit.documents.page.findings import rule_file
from designkit.documents.site.entry import SiteEntry
from designkit.source.concepts import all_concepts

CONCEPTS, RULES = "concepts", "rules"
"""The directories of a site beside those of its designs."""

Link = tuple[str, str, int]
"""Where it leads, from the index; what it is called; how many designs are there."""


def concepts_of_site(entries: Iterable[SiteEntry]) -> tuple[Concept, ...]:
    """Return the cards that some design rests on, in the alphabet's order."""
    used = {id for entry in entries for id, _ in entry.concepts}
    return tuple(card for id, card in all_concepts().items() if id in used)


def concept_links(entries: Sequence[SiteEntry]) -> tuple[Link, ...]:
    """Return a link to the page of each concept."""
    return tuple(
        (f"{CONCEPTS}/{card.id}.html", card.title, len(resting_on(card.id, entries)))
        for card in concepts_of_site(entries)
    )


def resting_on(card: str, entries: Iterable[SiteEntry]) -> tuple[SiteEntry, ...]:
    """Return the designs that rest on a concept."""
    return tuple(it for it in entries if card in dict(it.concepts))


def rules_of_site(entries: Iterable[SiteEntry]) -> dict[str, str]:
    """Return the names of the rules that found something, by code."""
    found = {it.code: it.name for entry in entries for it in entry.findings}
    return dict(sorted(found.items()))


def rule_links(entries: Sequence[SiteEntry]) -> tuple[Link, ...]:
    """Return a link to the page of each rule that found something."""
    codes = ({it.code for it in entry.findings} for entry in entries)
    counts = Counter(code for found in codes for code in found)
    return tuple(
        (f"{RULES}/{quote(rule_file(name))}", f"{code} {name}", counts[code])
        for code, name in rules_of_site(entries).items()
    )
