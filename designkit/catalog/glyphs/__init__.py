"""Our own icon for every kind of component, for when its technology has none.

A glyph is SVG markup for a 24 x 24 view box, drawn in strokes. Whoever places it
gives the pen: `fill="none" stroke="currentColor" stroke-width="1.7"`, round caps
and round joins.
"""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.catalog.glyphs.features import FEATURES
from designkit.catalog.glyphs.language import LANGUAGE
from designkit.catalog.glyphs.learning import LEARNING
from designkit.catalog.glyphs.oversight import OVERSIGHT
from designkit.catalog.glyphs.serving import SERVING
from designkit.catalog.glyphs.sources import SOURCES

GLYPHS: Mapping[str, str] = MappingProxyType(
    {**SOURCES, **FEATURES, **LEARNING, **SERVING, **OVERSIGHT, **LANGUAGE}
)
"""Markup by glyph name."""
