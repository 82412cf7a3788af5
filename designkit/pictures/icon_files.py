"""Whether a file of the user can be drawn as an icon, found out before it is drawn.

The library that draws SVG ends the whole process where groups are nested too deeply,
and may take for ever over what refers to itself again and again. So only plain
drawings are drawn here; all else is drawn by a process of its own, with limits.
"""

import subprocess
import sys
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

SVG, PNG = "image/svg+xml", "image/png"
MOST_BYTES = 1_000_000
MOST_LEVELS = 64
MOST_PIXELS = 4096
"""Pixels of the longer side of a PNG."""

SECONDS_AT_MOST = 10
MEMORY_AT_MOST = 1 << 30

COSTLY = frozenset(("use", "image", "filter", "mask", "pattern", "marker", "clipPath"))
"""Elements that make a short drawing take long."""

PNG_HEAD = b"\x89PNG\r\n\x1a\n"


@dataclass(slots=True)
class _Survey:
    """What an SVG is made of, counted while it is read."""

    root: str = ""
    level: int = 0
    deepest: int = 0
    names: set[str] = field(default_factory=set)

    def start(self, name: str, _attributes: object) -> None:
        self.root = self.root or name.rpartition(":")[2]
        self.names.add(name.rpartition(":")[2])
        self.level += 1
        self.deepest = max(self.deepest, self.level)

    def end(self, _name: str) -> None:
        self.level -= 1


def require_icon(picture: bytes, media: str) -> None:
    """Refuse what cannot be drawn as an icon.

    Raises:
        ValueError: it is too large, not of its type, or nested too deeply.
    """
    if len(picture) > MOST_BYTES:
        raise ValueError(f"it has more than {MOST_BYTES:,} bytes")
    if media == PNG:
        _require_png(picture)
    else:
        _require_svg(_surveyed(picture))


def is_plain(picture: bytes) -> bool:
    """Whether an SVG takes no longer to draw than it takes to read."""
    return COSTLY.isdisjoint(_surveyed(picture).names)


def drawn_apart(svg: str) -> bytes:
    """Draw `svg` as PNG in a process of its own, which may not last or grow.

    Raises:
        ValueError: that process died, or took too long.
    """
    script = "from designkit.pictures.icon_files import draw_alone; draw_alone()"
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", script],
            input=svg.encode(),
            capture_output=True,
            timeout=SECONDS_AT_MOST,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise ValueError("it is too intricate to be drawn as an icon") from error
    return done.stdout


def draw_alone() -> None:
    """Draw the SVG on stdin as PNG on stdout; what a process of its own does."""
    import resvg_py

    _limit_memory()
    svg = sys.stdin.buffer.read().decode()
    drawn = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    sys.stdout.buffer.write(bytes(drawn))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST, MEMORY_AT_MOST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _surveyed(picture: bytes) -> _Survey:
    survey, parser = _Survey(), ParserCreate()
    parser.StartElementHandler = survey.start
    parser.EndElementHandler = survey.end
    try:
        parser.Parse(picture, True)
    except ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise ValueError(f"it is no SVG: no XML at {place}") from error
    return survey


def _require_svg(survey: _Survey) -> None:
    if survey.root != "svg":
        raise ValueError(f"it is no SVG: it holds <{survey.root}>")
    if survey.deepest > MOST_LEVELS:
        message = f"its elements are nested more than {MOST_LEVELS} levels deep"
        raise ValueError(message)


def _require_png(picture: bytes) -> None:
    if not picture.startswith(PNG_HEAD) or len(picture) < len(PNG_HEAD) + 16:
        raise ValueError("it is no PNG")
    sides = int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
    if not 0 < min(sides) <= max(sides) <= MOST_PIXELS:
        raise ValueError(f"its sides are not between 1 and {MOST_PIXELS:,} pixels")
