"""What a site says of one design, in plain values that can leave a process."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from designkit.catalog.systems import system
from designkit.catalog.technologies import mentioned_technologies
from designkit.checks.report import FileReport
from designkit.diagnostics import Diagnostic, Severity
from designkit.documents.page.findings import about
from designkit.documents.page.thumbnail import THUMBNAIL
from designkit.documents.rendering import paper_stem
from designkit.documents.write_up.framing import promise_of, promised
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.quantities.quantity import Quantity
from designkit.source.concepts import concepts_of, find_concept
from designkit.source.loader import Loaded
from designkit.text.escape import one_line

MOST_PROMISES = 2
"""Promises that stand on a card where no latency is promised."""


@dataclass(frozen=True, slots=True)
class SiteComponent:
    """A component: what it is called, what it is, and what it runs on.

    `kind` is one of the catalogue; `kind_name` may be one of the design's own.
    """

    id: str
    kind: str
    title: str
    kind_name: str
    technology: str


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """A finding, with the ids of the components that it is about."""

    code: str
    name: str
    severity: Severity
    message: str
    waived: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A design of a site, or that it does not load: then it is `refused` for a reason.

    `stem` is the name of its directory, `page` that of its page without suffix;
    `technologies` are products, in the order of
    the alphabet, or what the design calls something that is none; `concepts` are the
    ids of the cards that it rests on, each with the questions of the design that do.
    """

    stem: str
    name: str
    page: str = ""
    system: str = ""
    system_title: str = ""
    summary: str = ""
    tier: int = 0
    owner: str = ""
    promise: str = ""
    components: tuple[SiteComponent, ...] = ()
    technologies: tuple[str, ...] = ()
    flows: int = 0
    findings: tuple[SiteFinding, ...] = ()
    concepts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    has_thumbnail: bool = False
    refused: str = ""

    @property
    def url(self) -> str:
        """The page of the design, from the index."""
        return f"{quote(self.stem)}/{quote(self.page)}.html"

    @property
    def thumbnail(self) -> str:
        """The small picture of the design, from the index; nothing if it has none."""
        return f"{quote(self.stem)}/{THUMBNAIL}" if self.has_thumbnail else ""

    @property
    def open_findings(self) -> tuple[SiteFinding, ...]:
        """The findings that nobody has accepted."""
        return tuple(found for found in self.findings if not found.waived)

    def at(self, component: str, side: str = "") -> str:
        """Return the link to a component on the page, with a `side` of its panel."""
        words = {"sel": component, "side": side}
        return f"{self.url}#{urlencode({k: v for k, v in words.items() if v})}"


def site_entry(
    loaded: Loaded,
    stem: str,
    check: FileReport | None = None,
    files: Collection[str] = (),
) -> SiteEntry:
    """Return what a site says of a design whose `files` lie in the directory `stem`.

    The findings are those of `check`. A design that does not load is an entry as well.
    """
    design = loaded.design
    if design is None:
        return SiteEntry(stem, one_line(loaded.file), refused=_refused(loaded))
    known = system(design.system)
    diagnostics = check.diagnostics if check else ()
    return SiteEntry(
        stem=stem,
        name=one_line(design.name),
        page=paper_stem(stem),
        system=one_line(design.system),
        system_title=known.title if known else one_line(design.system),
        summary=one_line(design.summary or ""),
        tier=design.tier or 0,
        owner=one_line(design.owner or ""),
        promise=", ".join(_promises(design)),
        components=tuple(map(_component, design.components.values())),
        technologies=tuple(_technologies(design.components.values())),
        flows=len(design.flows),
        findings=tuple(_finding(design, found) for found in _ranked(diagnostics)),
        concepts=tuple(_concepts(design)),
        has_thumbnail=THUMBNAIL in files,
    )


def _refused(loaded: Loaded) -> str:
    """Return the first error that keeps a design from loading, with its place."""
    first = next(found for found in loaded.diagnostics if found.stops)
    place = f"{first.file}:{first.span.line}:{first.span.column}"
    return one_line(f"{place}: {first.message}")


def _technologies(parts: Iterable[Component]) -> list[str]:
    """Return what components run on, each once: products, else what it says."""
    texts = {one_line(part.technology) for part in parts if part.technology}
    found = {name for text in texts for name in _names(text)}
    return sorted(found, key=lambda name: (name.casefold(), name))


def _names(text: str) -> tuple[str, ...]:
    return tuple(it.name for it in mentioned_technologies(text)) or (text,)


def _promises(design: Design) -> Iterator[str]:
    """Give what is promised first of all: of another kind where it is no latency."""
    usual, stated = tuple(promise_of(design)), design.objectives
    if stated and not stated.latency:
        named = [it for it in promised(stated) if it[1] is not stated.availability]
        yield from (_promise(*it) for it in named[:MOST_PROMISES])
    yield from usual


def _promise(name: str, value: Quantity) -> str:
    return f"{name[:1].lower()}{name[1:]} {value}"


def _component(part: Component) -> SiteComponent:
    texts = map(one_line, (part.title, part.kind_name, part.technology or ""))
    return SiteComponent(part.id, part.kind, *texts)


def _ranked(found: Collection[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda it: (-it.severity.rank, it.sort_key))


def _finding(design: Design, found: Diagnostic) -> SiteFinding:
    texts = (one_line(found.message), one_line(found.waived))
    ids = tuple(about(design, found))
    return SiteFinding(found.code, found.name, found.severity, *texts, ids)


def _concepts(design: Design) -> Iterator[tuple[str, tuple[str, ...]]]:
    for card in concepts_of(design):
        rests = (
            one_line(it.question)
            for it in design.questions
            if find_concept(it.concept or "") is card
        )
        yield card.id, tuple(rests)
