"""Glyphs of language-model systems."""

from collections.abc import Mapping
from types import MappingProxyType

LANGUAGE: Mapping[str, str] = MappingProxyType(
    {
        "text-chip": (
            '<rect x="5.5" y="5.5" width="13" height="13" rx="2.5"/>'
            '<path d="M9.5 3v2.5M14.5 3v2.5M9.5 18.5V21M14.5 18.5V21"/>'
            '<path d="M3 9.5h2.5M3 14.5h2.5M18.5 9.5H21M18.5 14.5H21"/>'
            '<path d="M9 9.7h6M9 12.2h6M9 14.7h3"/>'
        ),
        "cloud": (
            '<path d="M7.2 18.5a4.3 4.3 0 0 1-.6-8.5 6 6 0 0 1 11.2.7'
            'a4 4 0 0 1-.4 7.8z"/>'
            '<path d="M8.7 12.6h6.4M8.7 15.4h4"/>'
        ),
        "airlock": (
            '<path d="M3 3v18M21 3v18M6.5 8h11M14.5 5l3 3-3 3"/>'
            '<path d="M17.5 16h-11M9.5 13l-3 3 3 3"/>'
        ),
        "robot": (
            '<rect x="3.5" y="7.5" width="17" height="13.5" rx="3"/>'
            '<path d="M12 7.5V3M9 17.2h6"/>'
            '<circle cx="8.5" cy="12.6" r="1.4" fill="currentColor" stroke="none"/>'
            '<circle cx="15.5" cy="12.6" r="1.4" fill="currentColor" stroke="none"/>'
        ),
        "shield": (
            '<path d="M12 3l8 3v6c0 4.5-3.2 7.6-8 9-4.8-1.4-8-4.5-8-9V6z"/>'
            '<path d="M8.5 12l2.5 2.5 4.5-5"/>'
        ),
        "remember": (
            '<path d="M3 3.5h18v13h-8.5L8 21v-4.5H3z"/><path d="M12 6.5V10l3 1.7"/>'
        ),
        "wrench": (
            '<path d="M20.6 7.4a5 5 0 0 1-6.7 6L6.9 20.4a2.3 2.3 0 0 1-3.3-3.3'
            'l7-7a5 5 0 0 1 6-6.7l-3 3 .7 3.3 3.3.7z"/>'
        ),
        "sandbox": (
            '<rect x="3" y="3" width="18" height="18" rx="2"/>'
            '<path d="M9.5 8.5L6 12l3.5 3.5M14.5 8.5L18 12l-3.5 3.5"/>'
        ),
        "snippets": (
            '<path d="M5 10V3h9l5 5v2M14 3v5h5M5 14v7h14v-7"/>'
            '<path d="M3 12h3M9 12h2M13 12h2M18 12h3M8.5 17.5h7"/>'
        ),
        "prompt-versions": (
            '<rect x="3" y="8" width="13" height="13" rx="2"/>'
            '<path d="M8 8V3h13v13h-5"/>'
            '<path d="M6.2 12l2 2-2 2M10 17.2h3"/>'
        ),
        "checklist": (
            '<path d="M11.5 6H21M11.5 12.5H21M11.5 19H21"/>'
            '<path d="M3 6l2 2 3.5-4M3 12.5l2 2 3.5-4M3 19l2 2 3.5-4"/>'
        ),
    }
)
"""Markup by glyph name."""
