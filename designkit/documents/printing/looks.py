"""The words and colours that papers have in every format."""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.pictures.theme import Palette

CALLOUTS: Mapping[str, str] = MappingProxyType(
    {"concept": "Concept", "trap": "Trap", "note": "Note"}
)
"""What stands before the title of a callout."""

CHOSEN, REJECTED, REVISIT = "Chosen", "Rejected", "Revisit when"
"""The sides of a choice, and what would change it."""

ROOM = 4
"""Empty lines below a question that has no answer."""

ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "concept": "features",
        "trap": "serving",
        "note": "problem",
        "chosen": "ingestion",
        "rejected": "problem",
        "time": "features",
    }
)
"""The stage of a picture whose accent and tint a part of a paper has."""


def colours(palette: Palette) -> Mapping[str, str]:
    """Return the colours of papers by name; a part has an accent and a tint."""
    plain = {
        "paper": palette.paper,
        "ink": palette.ink,
        "muted": palette.muted,
        "link": palette.stages["features"][0],
    }
    pairs = {part: palette.stages[stage] for part, stage in ACCENTS.items()}
    accents = {part: accent for part, (accent, _) in pairs.items()}
    return plain | accents | {f"{part}-tint": tint for part, (_, tint) in pairs.items()}


def variables(palette: Palette) -> str:
    """Return the colours of papers as CSS that a page sets at its root."""
    return " ".join(f"--{name}: {code};" for name, code in colours(palette).items())
