"""What a project decides once: `designkit.toml`, or `[tool.designkit]` of pyproject.

paths = ["designs", "teams/*"]       # what `check` looks at where no path is said
exclude = ["drafts/", "*.old.yaml"]  # left out of a search, like .gitignore
extend = "../designkit.toml"         # what is not decided here, is there
baseline = "known.json"              # findings of a day, which count no longer
docs-url = "https://wiki/designkit"  # where reports find our pages of rules
select = ["DK1", "no-rollback"]      # only these rules
ignore = ["no-baseline"]
fail-on = "warning"
plugins = ["acme_rules"]             # modules that define more rules
templates = "outlines"               # our outlines of papers, in place of the shipped

[severities]
no-feature-log = "error"             # error, warning, info or off

[vocabulary.kinds.letter-service]    # our kinds; [vocabulary.types.letter]: data types
like = "service"
definition = "Prints and sends letters."

[icons]
feast = "icons/feast.svg"            # our picture for a technology
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pydantic import AliasGenerator, BaseModel, ConfigDict, Field, ValidationError

from designkit.errors import SettingsError
from designkit.model.vocabulary import Vocabulary
from designkit.quantities.fields import kebab
from designkit.source.vocabulary import faults_of, named
from designkit.text.suggestion import suggest

FILE, SHARED = "designkit.toml", "pyproject.toml"
Level = Literal["error", "warning", "info", "off"]


class Written(BaseModel):
    """What the file says; a key that is not here is refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=AliasGenerator(alias=kebab)
    )

    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend: str | None = None
    baseline: str | None = None
    docs_url: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "info"] | None = None
    plugins: tuple[str, ...] = ()
    severities: dict[str, Level] = Field(default_factory=dict)
    icons: dict[str, str] = Field(default_factory=dict)
    templates: str | None = None
    vocabulary: Vocabulary = Field(default_factory=Vocabulary)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project decides; empty where it decides nothing.

    `file` is where it does; the patterns of `exclude` count from its directory, and so
    do plugins that are files. Those run if the user allows it (`allow_plugins`), which
    no file can say.
    """

    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    docs_url: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    plugins: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)
    icons: Mapping[str, Path] = field(default_factory=dict)
    templates: Path | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    allow_plugins: bool = False
    file: Path | None = field(default=None, compare=False)


def find_settings(start: str | Path = ".") -> Settings:
    """Read the settings of the directory `start`, or of the nearest above with some.

    The search ends at the root of the repository, or at the home of the user.

    Raises:
        SettingsError: the file is no TOML, or has an unknown key or a bad value.
    """
    for directory in above(Path(os.path.abspath(start))):  # noqa: PTH100  as written
        for path, table in _tables(directory):
            return _settings(path, table)
    return Settings()


def above(directory: Path) -> Iterator[Path]:
    """Give `directory` and those above, up to its repository or the user's home."""
    home = _home()
    for place in (directory, *directory.parents):
        yield place
        if place == home or (place / ".git").exists():
            return


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # nobody is logged in
        return None


def _tables(directory: Path) -> Iterator[tuple[Path, Mapping[str, object]]]:
    for path in (directory / FILE, directory / SHARED):
        table = table_of(path) if path.is_file() else None
        if table is not None:
            yield path, table


def table_of(path: Path) -> Mapping[str, object] | None:
    """Return the settings in a file; none where a ``pyproject.toml`` has no such table.

    Raises:
        SettingsError: it cannot be read, or is no TOML.
    """
    whole = _toml(path)
    if path.name != SHARED:
        return whole
    tool = whole.get("tool", {})
    table = tool.get("designkit") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path.name}: {error}") from error


def _settings(
    path: Path, table: Mapping[str, object], seen: tuple[Path, ...] = ()
) -> Settings:
    try:
        written = Written.model_validate(dict(table))
    except ValidationError as error:
        raise SettingsError(f"{path.name}: {_fault(error)}") from error
    own = _resolved(path, written)
    if written.extend is None:
        return own
    extended = _extended(path, written.extend, (*seen, path.resolve()))
    decided = written.model_fields_set - {"extend"}
    return replace(
        extended, file=path, **{name: getattr(own, name) for name in decided}
    )


def _extended(path: Path, name: str, seen: tuple[Path, ...]) -> Settings:
    """Read the settings that those at `path` extend.

    Raises:
        SettingsError: there is no such file, or it extends itself.
    """
    other = path.parent / name
    if other.resolve() in seen:
        raise SettingsError(f"{path.name}: extend: {name!r} extends itself")
    if not other.is_file():
        raise SettingsError(f"{path.name}: extend: there is no file {name!r}")
    table = dict(_tables(other.parent)).get(other)
    return _settings(other, _toml(other) if table is None else table, seen)


def _resolved(path: Path, written: Written) -> Settings:
    """Return what is written in the file at `path`, its paths as they are from here."""
    return Settings(
        paths=tuple(str(path.parent / it) for it in written.paths),
        exclude=written.exclude,
        baseline=path.parent / written.baseline if written.baseline else None,
        docs_url=written.docs_url.rstrip("/"),
        file=path,
        select=written.select,
        ignore=written.ignore,
        fail_on=written.fail_on or "",
        plugins=written.plugins,
        severities=written.severities,
        icons={name: path.parent / file for name, file in written.icons.items()},
        templates=_folder(path, written.templates) if written.templates else None,
        vocabulary=_words(path, written.vocabulary),
    )


def _words(settings: Path, written: Vocabulary) -> Vocabulary:
    """Return the words of a project, each kind with its name.

    Raises:
        SettingsError: a name is taken, or a word names something that is not there.
    """
    for fault in faults_of(written, Vocabulary()):
        at = ".".join(("vocabulary", *map(str, fault.path)))
        help = f"; {fault.help}" if fault.help else ""
        raise SettingsError(f"{settings.name}: {at}: {fault.message}{help}")
    return named(written)


def _folder(settings: Path, name: str) -> Path:
    folder = settings.parent / name
    if not folder.is_dir():
        raise SettingsError(f"{settings.name}: templates: there is no folder {name!r}")
    return folder


def _fault(error: ValidationError) -> str:
    """Say in one line what is wrong first."""
    detail = error.errors(include_url=False)[0]
    key = ".".join(str(step) for step in detail["loc"])
    if detail["type"] == "extra_forbidden":
        known = (field.alias or name for name, field in Written.model_fields.items())
        return f"unknown key {key!r}; {suggest(key, known)}".rstrip("; ")
    if detail["type"] == "literal_error":
        wanted = str(detail["ctx"]["expected"]).replace("'", "")
        return f"{key} is {detail['input']!r}, not {wanted}"
    return f"{key} has the wrong shape"
