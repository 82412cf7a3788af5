"""Which findings are accepted, and by what, found without asking each for each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from designkit.diagnostics import Diagnostic
from designkit.source.waivers import Waived


class Covering:
    """The findings of a file and what accepts each; who comes first speaks for it."""

    def __init__(self, waivers: Sequence[Waived], found: Sequence[Diagnostic]) -> None:
        """Find out what each of `waivers` accepts of what was found."""
        self._found: dict[str, list[Diagnostic]] = defaultdict(list)
        for item in sorted(found, key=_line):
            for word in {item.code, item.name}:
                self._found[word].append(item)
        self._first: dict[Diagnostic, Waived] = {}
        self._used: set[Waived] = set()
        for waiver in waivers:
            for item in self._covered(waiver):
                self._first.setdefault(item, waiver)
                self._used.add(waiver)

    def reason(self, found: Diagnostic) -> str:
        """Return why `found` is accepted; nothing where it is not."""
        waiver = self._first.get(found)
        return waiver.reason if waiver else ""

    def is_used(self, waiver: Waived) -> bool:
        """Whether `waiver` accepts anything."""
        return waiver in self._used

    def _covered(self, waiver: Waived) -> Iterator[Diagnostic]:
        near = self._found.get(waiver.rule, [])
        if waiver.lines is not None:
            start = bisect_left(near, waiver.lines.start, key=_line)
            end = bisect_left(near, waiver.lines.stop, key=_line)
            near = near[start:end]
        return filter(waiver.covers, near)


def _line(found: Diagnostic) -> int:
    return found.span.line
