"""Prints one design after the other for learners, or several as one book."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import designkit as dk
from designkit.cli.console import note, say
from designkit.cli.progress import progress, watched
from designkit.cli.refusing import refuse
from designkit.cli.rendering import summary
from designkit.text.cells import safe

WHOLE = "full"
"""The variant of which several designs make a book."""


@dataclass(frozen=True, slots=True)
class Printing:
    """A design that is to be printed, and the settings that belong to it."""

    input: dk.Input
    loaded: dk.Loaded
    settings: dk.Settings


def run(
    words: Sequence[str],
    job: dk.HandoutJob,
    directory: Path,
    *,
    is_strict: bool = False,
) -> int:
    """Print the designs that `words` mean and return the exit code."""
    inputs = dk.find_inputs(words, note)
    dk.output_names(inputs)
    wanted = [found for item in inputs if (found := _wanted(item, is_strict))]
    if len(inputs) > 1 and job.variant == WHOLE:
        _bind(wanted, job, directory)
    else:
        for one in watched(wanted, "design"):
            _tell(_made(one, job), directory / one.input.stem, (one.loaded,))
    return 0 if len(wanted) == len(inputs) else 1


def _wanted(item: dk.Input, is_strict: bool) -> Printing | None:
    """Load a design and say what is wrong with it; the strict print no such design."""
    loaded, settings = dk.load(item.path, item.name), dk.find_settings(item.place)
    if loaded.design is None:
        refuse(loaded, "not printed")
        return None
    report = dk.check(loaded, settings=settings)
    found = [it for it in report.diagnostics if not it.waived]
    if found:
        note(summary(item, loaded.design, found))
    return None if found and is_strict else Printing(item, loaded, settings)


def _bind(wanted: Sequence[Printing], job: dk.HandoutJob, directory: Path) -> None:
    loaded = {one.input.stem: one.loaded for one in wanted}
    if not loaded:
        return
    with progress("handout") as shows:
        made = dk.bind(loaded, job.formats, shows.show if shows else None)
    _tell(made, directory, loaded.values())


def _made(one: Printing, job: dk.HandoutJob) -> dk.HandoutFiles:
    return dk.print_variant(
        one.loaded,
        job.variant,
        job.formats,
        stem=one.input.stem,
        options=job.wish,
        settings=one.settings,
    )


def _tell(made: dk.HandoutFiles, directory: Path, files: Iterable[dk.Loaded]) -> None:
    """Write what is made of `files` and list it; say what it lacks, and a way out."""
    for path in dk.write_files(directory, made.outputs):
        say(path.as_posix())
    formats = {Path(output.name).suffix[1:] for output in made.outputs}
    letters = [it for file in files for it in dk.missing_letters(file, formats)]
    for line in (*made.left_out, *map(safe, letters)):
        note(line)
