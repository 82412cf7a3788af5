"""Prints one design after the other for learners, or several as one book."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from designkit.cli.console import has_colour, note, say, width
from designkit.cli.refusing import refusal
from designkit.files import write_files
from designkit.handouts.handout import HandoutFiles, bind, print_variant
from designkit.handouts.variant import HandoutOptions
from designkit.source.inputs import find_inputs, output_names
from designkit.source.loader import Loaded, load_file

WHOLE = "full"
"""The variant of which several designs make a book."""


@dataclass(frozen=True, slots=True)
class HandoutJob:
    """What to print of the designs, in which formats, and where to."""

    variant: str
    formats: tuple[str, ...]
    directory: Path
    wish: HandoutOptions


def run(words: Sequence[str], wanted: HandoutJob) -> int:
    """Print the designs that `words` mean and return the exit code."""
    inputs = find_inputs(words)
    stems = output_names(inputs)
    files = [load_file(item.path, item.name) for item in inputs]
    loaded = {s: f for s, f in zip(stems, files, strict=True) if f.design}
    for file in files:
        if file.design is None:
            _refuse(file)
    if len(files) > 1 and wanted.variant == WHOLE:
        _tell(bind(loaded, wanted.formats), wanted.directory)
    else:
        for stem, file in loaded.items():
            made = print_variant(
                file, stem, wanted.variant, wanted.formats, wanted.wish
            )
            _tell(made, wanted.directory / stem)
    return 0 if len(loaded) == len(files) else 1


def _refuse(file: Loaded) -> None:
    colour, cells = has_colour(sys.stderr), width(sys.stderr)
    for line in refusal(file, "not printed", colour=colour, width=cells):
        note(line)


def _tell(made: HandoutFiles, directory: Path) -> None:
    """Write the files and list them; say what is left out, and how to get it."""
    for path in write_files(directory, made.outputs):
        say(path.as_posix())
    for line in made.left_out:
        note(line)
