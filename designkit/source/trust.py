"""Whether code that a project names may run: the user says so, never the project."""

import os
import tomllib
from pathlib import Path

from designkit.errors import SettingsError

FILE = "config.toml"


def user_config() -> Path:
    """Return where the user's own configuration is, whether or not it is there."""
    own = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA")
    folder = Path(own) if own else Path("~/.config").expanduser()
    return folder / "designkit" / FILE


def is_trusted(directory: Path) -> bool:
    """Whether the user's configuration trusts `directory`, or one above it.

    It has a list of directories, ``trusted = ["/home/ada/risk"]``.

    Raises:
        SettingsError: the configuration cannot be read.
    """
    there = directory.resolve()
    return any(there.is_relative_to(place) for place in _trusted(user_config()))


def _trusted(config: Path) -> tuple[Path, ...]:
    try:
        table = tomllib.loads(config.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{config}: {error}") from error
    places = table.get("trusted", [])
    if not isinstance(places, list) or not all(isinstance(it, str) for it in places):
        raise SettingsError(f"{config}: trusted is a list of directories")
    return tuple(Path(it).expanduser().resolve() for it in places)
