"""Prints one design after the other for learners, or several as one book."""

from collections.abc import Sequence
from pathlib import Path

import designkit as dk
from designkit.cli.console import note, say
from designkit.cli.refusing import refuse

WHOLE = "full"
"""The variant of which several designs make a book."""


def run(words: Sequence[str], job: dk.HandoutJob, directory: Path) -> int:
    """Print the designs that `words` mean and return the exit code."""
    inputs = dk.find_inputs(words)
    stems = dk.output_names(inputs)
    files = [dk.load(item.path, item.name) for item in inputs]
    loaded = {s: f for s, f in zip(stems, files, strict=True) if f.design}
    places = {s: item.place for s, item in zip(stems, inputs, strict=True)}
    for file in files:
        if file.design is None:
            refuse(file, "not printed")
    if len(files) > 1 and job.variant == WHOLE:
        _tell(dk.bind(loaded, job.formats), directory)
    else:
        for stem, file in loaded.items():
            _tell(
                _made(file, stem, job, dk.find_settings(places[stem])), directory / stem
            )
    return 0 if len(loaded) == len(files) else 1


def _made(
    file: dk.Loaded, stem: str, job: dk.HandoutJob, settings: dk.Settings
) -> dk.HandoutFiles:
    return dk.print_variant(
        file,
        job.variant,
        job.formats,
        stem=stem,
        options=job.wish,
        settings=settings,
    )


def _tell(made: dk.HandoutFiles, directory: Path) -> None:
    """Write the files and list them; say what is left out, and how to get it."""
    for path in dk.write_files(directory, made.outputs):
        say(path.as_posix())
    for line in made.left_out:
        note(line)
