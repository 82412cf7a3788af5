"""The index of a site: a card for each design, filters, and search over all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from designkit.diagnostics import Severity
from designkit.documents.page.content import as_json
from designkit.documents.site.entry import SiteEntry, SiteFinding
from designkit.documents.site.frame import framed
from designkit.documents.site.listing import concept_links, rule_links
from designkit.documents.site.searching import searched
from designkit.documents.site.states import NONE, REFUSED, states
from designkit.files import Output
from designkit.text.counts import counted, plural

FILE = "index.html"
MOST_TECHNOLOGIES = 8
"""Technologies that a card names; the page has the others."""

Choice = tuple[str, str, int]
"""What a filter can be set to: the word in the address, what is shown, how many."""


def index(entries: Sequence[SiteEntry]) -> Output:
    """Make the index of designs, in their order."""
    values = {
        "title": "Designs",
        "count": counted(len(entries), "design"),
        "cards": tuple(map(_card, entries)),
        "filters": tuple(_filters(entries)),
        "concepts": concept_links(entries),
        "rules": rule_links(entries),
        "content": Markup(as_json(searched(entries))),
    }
    return framed(FILE, "index", values)


def _card(entry: SiteEntry) -> Mapping[str, object]:
    technologies = entry.technologies
    return {
        "entry": entry,
        "about": " · ".join(filter(None, _about(entry))),
        "counts": _counts(entry),
        "levels": tuple(_levels(entry.open_findings)),
        "technologies": technologies[:MOST_TECHNOLOGIES],
        "others": len(technologies) - MOST_TECHNOLOGIES,
    }


def _about(entry: SiteEntry) -> Iterator[str]:
    yield entry.system_title
    yield f"tier {entry.tier}" if entry.tier else ""
    yield entry.owner


def _counts(entry: SiteEntry) -> str:
    parts, flows = len(entry.components), entry.flows
    return f"{counted(parts, 'component')}, {counted(flows, 'flow')}"


def _levels(found: Sequence[SiteFinding]) -> Iterator[tuple[str, str]]:
    """Give each severity that was found, and how often."""
    for level in Severity:
        if count := sum(it.severity is level for it in found):
            yield level.value, counted(count, level)


def _filters(entries: Sequence[SiteEntry]) -> Iterator[tuple[str, str, list[Choice]]]:
    """Give each filter: its word in the address, its label, and its choices."""
    titles = {it.system: it.system_title for it in entries if it.system}
    yield "system", "System", _choices((it.system for it in entries), titles)
    technologies = (name for it in entries for name in it.technologies)
    yield "tech", "Technology", _choices(technologies, {})
    yield "finding", "Findings", list(_by_state(entries))


def _choices(words: Iterable[str], titles: Mapping[str, str]) -> list[Choice]:
    counts = Counter(filter(None, words))
    found = [(word, titles.get(word, word), count) for word, count in counts.items()]
    return sorted(found, key=lambda it: (it[1].casefold(), it[0]))


def _by_state(entries: Iterable[SiteEntry]) -> Iterator[Choice]:
    counts = Counter(state for entry in entries for state in states(entry))
    titles = {level.value: f"with {plural(level)}" for level in Severity}
    titles |= {NONE: "without findings", REFUSED: "that do not load"}
    yield from ((it, title, counts[it]) for it, title in titles.items() if counts[it])
