"""What a change of numbers breaks: the findings that it brings, and those it takes."""

from collections import Counter
from collections.abc import Sequence

from designkit.checks.batch import CheckOptions, check_one
from designkit.diagnostics import Diagnostic
from designkit.estimates.what_if import changed, read_change
from designkit.source.loader import Loaded
from designkit.source.settings import Settings

Findings = tuple[Diagnostic, ...]


def compared(
    loaded: Loaded, changes: Sequence[str], settings: Settings | None = None
) -> tuple[Findings, Findings]:
    """Return the findings that `changes` bring to a design, and those that they take.

    Raises:
        ChangeError: a number cannot be changed as it is asked.
    """
    other = changed(loaded, tuple(map(read_change, changes)))
    before, after = (_found(it, settings or Settings()) for it in (loaded, other))
    return _without(after, before), _without(before, after)


def _found(loaded: Loaded, settings: Settings) -> Findings:
    report = check_one(loaded, CheckOptions(), settings)
    return tuple(item for item in report.diagnostics if not item.waived)


def _without(found: Findings, known: Findings) -> Findings:
    """Return what is `found` more often than it is `known`, by rule and element."""
    left = Counter((item.code, item.element) for item in known)
    rest = []
    for item in found:
        if left[item.code, item.element] > 0:
            left[item.code, item.element] -= 1
        else:
            rest.append(item)
    return tuple(rest)
