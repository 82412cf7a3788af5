"""Applies what a design accepts to what was found; finds what is accepted in vain."""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from designkit.checks.covering import Covering
from designkit.checks.engine_codes import CheckCode
from designkit.diagnostics import Diagnostic
from designkit.quantities.writing import shown
from designkit.source.loader import Loaded
from designkit.source.report import MANY
from designkit.source.waivers import Waived, read_waivers
from designkit.text.suggestion import suggest


def waive(
    loaded: Loaded,
    found: Sequence[Diagnostic],
    known: Collection[str],
    ran: Collection[str],
    today: date | None = None,
) -> tuple[Diagnostic, ...]:
    """Mark in `found` what the file accepts; add what is wrong with its waivers.

    `known` are the codes and names of all rules; only waivers of rules that `ran` can
    be stale. One whose last day lies before `today` accepts nothing any more.
    """
    waivers = read_waivers(loaded)
    day = today or _today()
    past = [waiver for waiver in waivers if waiver.is_past(day)]
    ended = frozenset(past)
    whole = [w for w in waivers if w.reason and w.rule in known]
    good = [waiver for waiver in whole if waiver not in ended]
    covering = Covering(good, found)
    marked = tuple(_marked(diagnostic, covering) for diagnostic in found)
    wrong = sum(waiver.rule not in known for waiver in waivers)
    near = known if wrong <= MANY else ()
    faults = [
        fault for waiver in waivers for fault in _faults(loaded, waiver, known, near)
    ]
    stale = [
        _stale(loaded, waiver)
        for waiver in good
        if waiver.rule in ran and not covering.is_used(waiver)
    ]
    expired = [_expired(loaded, waiver) for waiver in past]
    expired += [_endless(loaded, w) for w in waivers if w.until and not w.has_day]
    told = (*marked, *faults, *stale, *expired)
    return tuple(sorted(told, key=lambda item: item.sort_key))


def _today() -> date:
    """Return the day: that of a reproducible build, if one says it, or of the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).astimezone().date()


def _marked(found: Diagnostic, covering: Covering) -> Diagnostic:
    reason = covering.reason(found)
    return replace(found, waived=reason) if reason else found


def _faults(
    loaded: Loaded, waiver: Waived, known: Collection[str], near: Collection[str]
) -> Iterator[Diagnostic]:
    if waiver.rule not in known:
        message = f"no rule is called {waiver.rule!r}"
        if not waiver.rule:
            message = "a waiver names the rule that it is for"
        help = suggest(waiver.rule, near) or "write it like ignore[no-rollback] reason"
        yield _fault(loaded, waiver, CheckCode.UNKNOWN_RULE, message, help)
    elif not waiver.reason:
        message = f"the waiver of {waiver.rule} gives no reason"
        help = "say why the finding is accepted; until then it is not"
        yield _fault(loaded, waiver, CheckCode.WAIVER_WITHOUT_REASON, message, help)


def _stale(loaded: Loaded, waiver: Waived) -> Diagnostic:
    message = f"the waiver of {waiver.rule} covers no finding"
    return _fault(loaded, waiver, CheckCode.STALE_WAIVER, message, "delete it")


def _expired(loaded: Loaded, waiver: Waived) -> Diagnostic:
    message = f"the waiver of {waiver.rule} ended on {waiver.until}"
    help = "look at the finding again: mend it, or give the waiver another day"
    return _fault(loaded, waiver, CheckCode.EXPIRED_WAIVER, message, help)


def _endless(loaded: Loaded, waiver: Waived) -> Diagnostic:
    message = f"the waiver of {waiver.rule} ends on no day: {shown(waiver.until)}"
    help = "write its last day like until: 2027-06-30"
    return _fault(loaded, waiver, CheckCode.EXPIRED_WAIVER, message, help)


def _fault(
    loaded: Loaded, waiver: Waived, code: CheckCode, message: str, help: str
) -> Diagnostic:
    return Diagnostic(
        code=code.value,
        name=code.slug,
        severity=code.severity,
        message=message,
        file=loaded.file,
        span=waiver.span,
        element=f"waivers.{waiver.rule}",
        help=help,
    )
