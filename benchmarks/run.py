"""Measures designkit beside its peers: `make bench`.

Each figure is the time of whole processes, ours and the peer's in turn. Only ratios
count; seconds are those of the machine. See README.md.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from figures import Figure, as_json, compared, memory, seconds, table
from racing import BenchmarkError, Command, Race, answer, measure, race
from slow_inputs import SLOW, SlowInput

HERE = Path(__file__).parent
ROOT = HERE.parent
PYTHON = Path(sys.executable)
DESIGN, LOADED = ROOT / "designs/fraud.yaml", ROOT / "designs/recommendation.yaml"
SCHEMA = ROOT / "docs/schema/design.schema.json"
SIZES = (250, 500, 1000)
FILES = {1: 1.0, 100: 0.5, 1000: 0.25}
"""How many designs are loaded, and the part of the peer's time that it may take."""

PARTS = (4, 2, 1)
"""A slow input is tried at a quarter, half and all of its size."""

MOST_SECONDS, MOST_MEBIBYTES = 2.0, 300
"""What a check of one file below 1 MB may take."""

LINEAR = 1.2
"""How much more than linear a growth may look, since times scatter."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the files of the benchmarks are, and how many runs each figure gets."""

    directory: Path
    is_quick: bool

    def runs(self, many: int) -> int:
        """Return `many`, or a third of it for who is in a hurry."""
        return max(1, many // 3) if self.is_quick else many


def main() -> int:
    wanted = arguments()
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as directory:
        bench = Bench(Path(directory), wanted.quick)
        try:
            for figure in figures(bench):
                print(figure.name, figure.ours, figure.verdict, file=sys.stderr)
                found.append(figure)
        except BenchmarkError as error:
            print(error, file=sys.stderr)
            return 2
    print(table(found))
    if wanted.json:
        wanted.json.write_text(as_json(found), encoding="utf-8")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure designkit beside its peers.")
    parser.add_argument("--quick", action="store_true", help="a third of the runs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write JSON as well")
    return parser.parse_args()


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure everything, figure by figure."""
    script = HERE / "preparing.py"
    sizes = map(str, SIZES)
    answer([PYTHON, script, bench.directory, DESIGN.stem, *sizes])
    yield from command_line(bench)
    yield from rendering(bench)
    yield from each_picture(bench)
    yield from large(bench)
    yield from checking(bench)
    for name, slow in SLOW.items():
        yield from bad_input(name, slow, bench)


def command_line(bench: Bench) -> Iterator[Figure]:
    hello = HERE / "peers/typer_hello.py"
    for option, greeting in (("--version", []), ("--help", ["--help"])):
        ours: Command = [program("designkit"), option]
        peer: Command = [PYTHON, hello, *greeting]
        found = race([ours], [peer], runs=bench.runs(15))
        yield compared(f"designkit {option} / a typer script", found, 1.0)


def rendering(bench: Bench) -> Iterator[Figure]:
    ours: Command = [
        program("designkit"),
        "render",
        DESIGN,
        "-o",
        bench.directory / "out",
    ]
    drawn = [d2(path) for path in sorted(bench.directory.glob("*.d2"))]
    found = race([ours], drawn, runs=bench.runs(9))
    name = f"render {DESIGN.stem}: {len(drawn)} views and write-up"
    yield compared(f"{name} / D2", found, 1.0)
    yield memory(f"render {DESIGN.stem}: memory", found.memory, 150)
    overview: Command = [*ours, "--view", "overview", "--format", "svg"]
    script: Command = [
        PYTHON,
        HERE / "peers/diagrams_overview.py",
        bench.directory / "icons",
    ]
    if shutil.which("dot"):
        found = race([overview], [script], runs=bench.runs(9))
        yield compared("render one overview / a diagrams script", found)


def d2(path: Path) -> Command:
    return [program("d2"), path, path.with_suffix(".svg")]


def each_picture(bench: Bench) -> Iterator[Figure]:
    for view, found in pictures(DESIGN, bench.runs(15)).items():
        yield compared(f"one more picture, {view} / Graphviz", found, 2.0)


def pictures(design: Path, runs: int, *views: str) -> dict[str, Race]:
    said = answer([PYTHON, HERE / "pictures.py", design, str(runs), *views])
    return {
        view: Race(tuple(pairs["ours"]), tuple(pairs["peer"]))
        for view, pairs in json.loads(said).items()
    }


def large(bench: Bench) -> Iterator[Figure]:
    most = SIZES[-1]
    design = bench.directory / f"{most}.yaml"
    for view, found in pictures(design, bench.runs(3), "full").items():
        yield compared(f"{most} components, {view} / Graphviz", found, 3.0)
    for found in pictures(design, 1, "--each", "full").values():
        yield compared(f"{most} components / Graphviz, each a box", found, 3.0)
    yield from growth(bench)


def growth(bench: Bench) -> Iterator[Figure]:
    """Give the time to load a design of each size, as a multiple of the smallest.

    What Python takes to start is left out, since it hides how the rest grows.
    """
    start = fastest_load([], bench)
    files = {size: bench.directory / f"{size}.yaml" for size in SIZES}
    taken = {size: fastest_load([file], bench) - start for size, file in files.items()}
    first = SIZES[0]
    for size, time in taken.items():
        limit = None if size == first else LINEAR * size / first
        growth = time / taken[first]
        yield Figure(f"load {size} components", seconds(time), growth, limit)


def fastest_load(files: list[Path], bench: Bench) -> float:
    command: Command = [PYTHON, HERE / "load.py", *files]
    return min(measure([command]).seconds for _ in range(bench.runs(9)))


def checking(bench: Bench) -> Iterator[Figure]:
    checker: Command = [program("check-jsonschema"), "--schemafile", SCHEMA]
    for count, limit in FILES.items():
        files = copies(bench.directory / "copies", count)
        ours: Command = [program("designkit"), "check", *files, "--format", "concise"]
        peer: Command = [*checker, *files]
        runs = {1: bench.runs(9), 100: bench.runs(3)}.get(count, 1)
        found = race([ours], [peer], runs=runs)
        yield compared(f"check {count} designs / check-jsonschema", found, limit)
        if count == max(FILES):
            yield memory(f"check {count} designs: memory", found.memory, 120)


def bad_input(name: str, slow: SlowInput, bench: Bench) -> Iterator[Figure]:
    """Give what a check takes of each part of an input, and the memory of the whole."""
    file = bench.directory / "slow.yaml"
    command: Command = [program("designkit"), "check", file]
    for part in PARTS:
        count = slow.full // part
        file.write_text(slow.text(count), encoding="utf-8")
        read = min(measure([command], (0, 1)) for _ in range(bench.runs(3)))
        shown, limit = f"check {count:,}: {name}", MOST_SECONDS
        yield Figure(shown, seconds(read.seconds), read.seconds, limit, unit="s")
    yield memory(f"check {count:,}: {name}: memory", read.memory, MOST_MEBIBYTES)


def copies(directory: Path, count: int) -> list[Path]:
    directory.mkdir(exist_ok=True)
    files = [directory / f"{number}.yaml" for number in range(count)]
    for file in files:
        shutil.copyfile(LOADED, file)
    return files


def program(name: str) -> Path:
    """Return the program that is installed beside this Python.

    Raises:
        BenchmarkError: it is not.
    """
    path = PYTHON.with_name(name)
    if not path.exists():
        raise BenchmarkError(f"{name} is not installed; `make bench` installs it")
    return path


if __name__ == "__main__":
    sys.exit(main())
