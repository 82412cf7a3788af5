"""Glyphs of the request path: find, score, decide, and what stands beside."""

from collections.abc import Mapping
from types import MappingProxyType

SERVING: Mapping[str, str] = MappingProxyType(
    {
        "gate": (
            '<path d="M3 21h18M4.5 21V10.5a7.5 7.5 0 0 1 15 0V21"/>'
            '<path d="M9 21v-9.5a3 3 0 0 1 6 0V21"/>'
        ),
        "lens": (
            '<circle cx="10" cy="10" r="7"/>'
            '<path d="M15.2 15.2L21 21M7 8.3h6M7 11.9h3.5"/>'
        ),
        "funnel": (
            '<path d="M3 9h18l-6.5 7v5h-5v-5z"/>'
            '<circle cx="6" cy="4.4" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="12" cy="4.4" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="18" cy="4.4" r="1.5" fill="currentColor" stroke="none"/>'
        ),
        "neighbours": (
            '<circle cx="9.8" cy="14.2" r="6.8"/>'
            '<circle cx="9.8" cy="14.2" r="1.6" fill="currentColor" stroke="none"/>'
            '<circle cx="7.1" cy="11.4" r="1.2" fill="currentColor" stroke="none"/>'
            '<circle cx="12.6" cy="16.9" r="1.2" fill="currentColor" stroke="none"/>'
            '<circle cx="4.5" cy="4.5" r="1.3" fill="currentColor" stroke="none"/>'
            '<circle cx="12.5" cy="4.2" r="1.3" fill="currentColor" stroke="none"/>'
            '<circle cx="19" cy="7" r="1.3" fill="currentColor" stroke="none"/>'
            '<circle cx="19.8" cy="16.5" r="1.3" fill="currentColor" stroke="none"/>'
        ),
        "postings": (
            '<path d="M3 5.5h4M3 12h4M3 18.5h4M10.5 3v18"/>'
            '<circle cx="14.7" cy="5.5" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="19.4" cy="5.5" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="14.7" cy="12" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="14.7" cy="18.5" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="19.4" cy="18.5" r="1.5" fill="currentColor" stroke="none"/>'
        ),
        "sieve": (
            '<path d="M3 4h18M4.5 4c0 7 3 10.5 7.5 10.5s7.5-3.5 7.5-10.5"/>'
            '<path d="M9.3 4v9.8M14.7 4v9.8M5.2 8.5h13.6"/>'
            '<path d="M8 17.8v1.2M12 18v3M16 17.8v1.2"/>'
        ),
        "chip": (
            '<rect x="5.5" y="5.5" width="13" height="13" rx="2.5"/>'
            '<path d="M9.5 3v2.5M14.5 3v2.5M9.5 18.5V21M14.5 18.5V21"/>'
            '<path d="M3 9.5h2.5M3 14.5h2.5M18.5 9.5H21M18.5 14.5H21"/>'
            '<path d="M12 9l2.6 1.5v3L12 15l-2.6-1.5v-3z"/>'
        ),
        "promote": (
            '<path d="M3 7h8M3 13h8M3 19h8M17.5 4l-3 3 3 3"/>'
            '<path d="M14.5 19H17a4 4 0 0 0 4-4v-4a4 4 0 0 0-4-4h-2.5"/>'
        ),
        "branch": (
            '<path d="M12 3l3.5 3.5L12 10 8.5 6.5z"/>'
            '<path d="M8.5 6.5H6v14M15.5 6.5H18v14"/>'
            '<path d="M3 17.5l3 3 3-3M15 17.5l3 3 3-3"/>'
        ),
        "diamond": (
            '<path d="M12 3l9 9-9 9-9-9z"/><path d="M8.5 12.2l2.5 2.5 4.5-5"/>'
        ),
        "service": (
            '<rect x="3.5" y="7" width="17" height="10" rx="2.5"/>'
            '<path d="M8 12h8M13 9.5l3 2.5-3 2.5"/>'
        ),
        "gavel": (
            '<path d="M12 3l3.5 3.5L8 14l-3.5-3.5z"/>'
            '<path d="M11.75 10.25L19.5 18M4.5 20.5h8"/>'
        ),
        "metronome": (
            '<path d="M9.5 3h5l4.5 18H5z"/><path d="M6.3 16h11.4M12 16l6-9"/>'
        ),
        "route": (
            '<circle cx="5.5" cy="18.5" r="2.5"/>'
            '<path d="M17 13.2c-2.7-2.6-4-4.5-4-6.2a4 4 0 0 1 8 0c0 1.7-1.3 3.6-4 6.2z'
            'v1.3a4 4 0 0 1-4 4H8"/>'
            '<circle cx="17" cy="7" r="1.2" fill="currentColor" stroke="none"/>'
        ),
        "matching": (
            '<path d="M7 6l10 5M7 11l10-5M7 18.5h10"/>'
            '<circle cx="5" cy="5.2" r="2"/>'
            '<circle cx="5" cy="11.8" r="2"/>'
            '<circle cx="5" cy="18.5" r="2"/>'
            '<circle cx="19" cy="5.2" r="2" fill="currentColor" stroke="none"/>'
            '<circle cx="19" cy="11.8" r="2" fill="currentColor" stroke="none"/>'
            '<circle cx="19" cy="18.5" r="2" fill="currentColor" stroke="none"/>'
        ),
        "cache": (
            '<rect x="3" y="3" width="18" height="18" rx="3.5"/>'
            '<path d="M12.8 6.5L8 13h4l-.8 4.5L16 11h-4z"/>'
        ),
        "umbrella": (
            '<path d="M3 12.5a9 9 0 0 1 18 0z"/>'
            '<path d="M12 12.5v6a2.5 2.5 0 0 0 5 0"/>'
        ),
        "calendar": (
            '<rect x="3" y="4.5" width="18" height="16.5" rx="2.5"/>'
            '<path d="M3 9.5h18M8 3v3M16 3v3"/>'
            '<path d="M12 12l2.8 1.6v3.3L12 18.5l-2.8-1.6v-3.3z"/>'
        ),
        "ripple": (
            '<path d="M12 3l4.8 2.7v5.6L12 14l-4.8-2.7V5.7z"/>'
            '<circle cx="12" cy="8.5" r="1.4" fill="currentColor" stroke="none"/>'
            '<path d="M3 19q2.25-3 4.5 0t4.5 0 4.5 0 4.5 0"/>'
        ),
        "drawers": (
            '<rect x="4" y="3" width="16" height="18" rx="2"/>'
            '<path d="M4 9h16M4 15h16M10.5 6h3M10.5 12h3M10.5 18h3"/>'
        ),
        "hash": '<path d="M9.5 3.5l-2.5 17M17 3.5l-2.5 17M4 8.8h17M3 15.2h17"/>',
        "caseload": (
            '<circle cx="12" cy="6" r="3"/>'
            '<path d="M6.8 17a5.2 5.2 0 0 1 10.4 0z"/>'
            '<path d="M3 14v5a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-5"/>'
        ),
    }
)
