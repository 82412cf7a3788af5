"""Prints one design after the other for learners, or several as one book."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import designkit as dk
from designkit.cli.console import note, say
from designkit.cli.refusing import refuse
from designkit.text.cells import safe

WHOLE = "full"
"""The variant of which several designs make a book."""


def run(words: Sequence[str], job: dk.HandoutJob, directory: Path) -> int:
    """Print the designs that `words` mean and return the exit code."""
    settings, inputs = dk.find_settings(), dk.find_inputs(words)
    stems = dk.output_names(inputs)
    files = [dk.load(item.path, item.name) for item in inputs]
    loaded = {s: f for s, f in zip(stems, files, strict=True) if f.design}
    for file in files:
        if file.design is None:
            refuse(file, "not printed")
    if len(files) > 1 and job.variant == WHOLE:
        _tell(dk.bind(loaded, job.formats), directory, loaded.values())
    else:
        for stem, file in loaded.items():
            made = _made(file, stem, job, settings)
            _tell(made, directory / stem, (file,))
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


def _tell(made: dk.HandoutFiles, directory: Path, files: Iterable[dk.Loaded]) -> None:
    """Write what is made of `files` and list it; say what it lacks, and a way out."""
    for path in dk.write_files(directory, made.outputs):
        say(path.as_posix())
    formats = {Path(output.name).suffix[1:] for output in made.outputs}
    letters = [it for file in files for it in dk.missing_letters(file, formats)]
    for line in (*made.left_out, *map(safe, letters)):
        note(line)
