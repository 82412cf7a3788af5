"""Glyphs of experiments, monitoring and governance."""

from collections.abc import Mapping
from types import MappingProxyType

OVERSIGHT: Mapping[str, str] = MappingProxyType(
    {
        "arms": (
            '<circle cx="5" cy="12" r="2"/>'
            '<path d="M7 12h2c3.5 0 1.5-6 5-6h1M9 12c3.5 0 1.5 6 5 6h1"/>'
            '<rect x="15" y="3" width="6" height="6" rx="1.2"/>'
            '<rect x="15" y="15" width="6" height="6" rx="1.2" fill="currentColor"/>'
        ),
        "bells": (
            '<path d="M3 20h18"/>'
            '<path d="M3 16.5c3.2 0 3-12 6-12s2.8 12 6 12"/>'
            '<path d="M9 16.5c3.2 0 3-12 6-12s2.8 12 6 12"/>'
        ),
        "die": (
            '<rect x="3.5" y="3.5" width="17" height="17" rx="4"/>'
            '<circle cx="8.2" cy="8.2" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="15.8" cy="8.2" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="12" cy="12" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="8.2" cy="15.8" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="15.8" cy="15.8" r="1.5" fill="currentColor" stroke="none"/>'
        ),
        "screen": (
            '<rect x="3" y="3.5" width="18" height="13.5" rx="2"/>'
            '<path d="M8 21h8M12 17v4"/>'
            '<path d="M6 10.5h3l2-3.5 2.5 6.5 1.7-3H18"/>'
        ),
        "bell": (
            '<path d="M4.5 17.5c1.4-1.4 1.7-3 1.7-6.5a5.8 5.8 0 0 1 11.6 0'
            'c0 3.5.3 5.1 1.7 6.5z"/>'
            '<path d="M9.8 20.8h4.4M12 3v2"/>'
        ),
        "cycle": (
            '<path d="M4 10a8.3 8.3 0 0 1 15-2.3M20 14a8.3 8.3 0 0 1-15 2.3"/>'
            '<path d="M19.4 4v3.9h-3.9M4.6 20v-3.9h3.9"/>'
            '<path d="M10.5 9.5l4 2.5-4 2.5z" fill="currentColor"/>'
        ),
        "vault": (
            '<rect x="3.5" y="3.5" width="17" height="17" rx="2.5"/>'
            '<circle cx="12" cy="12" r="3.5"/>'
            '<path d="M12 8.5v-2M12 17.5v-2M15.5 12h2"/>'
        ),
        "seal": (
            '<path d="M10.5 21H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v4.5"/>'
            '<path d="M8 7.5h7M8 11.5h3"/>'
            '<circle cx="16.5" cy="14.5" r="3"/>'
            '<path d="M14.7 17.3V21l1.8-1.2 1.8 1.2v-3.7"/>'
        ),
        "reasons": (
            '<path d="M5 3.5h14a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2h-7l-4.5 4v-4H5'
            'a2 2 0 0 1-2-2V5.5a2 2 0 0 1 2-2z"/>'
            '<path d="M7.7 13.2v-2.5M12 13.2V7.3M16.3 13.2V9.5"/>'
        ),
        "toggles": (
            '<rect x="3" y="3.5" width="18" height="6.8" rx="3.4"/>'
            '<rect x="3" y="13.7" width="18" height="6.8" rx="3.4"/>'
            '<circle cx="17.4" cy="6.9" r="1.7" fill="currentColor" stroke="none"/>'
            '<circle cx="6.6" cy="17.1" r="1.7" fill="currentColor" stroke="none"/>'
        ),
        "lock": (
            '<rect x="4.5" y="10.5" width="15" height="10.5" rx="2.5"/>'
            '<path d="M8 10.5V7a4 4 0 0 1 8 0v3.5M12 14.8v2"/>'
        ),
        "scales": (
            '<path d="M12 3v18M8 21h8M5 6h14"/>'
            '<path d="M6 6l-3 8h6zM18 6l-3 8h6z"/>'
            '<path d="M3 14a3 3 0 0 0 6 0M15 14a3 3 0 0 0 6 0"/>'
        ),
        "box": ('<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M9 9h6"/>'),
    }
)
