"""Puts a site together: the files beside the pages of its designs."""

from collections.abc import Mapping, Sequence

from designkit.documents.site.concept_pages import concept_pages
from designkit.documents.site.entry import SiteEntry
from designkit.documents.site.index import index
from designkit.documents.site.listing import CONCEPTS, RULES
from designkit.documents.site.rule_pages import rule_pages_of
from designkit.files import Output


def site_files(entries: Sequence[SiteEntry]) -> Mapping[str, tuple[Output, ...]]:
    """Return the files of a site by the directory that they go to, inside its own.

    They are the index, and the pages of the concepts and rules that the designs meet;
    their links lead to pages that `render_design` makes for ``options.in_site()``.
    """
    files = {
        "": (index(entries),),
        CONCEPTS: tuple(concept_pages(entries)),
        RULES: tuple(rule_pages_of(entries)),
    }
    return {directory: made for directory, made in files.items() if made}
