"""Glyphs of features: computed, registered, stored and logged."""

from collections.abc import Mapping
from types import MappingProxyType

FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "gear": (
            '<circle cx="12" cy="12" r="2.6"/>'
            '<path d="M10 6.1V3.2h4v2.9l2.1 1.2 2.5-1.4 2 3.4-2.5 1.5v2.4l2.5 1.5-2 3.4'
            "-2.5-1.4-2.1 1.2v2.8h-4v-2.8l-2.1-1.2-2.5 1.4-2-3.4 2.5-1.5v-2.4L3.4 9.3"
            'l2-3.4 2.5 1.4z"/>'
        ),
        "window": (
            '<rect x="7" y="4" width="10" height="16" rx="2"/>'
            '<path d="M3 12q1.5-3.4 3 0t3 0 3 0 3 0 3 0 3 0"/>'
        ),
        "bolt": '<path d="M13.5 3L5 13.5h6.5L10.5 21 19 10.5h-6.5z"/>',
        "vector": (
            '<path d="M8 4H5v16h3M16 4h3v16h-3"/>'
            '<circle cx="12" cy="7.5" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="12" cy="12" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="12" cy="16.5" r="1.5" fill="currentColor" stroke="none"/>'
        ),
        "book": (
            '<path d="M12 6.5C10 4.8 7 4 3 4v14c4 0 7 .8 9 2.5 2-1.7 5-2.5 9-2.5V4'
            'c-4 0-7 .8-9 2.5v14"/>'
        ),
        "disks": (
            '<ellipse cx="12" cy="6.5" rx="8.5" ry="3.2"/>'
            '<path d="M3.5 12c0 1.77 3.8 3.2 8.5 3.2s8.5-1.43 8.5-3.2"/>'
            '<path d="M3.5 17.5c0 1.77 3.8 3.2 8.5 3.2s8.5-1.43 8.5-3.2"/>'
        ),
        "lift": (
            '<path d="M12 13.5V3M8 7l4-4 4 4"/>'
            '<path d="M7.5 10.6c-2.4.5-4 1.6-4 2.9 0 1.77 3.8 3.2 8.5 3.2'
            's8.5-1.43 8.5-3.2c0-1.3-1.6-2.4-4-2.9"/>'
            '<path d="M3.5 17.6c0 1.77 3.8 3.2 8.5 3.2s8.5-1.43 8.5-3.2"/>'
        ),
        "key": (
            '<circle cx="6.8" cy="7.5" r="3.8"/>'
            '<path d="M10.6 7.5H21V11M16.5 7.5v3"/>'
            '<path d="M3 16h4M11 16h10M3 20.5h4M11 20.5h6.5"/>'
        ),
        "scroll": (
            '<path d="M6.5 16.5V5.5A2.5 2.5 0 0 0 4 3h11.5A2.5 2.5 0 0 1 18 5.5v11"/>'
            '<path d="M6.5 16.5H21v1.7a2.8 2.8 0 0 1-2.8 2.8H8.5a2 2 0 0 1-2-2z"/>'
            '<path d="M10 7.5h4.5M10 12h4.5"/>'
        ),
    }
)
