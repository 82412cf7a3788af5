"""Which calls are answers where their data type alone does not say so."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from designkit.model.component import Flow, Mode
from designkit.model.unknown import UnknownError
from designkit.model.waiting import waits

GOES_BACK = "passages"
"""The data type that answers where it goes back to who asked."""

Ends = tuple[str, str]


def going_back(flows: Iterable[Flow]) -> frozenset[Ends]:
    """Return the ends of the calls that bring passages back to who asked for them.

    Who asked has called something with another data type, and the passages come from
    there. Of two that hand passages to each other, the first to do so asks.
    """
    calls = tuple(_calls(flows))
    brought = dict.fromkeys(flow.ends for flow in calls if flow.carries == GOES_BACK)
    asked = [flow.ends for flow in calls if flow.carries != GOES_BACK]
    first = [it for it in brought if it[::-1] in brought and _is_before(it, brought)]
    ways = {*asked, *brought}
    return frozenset(
        (source, target)
        for source, target in brought
        if (source, target) not in first
        and _comes_to(source, target, [*asked, *first], ways)
    )


def _calls(flows: Iterable[Flow]) -> Iterator[Flow]:
    for flow in flows:
        with suppress(UnknownError):
            if waits(flow) and flow.mode is Mode.CALL:
                yield flow


def _is_before(ends: Ends, brought: Iterable[Ends]) -> bool:
    return next(it for it in brought if it in (ends, ends[::-1])) == ends


def _comes_to(source: str, asker: str, asked: list[Ends], ways: set[Ends]) -> bool:
    """Whether what `asker` asks leads on to `source`, not through `asker` itself."""
    found = {target for caller, target in asked if caller == asker}
    waiting = list(found)
    while waiting:
        here = waiting.pop()
        onward = {b for a, b in ways if a == here and b != asker} - found
        found |= onward
        waiting += onward
    return source in found
