"""Prints the gates of every shipped design and view: `make gates`."""

import sys
from dataclasses import asdict

from designkit.geometry import foreign_parts, measure, palettes, worst_contrast
from designkit.layout import place
from designkit.renderer import Theme
from designkit.renderers.svg import svg_text
from designkit.resources import bundled
from designkit.source.loader import load_file
from designkit.views import all_views

STRICT = ("overview", "request-path")


def main() -> int:
    rows, broken = [], 0
    for path in sorted(bundled("designs").glob("*.yaml")):
        design = load_file(path).design
        if design is None:
            print(f"{path.name} does not load")
            return 1
        for view in all_views():
            placed = place(view.draw(design))
            gates = measure(placed)
            foreign = foreign_parts(svg_text(placed, Theme.AUTO))
            wide = view.name != "full" and not 1.0 <= gates.aspect <= 2.4
            small = gates.smallest_text < (5 if view.name == "full" else 9)
            faults = gates.faults + foreign + wide + small
            broken += faults if view.name in STRICT else 0
            rows.append((path.stem, view.name, gates, foreign, wide or small))
    print_table(rows)
    for name, palette in zip(("light", "dark"), palettes(), strict=True):
        ratio = worst_contrast(palette)
        print(f"worst contrast, {name}: {ratio}:1")
        broken += ratio < 4.5
    return 1 if broken else 0


def print_table(rows) -> None:
    names = list(asdict(rows[0][2]))
    print("design          view           " + " ".join(n.replace("_", "-") for n in names))
    for design, view, gates, foreign, outside in rows:
        cells = " ".join(
            f"{value!s:>{len(name)}}" for name, value in asdict(gates).items()
        )
        note = f"  foreign parts {foreign}" if foreign else ""
        print(f"{design:<15} {view:<14} {cells}{note}{'  !' if outside else ''}")


if __name__ == "__main__":
    sys.exit(main())
