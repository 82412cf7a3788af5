"""The pages of concepts: each card, and the designs of the site that rest on it."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from designkit.catalog.concept import Concept
from designkit.documents.page.findings import rule_file
from designkit.documents.site.entry import SiteEntry
from designkit.documents.site.frame import framed
from designkit.documents.site.listing import (
    RULES,
    concepts_of_site,
    resting_on,
    rules_of_site,
)
from designkit.files import Output
from designkit.text.markdown_html import to_html, to_inline_html


def concept_pages(entries: Sequence[SiteEntry]) -> Iterator[Output]:
    """Make a page for each concept that some design rests on."""
    rules = frozenset(rules_of_site(entries).values())
    for card in concepts_of_site(entries):
        yield framed(f"{card.id}.html", "concept", _values(card, entries, rules))


def _values(
    card: Concept, entries: Sequence[SiteEntry], rules: frozenset[str]
) -> Mapping[str, object]:
    follow_up = f'**"{card.follow_up}"** {card.follow_up_answer}'
    sections = (
        ("In sixty seconds", card.answer),
        ("The follow-up", follow_up),
        ("A worked number", card.worked_number),
        ("At a glance", card.table),
    )
    return {
        "title": card.title,
        "card": card,
        "sections": [(name, Markup(to_html(text))) for name, text in sections if text],
        "bites": [_bite(text, rules) for text in card.bites],
        "designs": [_met(card, entry) for entry in resting_on(card.id, entries)],
    }


def _bite(text: str, rules: frozenset[str]) -> Mapping[str, object]:
    """Take apart the kind or rule at the head of an item, with its page if any."""
    _, name, rest = text.split("`", 2)
    url = f"../{RULES}/{quote(rule_file(name))}" if name in rules else ""
    return {"name": name, "url": url, "rest": Markup(to_inline_html(rest))}


def _met(card: Concept, entry: SiteEntry) -> Mapping[str, object]:
    """Say where a design meets a concept: its questions, its parts of those kinds."""
    parts = (part for part in entry.components if part.kind in card.kinds)
    return {
        "name": entry.name,
        "url": f"../{entry.url}",
        "questions": dict(entry.concepts)[card.id],
        "parts": [(f"../{entry.at(part.id)}", part.title) for part in parts],
    }
