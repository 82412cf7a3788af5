"""How texts of each role look: size, weight, height of a line; and the colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from designkit.pictures.fonts import Weight


@dataclass(frozen=True, slots=True)
class Font:
    """Size in pixels, weight, and the distance from one line to the next."""

    size: float
    weight: Weight
    line: float


FONTS: Mapping[str, Font] = MappingProxyType(
    {
        "title": Font(24, Weight.SEMIBOLD, 30),
        "subtitle": Font(15, Weight.REGULAR, 21),
        "heading": Font(17, Weight.SEMIBOLD, 24),
        "name": Font(15, Weight.SEMIBOLD, 19),
        "technology": Font(13.5, Weight.REGULAR, 18),
        "item": Font(14, Weight.REGULAR, 23),
        "figure": Font(13.5, Weight.REGULAR, 18),
        "label": Font(13.5, Weight.REGULAR, 16),
        "caption": Font(14, Weight.REGULAR, 20),
        "band": Font(14, Weight.SEMIBOLD, 18),
    }
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; `stages` gives each stage its accent and its tint."""

    paper: str
    card: str
    ink: str
    muted: str
    line: str
    strong: str
    tile: str
    stages: Mapping[str, tuple[str, str]]


LIGHT = Palette(
    paper="#ffffff",
    card="#ffffff",
    ink="#1a2233",
    muted="#5a6475",
    line="#7b8698",
    strong="#b93a0a",
    tile="#ffffff",
    stages=MappingProxyType(
        {
            "problem": ("#334155", "#f4f6f9"),
            "ingestion": ("#0f766e", "#effbf8"),
            "features": ("#1d4ed8", "#f0f5ff"),
            "labels": ("#4338ca", "#f2f2ff"),
            "training": ("#6d28d9", "#f6f2ff"),
            "registry": ("#a21caf", "#fdf2fe"),
            "serving": ("#b93a0a", "#fff5ee"),
            "experimentation": ("#be185d", "#fff1f6"),
            "monitoring": ("#92590a", "#fffaeb"),
            "retraining": ("#92590a", "#fffaeb"),
            "governance": ("#4d5b16", "#f7fae8"),
        }
    ),
)

DARK = Palette(
    paper="#10151f",
    card="#1a2130",
    ink="#eef2f8",
    muted="#a9b4c6",
    line="#8492a8",
    strong="#fb923c",
    tile="#f4f6fa",
    stages=MappingProxyType(
        {
            "problem": ("#cbd5e1", "#171d2a"),
            "ingestion": ("#5eead4", "#112126"),
            "features": ("#93b8ff", "#131e33"),
            "labels": ("#b3b6ff", "#191c36"),
            "training": ("#c9b3ff", "#1e1b37"),
            "registry": ("#f0a6fb", "#261930"),
            "serving": ("#fdba8c", "#291e1c"),
            "experimentation": ("#fda4c8", "#291926"),
            "monitoring": ("#fcd471", "#252115"),
            "retraining": ("#fcd471", "#252115"),
            "governance": ("#d3e27a", "#1e2317"),
        }
    ),
)
