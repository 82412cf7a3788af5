"""What a project decides once: `designkit.toml`, or `[tool.designkit]` of pyproject.

select = ["DK1", "no-rollback"]      # only these rules
ignore = ["no-baseline"]
fail-on = "warning"
plugins = ["acme_rules"]             # modules that define more rules
templates = "outlines"               # our outlines of papers, in place of the shipped

[severities]
no-feature-log = "error"             # error, warning, info or off

[icons]
feast = "icons/feast.svg"            # our picture for a technology
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import AliasGenerator, BaseModel, ConfigDict, Field, ValidationError

from designkit.errors import SettingsError
from designkit.quantities.fields import kebab
from designkit.text.suggestion import suggest

FILE, SHARED = "designkit.toml", "pyproject.toml"
Level = Literal["error", "warning", "info", "off"]


class Written(BaseModel):
    """What the file says; a key that is not here is refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=AliasGenerator(alias=kebab)
    )

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "info"] | None = None
    plugins: tuple[str, ...] = ()
    severities: dict[str, Level] = Field(default_factory=dict)
    icons: dict[str, str] = Field(default_factory=dict)
    templates: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project decides; empty where it decides nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    plugins: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)
    icons: Mapping[str, Path] = field(default_factory=dict)
    templates: Path | None = None


def find_settings(start: str | Path = ".") -> Settings:
    """Read the settings of `start`, or of the nearest directory above with some.

    Raises:
        SettingsError: the file is no TOML, or has an unknown key or a bad value.
    """
    place = Path(start).absolute()
    for directory in (place, *place.parents):
        for path, table in _tables(directory):
            return _settings(path, table)
    return Settings()


def _tables(directory: Path) -> Iterator[tuple[Path, Mapping[str, object]]]:
    own, shared = directory / FILE, directory / SHARED
    if own.is_file():
        yield own, _toml(own)
    if shared.is_file():
        tool = _toml(shared).get("tool", {})
        if isinstance(tool, dict) and isinstance(tool.get("designkit"), dict):
            yield shared, tool["designkit"]


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path.name}: {error}") from error


def _settings(path: Path, table: Mapping[str, object]) -> Settings:
    try:
        written = Written.model_validate(dict(table))
    except ValidationError as error:
        raise SettingsError(f"{path.name}: {_fault(error)}") from error
    return Settings(
        select=written.select,
        ignore=written.ignore,
        fail_on=written.fail_on or "",
        plugins=written.plugins,
        severities=written.severities,
        icons={name: path.parent / file for name, file in written.icons.items()},
        templates=_folder(path, written.templates) if written.templates else None,
    )


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
