"""Glyphs of those who ask, and of the data that arrives."""

from collections.abc import Mapping
from types import MappingProxyType

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "people": (
            '<circle cx="8.5" cy="7.5" r="3.5"/>'
            '<path d="M3 20a5.5 5.5 0 0 1 11 0z"/>'
            '<circle cx="17" cy="9.8" r="2.4"/>'
            '<path d="M16.6 15.6a4 4 0 0 1 4.4 4.4h-3.4"/>'
        ),
        "database": (
            '<ellipse cx="12" cy="6" rx="7.5" ry="3"/>'
            '<path d="M4.5 6v12c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3V6"/>'
            '<path d="M4.5 12c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3"/>'
        ),
        "device": (
            '<rect x="6.5" y="3" width="11" height="18" rx="2.2"/>'
            '<path d="M10.5 18h3"/>'
        ),
        "person": (
            '<circle cx="12" cy="7.5" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0z"/>'
        ),
        "run": (
            '<rect x="3.5" y="4" width="17" height="16" rx="2.5"/>'
            '<path d="M10 8.5v7l5.5-3.5z"/>'
        ),
        "eddy": (
            '<path d="M3 6.2q2.25-2.6 4.5 0t4.5 0 4.5 0 4.5 0"/>'
            '<path d="M10 13v7l5.5-3.5z"/>'
        ),
        "crate": '<path d="M3.5 4h17v5h-17zM5 9v11h14V9M9.5 13h5"/>',
        "dead-letter": (
            '<rect x="3" y="5" width="18" height="14" rx="2"/>'
            '<path d="M3.5 6.5L12 12l8.5-5.5M9.8 14.2l4.4 3M14.2 14.2l-4.4 3"/>'
        ),
        "schema": (
            '<rect x="3.5" y="3.5" width="17" height="17" rx="2"/>'
            '<path d="M3.5 9h17M9 9v11.5M12 13h5.5M12 16.5h5.5"/>'
        ),
        "plug": (
            '<path d="M8.5 3v5M15.5 3v5M12 17.5V21"/>'
            '<path d="M5.5 8h13v3a6.5 6.5 0 0 1-13 0z"/>'
        ),
        "inlet": (
            '<path d="M3 12h18M17 8l4 4-4 4"/>'
            '<path d="M3 5h2.5a3 3 0 0 1 2.6 1.5L11 12l-2.9 5.5A3 3 0 0 1 5.5 19H3"/>'
        ),
        "tube": (
            '<ellipse cx="5.8" cy="12" rx="2.8" ry="6"/>'
            '<path d="M5.8 6h12.4c1.55 0 2.8 2.69 2.8 6s-1.25 6-2.8 6H5.8"/>'
            '<path d="M10.6 18v-4M14.4 18v-6M18.2 18v-4"/>'
        ),
        "tray": (
            '<path d="M12 3v8M8.5 8l3.5 3.5L15.5 8"/>'
            '<path d="M3 14h4l2 3h6l2-3h4v5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/>'
        ),
        "current": (
            '<path d="M3 5.5q2.25-2.6 4.5 0t4.5 0 4.5 0 4.5 0"/>'
            '<path d="M3 12h18M18 9l3 3-3 3"/>'
            '<path d="M3 18.5q2.25-2.6 4.5 0t4.5 0 4.5 0 4.5 0"/>'
        ),
        "lake": (
            '<ellipse cx="12" cy="7" rx="9" ry="3.5"/>'
            '<path d="M3 7v10c0 1.93 4.03 3.5 9 3.5s9-1.57 9-3.5V7"/>'
            '<path d="M7 15q2.5-3.4 5 0t5 0"/>'
        ),
        "shield": (
            '<path d="M12 3l7.5 2.8v5.4c0 4.5-2.9 8-7.5 9.8'
            '-4.6-1.8-7.5-5.3-7.5-9.8V5.8z"/>'
            '<path d="M8.5 11.8l2.6 2.6 4.6-5"/>'
        ),
    }
)
