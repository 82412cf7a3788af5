"""Writes what the benchmarks read into a directory: D2 files and large designs."""

import sys
from pathlib import Path

from peers.d2 import d2_source
from tiling import tiled

from designkit.files import bundled
from designkit.pictures.layout.placement import place
from designkit.pictures.views import all_views
from designkit.source.loader import load_file


def prepare(directory: Path, design: str, sizes: list[int]) -> None:
    """Draw every view of `design` for D2, and tile it to designs of all `sizes`."""
    path = bundled("designs") / f"{design}.yaml"
    loaded = load_file(path).design
    if loaded is None:
        sys.exit(f"{path.name} does not load")
    for view in all_views():
        source = d2_source(place(view.draw(loaded)))
        (directory / f"{view.name}.d2").write_text(source, encoding="utf-8")
    for size in sizes:
        text = tiled(path.read_text(encoding="utf-8"), size)
        (directory / f"{size}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), sys.argv[2], [int(size) for size in sys.argv[3:]])
