"""Findings of a page: what, where, what helps, and the page of the rule."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from designkit.checks.explanation import explanations
from designkit.diagnostics import Diagnostic
from designkit.documents.page.subject import JsonValue, PageSubject
from designkit.files import safe_stem
from designkit.model.design import Design
from designkit.text.escape import plain
from designkit.text.markdown_html import to_html


def findings(of: PageSubject) -> list[JsonValue]:
    """Return what was found, the worst first, waived findings last."""
    ranked = sorted(
        of.told.found,
        key=lambda it: (bool(it.waived), -it.severity.rank, it.sort_key),
    )
    return [_finding(of, found) for found in ranked]


def rule_pages(of: PageSubject) -> dict[str, JsonValue]:
    """Return the page of each code that was found, as HTML.

    Of a page in a site it leads to the page of the rule there.
    """
    codes = {found.code for found in of.told.found}
    known = (item for item in explanations() if item.code in codes)
    return {it.code: f"{to_html(it.help)}{_elsewhere(of, it.name)}" for it in known}


def rule_file(name: str) -> str:
    """Return what the page of a rule is called in a site."""
    return f"{safe_stem(name)}.html"


def _elsewhere(of: PageSubject, name: str) -> str:
    """Return a link to the page of a rule, which lies beside the designs of a site."""
    link = f"../rules/{quote(rule_file(name))}"
    text = "This rule in all designs"
    return f'<p><a href="{link}">{text}</a></p>' if of.is_in_site else ""


def _finding(of: PageSubject, found: Diagnostic) -> JsonValue:
    texts = of.loaded.texts.get(found.file, "").splitlines()
    at = found.span.line
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": plain(found.message),
        "help": plain(found.help),
        "waived": plain(found.waived),
        "file": plain(found.file),
        "line": at,
        "column": found.span.column,
        "excerpt": plain(texts[at - 1]) if 0 < at <= len(texts) else "",
        "about": list(about(of.told.design, found)),
    }


def about(design: Design, found: Diagnostic) -> Iterator[str]:
    """Give the ids of what a finding is about: a component, or both ends of a flow."""
    section, _, rest = found.element.partition(".")
    if section == "components":
        yield from _known(design, [rest.partition(".")[0]])
    if section == "flows":
        source, _, target = rest.partition(":")[0].partition("->")
        yield from _known(design, [source, target])


def _known(design: Design, ids: Iterable[str]) -> Iterator[str]:
    yield from (id for id in ids if id in design.components)
