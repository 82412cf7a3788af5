"""The designs that markers name: each is loaded, checked and computed at most once."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from designkit.checks.batch import CheckOptions, check_one
from designkit.checks.report import FileReport
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.model.citations import with_authors
from designkit.model.design import Design
from designkit.source.inputs import Input, find_input, find_shipped
from designkit.source.loader import Loaded, load_file
from designkit.source.refusal import require_design
from designkit.source.settings import Settings, find_settings


@dataclass(frozen=True)
class EmbeddedDesign:
    """A design as the settings of its project have it, with what follows from it."""

    source: Input
    loaded: Loaded
    settings: Settings

    @property
    def design(self) -> Design:
        """The design.

        Raises:
            LoadError: it does not load.
        """
        return require_design(self.loaded)

    @cached_property
    def check(self) -> FileReport:
        """What was found in it, by the rules that its project chooses."""
        return check_one(self.loaded, CheckOptions(), self.settings)

    @cached_property
    def inputs(self) -> WriteUpInputs:
        """What is told of it; with no list of sources beside them, texts name these."""
        found = self.check.diagnostics
        return WriteUpInputs(with_authors(self.design), found=found, check=self.check)


@dataclass(frozen=True)
class EmbeddedDesigns:
    """The designs that were named so far, by their files and where settings are."""

    known: dict[tuple[Path, Path], EmbeddedDesign] = field(default_factory=dict)

    def find(self, word: str, folder: Path) -> EmbeddedDesign:
        """Return the design at the path `word` from `folder`, or shipped by that name.

        Raises:
            NotFoundError: there is none, or it cannot be read.
            SettingsError: the settings of its project cannot be read.
        """
        there = folder / word
        if there.is_file() or "/" in word or there.suffix:
            found, place = find_input(str(there)), there.parent
        else:
            found, place = Input(find_shipped(word), word, word), folder
        key = found.path.resolve(), place.resolve()
        if key not in self.known:
            self.known[key] = _read(found, place)
        return self.known[key]


def _read(found: Input, place: Path) -> EmbeddedDesign:
    settings = find_settings(place)
    loaded = load_file(found.path, found.name, settings.vocabulary)
    return EmbeddedDesign(found, loaded, settings)
