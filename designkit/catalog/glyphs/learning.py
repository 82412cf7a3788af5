"""Glyphs of labels, training and the way a model is released."""

from collections.abc import Mapping
from types import MappingProxyType

LEARNING: Mapping[str, str] = MappingProxyType(
    {
        "join": (
            '<path d="M3 5.5h1.5c3.5 0 1.5 6.5 5 6.5H12'
            'M3 18.5h1.5c3.5 0 1.5-6.5 5-6.5"/>'
            '<path d="M12 7.5h5l4 4.5-4 4.5h-5z"/>'
            '<circle cx="16" cy="12" r="1.3" fill="currentColor" stroke="none"/>'
        ),
        "annotator": (
            '<circle cx="8" cy="7" r="3.5"/>'
            '<path d="M11 20H3a5.5 5.5 0 0 1 8-4.6"/>'
            '<path d="M17.5 10l3.5 3.5V21h-7v-7.5z"/>'
            '<circle cx="17.5" cy="15" r="1.2" fill="currentColor" stroke="none"/>'
        ),
        "tags": (
            '<path d="M3 4.5h6.8l7.4 7.4-6.8 6.8L3 11.4z"/>'
            '<path d="M13.6 4.5l7.4 7.4-6.8 6.8"/>'
            '<circle cx="7" cy="8.4" r="1.3" fill="currentColor" stroke="none"/>'
        ),
        "table": (
            '<rect x="3" y="4" width="18" height="16" rx="2"/>'
            '<path d="M3 9.3h18M3 14.7h18M9.5 9.3V20"/>'
        ),
        "network": (
            '<path d="M5 5l7 3.5 7 3.5-7 3.5L5 19M5 12l7-3.5M5 12l7 3.5"/>'
            '<circle cx="5" cy="5" r="1.9" fill="currentColor" stroke="none"/>'
            '<circle cx="5" cy="12" r="1.9" fill="currentColor" stroke="none"/>'
            '<circle cx="5" cy="19" r="1.9" fill="currentColor" stroke="none"/>'
            '<circle cx="12" cy="8.5" r="1.9" fill="currentColor" stroke="none"/>'
            '<circle cx="12" cy="15.5" r="1.9" fill="currentColor" stroke="none"/>'
            '<circle cx="19" cy="12" r="1.9" fill="currentColor" stroke="none"/>'
        ),
        "sliders": (
            '<path d="M3 5.5h9.5M17.5 5.5H21M3 12h2.5M10.5 12H21M3 18.5h8M16 18.5h5"/>'
            '<circle cx="15" cy="5.5" r="2.3"/>'
            '<circle cx="8" cy="12" r="2.3"/>'
            '<circle cx="13.5" cy="18.5" r="2.3"/>'
        ),
        "gauge": (
            '<path d="M5 19a9 9 0 1 1 14 0z"/>'
            '<path d="M12 14.5l4-5"/>'
            '<circle cx="12" cy="14.5" r="1.6" fill="currentColor" stroke="none"/>'
        ),
        "diagonal": (
            '<path d="M3.5 3v17.5H21M7 17L20 4"/>'
            '<circle cx="8.5" cy="10.5" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="12.8" cy="6" r="1.5" fill="currentColor" stroke="none"/>'
            '<circle cx="17.2" cy="13" r="1.5" fill="currentColor" stroke="none"/>'
        ),
        "notebook": (
            '<rect x="5" y="3" width="16" height="18" rx="2"/>'
            '<path d="M3 7.5h4M3 12h4M3 16.5h4"/>'
            '<path d="M10.5 16.5v-3M14 16.5v-9M17.5 16.5v-6"/>'
        ),
        "timetable": (
            '<circle cx="5.2" cy="5.2" r="2.2"/>'
            '<circle cx="15.8" cy="5.2" r="2.2"/>'
            '<circle cx="5.2" cy="15.8" r="2.2"/>'
            '<path d="M7.4 5.2h6.2M5.2 7.4v6.2M15.8 7.4v3.2M7.4 15.8h3.2"/>'
            '<circle cx="15.8" cy="15.8" r="5.2"/>'
            '<path d="M15.8 13v2.8l2 1.2"/>'
        ),
        "cells": (
            '<rect x="4" y="3.5" width="16" height="7" rx="1.5"/>'
            '<rect x="4" y="13.5" width="16" height="7" rx="1.5"/>'
            '<path d="M7.5 7h6M7.5 17h9"/>'
        ),
        "fork": (
            '<circle cx="6.5" cy="5.5" r="2.5"/><circle cx="6.5" cy="18.5" r="2.5"/>'
            '<circle cx="17.5" cy="8.5" r="2.5"/>'
            '<path d="M6.5 8v8M17.5 11c0 3-3 4-6 4.2-2.5.2-4 .8-5 1.6"/>'
        ),
        "checks": (
            '<path d="M3.5 5.7l2 2 3.5-4M3.5 12l2 2 3.5-4M3.5 18.3l2 2 3.5-4"/>'
            '<path d="M12.5 5.7h8M12.5 12h8M12.5 18.3h8"/>'
        ),
        "versions": (
            '<rect x="3" y="9.5" width="18" height="11.5" rx="2"/>'
            '<path d="M5 6.2h14M7.5 3h9"/>'
            '<path d="M9 13l3 4.5 3-4.5"/>'
        ),
        "steps": (
            '<path d="M3 20.5h4.5V16H12v-4.5h5V3.5"/><path d="M13.5 7L17 3.5 20.5 7"/>'
        ),
        "hammer": (
            '<rect x="6" y="3" width="5" height="8" rx="1.2"/>'
            '<path d="M11 7h10"/>'
            '<rect x="3" y="14.5" width="18" height="6.5" rx="1.5"/>'
            '<path d="M9 14.5V21M15 14.5V21"/>'
        ),
    }
)
