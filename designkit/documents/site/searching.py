"""What the search of a site looks through: designs, components, findings, concepts."""

from collections.abc import Sequence

from designkit.documents.page.subject import JsonValue
from designkit.documents.site.entry import SiteEntry
from designkit.documents.site.listing import concepts_of_site
from designkit.documents.site.states import states


def searched(entries: Sequence[SiteEntry]) -> dict[str, JsonValue]:
    """Return what the script of the index reads: the designs in the order of cards."""
    cards = concepts_of_site(entries)
    return {
        "designs": [_design(entry) for entry in entries],
        "concepts": [
            [f"concepts/{it.id}.html", it.title, it.asked, " ".join(it.aliases)]
            for it in cards
        ],
    }


def _design(entry: SiteEntry) -> JsonValue:
    texts = (entry.stem, entry.system_title, entry.summary, entry.owner, entry.refused)
    return {
        "name": entry.name,
        "url": "" if entry.refused else entry.url,
        "system": entry.system,
        "tech": list(entry.technologies),
        "states": list(states(entry)),
        "text": " ".join(filter(None, texts)),
        "parts": [
            [it.id, it.title, it.kind_name, it.technology] for it in entry.components
        ],
        "findings": [
            [f"{it.code} {it.name}", it.message, next(iter(it.about), "")]
            for it in entry.findings
        ],
    }
