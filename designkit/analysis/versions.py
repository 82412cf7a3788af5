"""Versions of models of others: which of them move without a release."""

import re

MOVING = frozenset(
    ("current", "default", "head", "latest", "main", "master", "newest", "stable")
)
"""Versions that mean another model tomorrow."""


def moves(version: str) -> bool:
    """Whether `version` ends in a word that means another model tomorrow.

    ``latest``, ``name-latest`` and ``name:main`` move; ``stable-diffusion-1.5`` is the
    name of one.
    """
    words = re.split(r"[^a-z0-9.]+", version.strip().lower())
    return words[-1] in MOVING
