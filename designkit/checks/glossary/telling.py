"""Terms as text for people, as Markdown and as JSON."""

import textwrap
from collections.abc import Iterable

from designkit.checks.explanation_text import WIDEST
from designkit.checks.glossary.term import Term


def as_text(term: Term, *, cells: int, bold: bool = False) -> str:
    """Return a term for a terminal that is `cells` wide."""
    wide = min(cells, WIDEST)
    head = f"\x1b[1m{term.name}\x1b[0m" if bold else term.name
    page = (f"Page: {term.url}",) if term.url else ()
    facts = (_wrapped(f"{name}: {text}", wide, "  ") for name, text in term.facts)
    example = (textwrap.indent(term.example, "    "),) if term.example else ()
    return "\n\n".join(
        (
            f"{head}\n{term.sort}",
            _wrapped(term.meaning, wide),
            "\n".join(facts),
            *example,
            *page,
        )
    )


def as_markdown(term: Term) -> str:
    """Return a term as a page of Markdown."""
    facts = "\n".join(f"- {name}: {text}" for name, text in term.facts)
    page = f"# {term.name}\n\n*{term.sort}*\n\n{term.meaning}\n\n{facts}"
    return f"{page}\n\n```yaml\n{term.example}\n```" if term.example else page


def plain_terms(terms: Iterable[Term]) -> list[dict[str, object]]:
    """Return terms as JSON has them."""
    return [
        {
            "name": term.name,
            "sort": term.sort,
            "meaning": term.meaning,
            "facts": dict(term.facts),
            "example": term.example,
            "url": term.url,
        }
        for term in terms
    ]


def _wrapped(text: str, wide: int, indent: str = "") -> str:
    return textwrap.fill(
        text,
        wide,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
