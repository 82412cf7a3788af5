"""Throws spoilt designs at everything that reads designs: `make fuzz SECONDS=60`.

What raises anything but an error of ours, crashes a rule, or takes over 5 s, is cut
down to few lines and kept in `tests/fuzz-corpus/`, which `make test` replays.
"""

import argparse
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from types import FrameType

import designkit as dk
from designkit.checks.checker import CRASHED
from designkit.files import bundled
from designkit.source.starter import started

CORPUS = Path(__file__).parent / "fuzz-corpus"
SECONDS_AT_MOST = 5.0
MOST_TRIES = 150
"""Shorter designs that are tried for one that fails."""

ODD = (
    *("", "none", "null", "~", "true", "0", "-1", "1e308", "-1e308", "1e-308", ".nan"),
    *(".inf", "[]", "{}", "[[]]", "{a: {}}", "''", "1..2", "2..1", "0%", "101%", "0 s"),
    *("1e308 s", "0/s", "99.999999999%", "1 EB", "3 µs", "2024-01-01", "*a", "&a x"),
    *("{value: 1}", "{value: 0, assumed: x}", "{p50: 1 s}", "{p50: 0 s, p99: 0 s}"),
    *("'</text><script>'", "'{{ 7 * 7 }} {% x %}'", "'| a | `b` | #panic(x)'"),
    *('"\\u202e\\u0000\\x1b[31m"', '"\\ud800"', "'" + "x" * 5_000 + "'", "👩\u200d🔬"),
)
"""Values that an author hardly means."""

NUMBERS = ("0", "1", "1e-300", "0.001", "7", "1000", "1e6", "1e15", "1e300", "1e308")
NUMBER = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?(?![\w-]*-)")

VALUE = re.compile(r"^(\s*(?:- )?[\w-]+: )(\S.*)$")


class TooSlowError(BaseException):
    """It took longer than anything may."""


def exercise(text: str) -> None:
    """Do with `text` all that is done with a design.

    Raises:
        RuntimeError: a rule crashed on it.
    """
    loaded = dk.loads(text)
    report = dk.check(loaded)
    crashed = [item.message for item in report.diagnostics if item.code == CRASHED]
    if crashed:
        raise RuntimeError(crashed[0])
    if loaded.design is None:
        return
    view = Random(len(text)).choice(dk.views())
    options = dk.read_options((view,), ("svg", "md"), "light", "short")
    for work in (
        lambda: dk.find_account("text").tell(dk.estimate(loaded)),
        lambda: dk.render_design(loaded, "x", options, report),
        lambda: dk.print_variant(loaded, "full", ("md",)),
    ):
        _allowing_refusals(work)


def _allowing_refusals(work: Callable[[], object]) -> None:
    try:
        work()
    except dk.DesignkitError:
        return


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise `TooSlowError` in what takes longer: of a processor, not of the clock.

    A busy machine makes no design slow.
    """

    def end(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def fault_of(text: str) -> str:
    """Return what goes wrong with `text` and where; nothing if nothing does."""
    try:
        with limited(SECONDS_AT_MOST):
            exercise(text)
    except TooSlowError:
        return "too slow"
    except Exception as error:  # what is looked for
        frames = traceback.extract_tb(error.__traceback__)
        place = frames[-1] if not isinstance(error, RuntimeError) else frames[0]
        return f"{type(error).__name__} in {Path(place.filename).name}: {error}"[:160]
    return ""


def seeds() -> tuple[str, ...]:
    """Return the designs that are spoilt: all starters, and a short shipped one."""
    starters = [started(system.name) for system in dk.SYSTEMS]
    shipped = bundled("designs").glob("*.yaml")
    smallest = min(shipped, key=lambda path: path.stat().st_size)
    return (*starters, smallest.read_text(encoding="utf-8"))


def spoilt(text: str, chance: Random) -> str:
    """Return `text` with a few things wrong."""
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        chance.choice(WAYS)(lines, chance)
    return "\n".join(lines)


def _odd_value(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    match = VALUE.match(lines[at])
    if match:
        lines[at] = match[1] + chance.choice(ODD)


def _without(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.choice((1, 1, 3, 20))]
    lines.extend([""] * (not lines))


def _twice(lines: list[str], chance: Random) -> None:
    at = chance.randrange(len(lines))
    lines[at:at] = lines[at : at + chance.choice((1, 5))]


def _swapped(lines: list[str], chance: Random) -> None:
    one, other = (chance.randrange(len(lines)) for _ in range(2))
    first, second = VALUE.match(lines[one]), VALUE.match(lines[other])
    if first and second:
        lines[one], lines[other] = first[1] + second[2], second[1] + first[2]


def _moved(lines: list[str], chance: Random) -> None:
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)


def _other_number(lines: list[str], chance: Random) -> None:
    numbered = [at for at, line in enumerate(lines) if NUMBER.search(line)]
    if numbered:
        at = chance.choice(numbered)
        lines[at] = NUMBER.sub(lambda _: chance.choice(NUMBERS), lines[at], count=1)


WAYS = (_other_number,) * 6 + (_odd_value, _without, _twice, _swapped, _moved)
"""How a design is spoilt; mostly so that it still loads."""


def shortened(text: str, fault: str) -> str:
    """Return fewer lines that have the same kind of fault."""
    lines, size, tries = text.split("\n"), 64, 0
    kind = fault.partition(":")[0]
    while size and tries < MOST_TRIES:
        at = 0
        while at < len(lines) and tries < MOST_TRIES:
            fewer = [*lines[:at], *lines[at + size :]]
            tries += 1
            if fault_of("\n".join(fewer)).startswith(kind):
                lines = fewer
            else:
                at += size
        size //= 2
    return "\n".join(lines)


def fuzz(seconds: float, seed: int) -> int:
    """Spoil designs for so long; return how many kinds of fault were found."""
    chance, designs = Random(seed), seeds()
    end, tried, found = time.monotonic() + seconds, 0, set[str]()
    while time.monotonic() < end:
        text = spoilt(chance.choice(designs), chance)
        fault, tried = fault_of(text), tried + 1
        if fault and fault.partition(":")[0] not in found:
            found.add(fault.partition(":")[0])
            print(f"{_kept(shortened(text, fault))}: {fault}", flush=True)
    print(f"{tried} designs tried, {len(found)} kinds of fault, seed {seed}")
    return len(found)


def _kept(text: str) -> str:
    CORPUS.mkdir(exist_ok=True)
    path = CORPUS / f"{sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}.yaml"
    path.write_text(text, encoding="utf-8")
    return path.name


def main(words: Sequence[str]) -> int:
    """Fuzz as the command line says; fail if anything was found."""
    parser = argparse.ArgumentParser(description="Throw spoilt designs at designkit.")
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args(words)
    return int(fuzz(wanted.seconds, wanted.seed) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
