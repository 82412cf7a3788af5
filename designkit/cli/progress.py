"""Shows on a terminal how far long work has come, how fast it goes, what is left."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from designkit.cli.console import is_terminal
from designkit.text.counts import counted

T = TypeVar("T")
FEW = 3
"""Things to do that need no progress."""

SOON = 1.0
"""Seconds after which a rate says something."""


@dataclass(frozen=True)
class Progress:
    """The line of some work; `noun` is what is done one after the other."""

    noun: str
    start: float = field(default_factory=time.monotonic)

    def show(self, done: int, total: int) -> None:
        """Write how many of `total` are done, over what the line said before."""
        self.clear()
        if 0 < done < total:
            print(self._line(done, total), end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave an empty line."""
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _line(self, done: int, total: int) -> str:
        line = f"{done:,} of {counted_with_commas(total, self.noun)}"
        seconds = time.monotonic() - self.start
        if seconds < SOON:
            return line
        rate = done / seconds
        return f"{line}, {rate:,.1f}/s, {_time((total - done) / rate)} left"


@contextmanager
def progress(noun: str, *, is_long: bool = True) -> Iterator[Progress | None]:
    """Give the progress of long work where a person looks, else nothing."""
    shown = Progress(noun) if is_long and is_terminal(sys.stderr) else None
    try:
        yield shown
    finally:
        if shown:
            shown.clear()


def watched(items: Sequence[T], noun: str) -> Iterator[T]:
    """Give `items` one by one, and show how many are behind where a person looks."""
    with progress(noun, is_long=len(items) > FEW) as shown:
        for done, item in enumerate(items):
            if shown:
                shown.show(done, len(items))
            yield item


def counted_with_commas(count: int, noun: str) -> str:
    """Write a large count with its noun: ``10,000 requests``."""
    return counted(count, noun).replace(str(count), f"{count:,}", 1)


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
