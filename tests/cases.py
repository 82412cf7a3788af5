"""Small designs as rules see them."""

from designkit.analysis.facts import Facts
from designkit.source.loader import load_text

HEAD = "designkit: 1\nname: Example\nsystem: generic\n"


def case_of(text: str) -> Facts:
    """Load a design of which only what matters is written."""
    loaded = load_text(HEAD + text, "example.yaml")
    assert loaded.design is not None, loaded.diagnostics
    return Facts(loaded.design)
