"""Reads the profiles: what each kind of system must have, one file a system."""

from functools import cache

from designkit.catalog.profile import Profile
from designkit.files import PACKAGE
from designkit.source.reader import read

PROFILES = PACKAGE / "catalog" / "profiles"
"""Where the profiles lie, each named for its system."""


@cache
def profile(system: str) -> Profile:
    """Return the profile of `system`, one of the systems of the catalogue."""
    root = read((PROFILES / f"{system}.yaml").read_text(encoding="utf-8")).root
    assert root is not None, f"the profile of {system} is no YAML"
    return Profile.model_validate(root.plain())
