"""Prints the gates of every shipped design and view, and of the checks: `make gates`.

`--list` prints the values that can be changed without any finding or figure telling,
`--record` writes the shares of the shipped designs down as those that have to be held.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.strength.measuring import Outcome, outcomes, tasks
from benchmarks.strength.shares import SAMPLE, record, shares, unmoved
from designkit.cli.progress import progress
from designkit.model.design import Design
from designkit.pictures.layout.geometry import (
    Gates,
    foreign_parts,
    measure,
    palettes,
    worst_contrast,
)
from designkit.pictures.layout.placement import place
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.view import View
from designkit.pictures.views import all_views
from designkit.source.inputs import shipped
from designkit.source.loader import load_file

Row = tuple[str, str, Gates, int, bool]
"""Design, view, what was measured, foreign parts, whether size or shape are wrong."""


OTHERS = Path(__file__).parents[1] / "tests" / "judgement" / "designs"


def main(words: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--list", action="store_true")
    options.add_argument("--record", action="store_true")
    asked = options.parse_args(words)
    own = measured(shipped().values())
    if asked.record:
        record(own, outcomes(tuple(tasks(shipped().values(), SAMPLE))))
    if asked.list:
        print(*unmoved(own), sep="\n")
    if asked.list or asked.record:
        return 0
    broken = pictures()
    print_shares({"shipped designs": own, "designs of others": measured(others())})
    return 1 if broken else 0


def others() -> list[Path]:
    """Return the good designs of other systems."""
    return sorted(f for f in OTHERS.glob("*.yaml") if f.suffixes == [".yaml"])


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


def pictures() -> int:
    """Print the gates of all pictures, and return how many are broken."""
    rows = []
    for name, path in shipped().items():
        design = load_file(path).design
        if design is None:
            print(f"{path.name} does not load")
            return 1
        rows += [_row(name, design, view) for view in all_views()]
    print_table(rows)
    broken = sum(
        gates.faults + foreign + outside for _, _, gates, foreign, outside in rows
    )
    for name, palette in zip(("light", "dark"), palettes(), strict=True):
        ratio = worst_contrast(palette)
        print(f"worst contrast, {name}: {ratio}:1")
        broken += ratio < 4.5
    return broken


def _row(name: str, design: Design, view: View) -> Row:
    placed = place(view.draw(design))
    gates = measure(placed)
    foreign = foreign_parts(svg_text(placed, Theme.AUTO))
    wide = view.name != "full" and not 1.0 <= gates.aspect <= 2.4
    small = gates.smallest_text < (5 if view.name == "full" else 9)
    return name, view.name, gates, foreign, wide or small


def print_table(rows: Sequence[Row]) -> None:
    names = list(asdict(rows[0][2]))
    titles = " ".join(name.replace("_", "-") for name in names)
    print(f"{'design':<15} {'view':<14} {titles}")
    for design, view, gates, foreign, outside in rows:
        cells = " ".join(
            f"{value!s:>{len(name)}}" for name, value in asdict(gates).items()
        )
        note = f"  foreign parts {foreign}" if foreign else ""
        print(f"{design:<15} {view:<14} {cells}{note}{'  !' if outside else ''}")


if __name__ == "__main__":
    sys.exit(main())
