"""Kinds and data types of one's own, beside those of the catalogue."""

from collections.abc import Mapping

from pydantic import Field

from designkit.quantities.fields import SpecPart, Text, Texts

MOST_WORDS = 100
"""Kinds, or data types, that a design or a project may add."""

LONGEST = 500
"""Most letters of a definition."""


class OwnKind(SpecPart):
    """A kind of a design's or a project's own; rules take it for what it is like."""

    name: str = Field("", exclude=True)
    like: Text = Field(description="The kind of the catalogue that it is one of.")
    definition: Text = Field(description="What it is, in a sentence or two.")
    stage: Text | None = Field(None, description="Where it works; as what it is like.")
    takes: Texts = Field((), description="The data types it takes; as what it is like.")
    gives: Texts = Field((), description="The data types it gives; as what it is like.")
    glyph: Text | None = Field(None, description="Its glyph; that of what it is like.")


class OwnType(SpecPart):
    """A data type of one's own; rules take it for what it is like."""

    like: Text = Field(description="The data type of the catalogue that it is one of.")
    definition: Text = Field(description="What it is, in a sentence or two.")


class Vocabulary(SpecPart):
    """Words of one's own: kinds of components and data types, by name."""

    kinds: Mapping[str, OwnKind] = Field(
        default_factory=dict, description="Kinds of components, by name."
    )
    types: Mapping[str, OwnType] = Field(
        default_factory=dict, description="Data types, by name."
    )


NO_WORDS = Vocabulary()
"""Nothing but the catalogue."""
