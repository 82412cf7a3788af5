"""Prints the gates of every shipped design and view: `make gates`."""

import sys
from collections.abc import Sequence
from dataclasses import asdict

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


def main() -> int:
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
    return 1 if broken else 0


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
