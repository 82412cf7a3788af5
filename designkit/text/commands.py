"""Texts that a machine of CI would obey, made into texts that it only shows.

A runner of GitHub takes a line that begins with ``::`` for a command, after any space,
and one of GitHub, Azure or TeamCity takes ``##[…]``, ``##vso[…]`` or ``##teamcity[…]``.
"""

import re
from collections.abc import Mapping

_COMMAND = re.compile(r"^(\s*:)(?=:)|(#)(?=#\w*\[)", re.MULTILINE)
MACHINES = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Variables that the machines of CI set."""


def inert(text: str) -> str:
    """Return `text` with a space in each sign that would begin a command."""
    return _COMMAND.sub(lambda match: f"{match[0]} ", text)


def is_obeyed(environment: Mapping[str, str]) -> bool:
    """Whether somebody may read commands out of what is printed."""
    return any(environment.get(name) for name in MACHINES)
