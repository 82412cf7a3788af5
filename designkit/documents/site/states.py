"""How a design stands: the words by which the index filters for findings."""

from designkit.diagnostics import Severity
from designkit.documents.site.entry import SiteEntry

NONE, REFUSED = "none", "refused"
"""The words for designs without findings, and for those that do not load."""


def states(entry: SiteEntry) -> tuple[str, ...]:
    """Return what was found in a design by severity, or that there is nothing."""
    if entry.refused:
        return (REFUSED,)
    found = {it.severity for it in entry.open_findings}
    return tuple(level.value for level in Severity if level in found) or (NONE,)
