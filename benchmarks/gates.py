"""Prints the gates of pictures, and what the checks show of changes: `make gates`.

Pictures are those of every view of the shipped designs, the starters, the designs of
other systems in the tests, and designs made by chance. `--only` prints one of the two
parts. `--list` names each fault of a picture with its place, and the values that can be
changed without any finding or figure telling. The shipped designs are also judged as
Graphviz lays them out, for comparison; `--engine` prints one of both. `--record`
writes down what was measured: counts of faults that may not rise, and shares that may
not fall.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.pictured import ratchet
from benchmarks.pictured.comparing import HEADING, by_graphviz
from benchmarks.pictured.corpus import Drawn, few, others, ours, rest
from benchmarks.pictured.judgements import Picture, pictures
from benchmarks.pictured.table import table
from benchmarks.strength.measuring import Outcome, outcomes, tasks
from benchmarks.strength.shares import SAMPLE, record, shares, unmoved
from designkit.cli.progress import progress
from designkit.pictures.layout.geometry import palettes, worst_contrast
from designkit.pictures.layout.placement import Engine
from designkit.source.inputs import shipped

LEAST_CONTRAST = 4.5


def main(words: Sequence[str] | None = None) -> int:
    asked = _options().parse_args(words)
    broken = False
    if asked.only != "strength":
        if asked.engine != Engine.DOT:
            broken = judge_pictures(listed=asked.list, recorded=asked.record)
        if asked.engine != Engine.DESIGNKIT:
            compare_engines(listed=asked.list)
    if asked.only != "pictures":
        judge_checks(listed=asked.list, recorded=asked.record)
    return 1 if broken else 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", choices=("pictures", "strength"))
    options.add_argument("--list", action="store_true")
    options.add_argument("--record", action="store_true")
    options.add_argument("--engine", choices=[it.value for it in Engine])
    return options


def judge_pictures(*, listed: bool, recorded: bool) -> bool:
    """Print the gates of all pictures, and return whether one is worse than it was."""
    found: list[Picture] = []
    for line in table(_kept(pictures(_designs()), found), listed=listed):
        print(line, flush=True)
    if recorded:
        ratchet.record(found)
    worse = list(ratchet.risen(found))
    print(*worse, sep="\n", end="\n" if worse else "")
    return bool(worse) | _is_pale()


def compare_engines(*, listed: bool) -> None:
    """Print the gates of pictures that Graphviz lays out; nothing holds them."""
    print(f"\n{HEADING}")
    for line in table(by_graphviz(ours()), listed=listed):
        print(line, flush=True)


def _designs() -> Iterable[Drawn]:
    yield from few()
    yield from rest()


def _kept(some: Iterable[Picture], found: list[Picture]) -> Iterable[Picture]:
    """Pass pictures on as they are made, and keep them."""
    for picture in some:
        found.append(picture)
        yield picture


def _is_pale() -> bool:
    """Print the worst contrast of each theme, and return whether it is too low."""
    ratios = dict(zip(("light", "dark"), map(worst_contrast, palettes()), strict=True))
    for name, ratio in ratios.items():
        print(f"worst contrast, {name}: {ratio}:1")
    return min(ratios.values()) < LEAST_CONTRAST


def judge_checks(*, listed: bool, recorded: bool) -> None:
    """Print what the checks and figures show of all that is changed in good designs."""
    own = measured(shipped().values())
    if recorded:
        record(own, outcomes(tuple(tasks(shipped().values(), SAMPLE))))
    if listed:
        print(*unmoved(own), sep="\n")
    if not (listed or recorded):
        print_shares({"shipped designs": own, "designs of others": measured(others())})


def measured(files: Iterable[Path]) -> tuple[Outcome, ...]:
    """Make every change in the designs of `files`."""
    todo = tuple(tasks(files))
    with progress("batch") as shown:
        return outcomes(todo, shown.show if shown else None)


def print_shares(found: Mapping[str, tuple[Outcome, ...]]) -> None:
    for title, some in found.items():
        print(f"{title}: what shows of all changes")
        for name, share in shares(some).items():
            print(f"  {share}  {name}")


if __name__ == "__main__":
    sys.exit(main())
