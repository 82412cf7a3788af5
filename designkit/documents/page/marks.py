"""Overlays and scenarios as the page takes them: badges with their places, by view."""

import re
from collections.abc import Mapping
from dataclasses import replace

from designkit.documents.page.subject import JsonValue, PageSubject
from designkit.pictures.badging import inset_of, place_badges
from designkit.pictures.drawing import Badge, Drawing
from designkit.pictures.overlay import OverlayContent, OverlayInputs, overlaid
from designkit.pictures.overlays import all_overlays
from designkit.pictures.scenario import walk
from designkit.text.escape import plain

STEP = re.compile(r"Step \d+: ")

Drawings = Mapping[str, Drawing]


def overlays(of: PageSubject) -> list[JsonValue]:
    """Return each overlay with its badges in every view, and what it says below."""
    inputs = OverlayInputs(of.told.design, tuple(of.told.found))
    return [
        {
            "name": found.name,
            "summary": found.summary,
            "shape": marking.shape.value,
            "views": _by_view(of.drawings, marking),
        }
        for found in all_overlays()
        for marking in (found.mark(inputs),)
    ]


def scenarios(of: PageSubject) -> list[JsonValue]:
    """Return each scenario: its steps, and their badges in every view."""
    design, found = of.told.design, list[JsonValue]()
    for number, scenario in enumerate(design.scenarios, 1):
        marking = walk(design, str(number))
        steps = zip(scenario.steps, marking.on_flows, strict=True)
        found.append(
            {
                "name": plain(scenario.name),
                "note": plain(scenario.note or ""),
                "steps": [
                    {
                        "from": step.source,
                        "to": step.target,
                        "text": mark.text,
                        "note": plain(step.note or ""),
                    }
                    for step, (_, mark) in steps
                ],
                "shape": marking.shape.value,
                "views": _by_view(of.drawings, marking),
            }
        )
    return found


def _by_view(drawings: Drawings, marking: OverlayContent) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {}
    for view, drawing in drawings.items():
        marked = overlaid(replace(drawing, caption=(), badges=()), marking)
        placed = place_badges(marked)
        badges: list[JsonValue] = list(map(_badge, placed.badges))
        found[view] = {"badges": badges, "said": plain(" ".join(marked.caption))}
    return found


def _badge(badge: Badge) -> list[JsonValue]:
    """Return a badge: its box, text and inset, title, share, and whether it is strong.

    The title of a step of a scenario is told by its step.
    """
    box = badge.box
    assert box is not None  # it was placed
    at = (box.x, box.y, box.width, box.height, inset_of(badge))
    title = "" if STEP.match(badge.title) else plain(badge.title)
    share = None if badge.share is None else round(badge.share, 4)
    numbers = [round(it) for it in at]
    return [numbers, plain(badge.text), title, share, int(badge.strong)]
