"""The parts of an SVG picture as markup: texts, icons, labels, style sheet."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial

from markupsafe import escape

from designkit.pictures.drawing import (
    ArrowLabel,
    BarPart,
    BlankPart,
    IconPart,
    LegendEntry,
    LineStyle,
    LoopPart,
    Member,
    Part,
    Point,
    RulePart,
    SlotPart,
    StepPart,
    Style,
    TextPart,
)
from designkit.pictures.fonts import FALLBACKS, text_width
from designkit.pictures.icons import Symbol, symbol_of
from designkit.pictures.renderer import Theme
from designkit.pictures.theme import DARK, FONTS, LIGHT, Palette
from designkit.text.escape import plain, xml

HOP, OVER, AROUND, PATCH = 0.14, 0.35, 0.05, 0.94
"""How much is covered by a piece of a bar, by one that takes too long, by the frame of
a group and by what lies behind a label."""

LEGEND_STROKE = 40.0
END_DOT = " ·"
TILE_RIM = 16.0
"""How many times as large as the rim of its tile an icon is."""

STEP = 10.0
"""Radius of the circle around the number of a step, in pixels."""

DESCENT = 3.0
"""How far below the baseline the rule of a blank runs, in pixels."""


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """Write a coordinate with at most two decimals."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def text_markup(part: TextPart) -> str:
    """Return a line of text; its length is told, so that any font fits.

    What was cut has its whole text as its title, which browsers show as a tooltip.
    A dot between two figures is not shown where the line ends after it.
    """
    part = _without_end_dot(part)
    title = f"<title>{xml(part.full)}</title>" if part.full else ""
    return (
        f'<text class="t-{part.style}" x="{number(part.x)}" y="{number(part.y)}"'
        f' textLength="{number(part.width)}" lengthAdjust="spacingAndGlyphs">'
        f"{title}{xml(part.text)}</text>"
    )


def _without_end_dot(part: TextPart) -> TextPart:
    text = shown_line(part.text)
    if text == part.text:
        return part
    font = FONTS[part.style]
    width = text_width(text, font.size, font.weight)
    return replace(part, text=text, width=round(width, 2))


def shown_line(text: str) -> str:
    """Return a line as it is shown: the dot between two figures does not end it."""
    return text.removesuffix(END_DOT) or text


def part_markup(part: Part) -> str:
    """Return a part of a card."""
    if isinstance(part, TextPart):
        return text_markup(part)
    if isinstance(part, RulePart):
        return _rule_markup(part.x, part.y, part.width)
    if isinstance(part, BlankPart):
        return _rule_markup(part.x, part.y + DESCENT, part.width)
    if isinstance(part, LoopPart):
        return _loop_markup(part)
    if isinstance(part, BarPart):
        return _bar_markup(part)
    if isinstance(part, StepPart):
        return _step_markup(part)
    return _slot_markup(part) if isinstance(part, SlotPart) else _icon_markup(part)


def member_markup(member: Member) -> str:
    """Return a component that is a line of a stage's card; it may be a link."""
    stage, url = escape(member.stage), member.url
    id, kind = escape(plain(member.id)), escape(plain(member.kind))
    ids = f'data-id="{id}" data-kind="{kind}" data-stage="{stage}"'
    return "\n".join(
        [
            f'<g class="component s-{stage}" {ids}>',
            f"<title>{escape(plain(member.title))}</title>",
            *([f'<a href="{escape(url)}">'] if url else []),
            *map(part_markup, member.parts),
            *(["</a>"] if url else []),
            "</g>",
        ]
    )


def _rule_markup(x: float, y: float, width: float) -> str:
    return f'<path class="rule" d="M{number(x)} {number(y)}H{number(x + width)}"/>'


def _slot_markup(part: SlotPart) -> str:
    """Return an empty box in the pen of a glyph."""
    return (
        f'<rect class="glyph" stroke="currentColor" stroke-width="1.5"'
        f' x="{number(part.x)}" y="{number(part.y)}" width="{number(part.width)}"'
        f' height="{number(part.height)}" rx="5"/>'
    )


def _bar_markup(part: BarPart) -> str:
    return (
        f'<rect class="bar-{part.look}" x="{number(part.x)}" y="{number(part.y)}"'
        f' width="{number(part.width)}" height="{number(part.height)}"/>'
    )


def _step_markup(part: StepPart) -> str:
    text, font = str(part.number), FONTS[Style.BAND]
    wide = min(text_width(text, font.size, font.weight), 2 * STEP - 6)
    x, y = part.x - wide / 2, part.y + font.size * 0.36
    line = text_markup(TextPart(x, y, text, Style.BAND, round(wide, 2)))
    place = f'cx="{number(part.x)}" cy="{number(part.y)}" r="{number(STEP)}"'
    return f'<g class="step"><circle {place}/>{line}</g>'


def _loop_markup(part: LoopPart) -> str:
    """Return a line round a place, from below its right end back to it, with a head."""
    radius = part.height / 2
    left, right = part.x + radius, part.x + part.width - radius
    arc = f"a{number(radius)} {number(radius)} 0 0 1"
    end = part.x + part.width
    d = (
        f"M{number(right)} {number(part.y + part.height)}H{number(left)}"
        f"{arc} 0 {number(-part.height)}H{number(right)}"
        f"{arc} {number(radius)} {number(radius)}"
    )
    tip = f"M{number(end - 4)} {number(part.y + radius - 4)}l4 5l4 -5"
    pen = 'class="glyph" stroke="currentColor" stroke-width="1.5"'
    return f'<path {pen} d="{d}{tip}"/>'


def _icon_markup(part: IconPart) -> str:
    found = symbol_of(part)
    place = (
        f'x="{number(part.x)}" y="{number(part.y)}" '
        f'width="{number(part.size)}" height="{number(part.size)}"'
    )
    if found.is_glyph:
        return f'<use class="glyph" href="#{found.id}" {place}/>'
    rim = part.size / TILE_RIM
    x, y, side = part.x - rim, part.y - rim, part.size + 2 * rim
    return (
        f'<rect class="tile" x="{number(x)}" y="{number(y)}" width="{number(side)}" '
        f'height="{number(side)}" rx="4"/><use href="#{found.id}" {place}/>'
    )


def symbols_of(parts: Iterable[Part]) -> tuple[Symbol, ...]:
    """Return each symbol that `parts` use, once, by id."""
    used = {
        found.id: found
        for part in parts
        if isinstance(part, IconPart)
        for found in [symbol_of(part)]
    }
    return tuple(used[id] for id in sorted(used))


def label_markup(label: ArrowLabel) -> str:
    """Return a label: its lines on a patch of paper where they cover their line."""
    box = label.box
    lines = "".join(map(_label_part, label.parts)) or _label_rows(label)
    if not label.on_line:
        return lines
    return (
        f'<rect class="patch" x="{number(box.x)}" y="{number(box.y)}"'
        f' width="{number(box.width)}" height="{number(box.height)}" rx="3"/>{lines}'
    )


def _label_rows(label: ArrowLabel) -> str:
    """Return the lines of the text of `label`, each in the middle of its box."""
    font, box = FONTS["label"], label.box
    rows = "\n".join(filter(None, (label.text, label.note))).split("\n")
    return "".join(
        _label_row(row, box.x + box.width / 2, box.y + font.line * (i + 0.79))
        for i, row in enumerate(rows)
    )


def _label_row(row: str, middle: float, baseline: float) -> str:
    font, row = FONTS["label"], shown_line(row)
    width = text_width(row, font.size, font.weight)
    return _label_part(TextPart(middle - width / 2, baseline, row, Style.LABEL, width))


def _label_part(part: Part) -> str:
    return part_markup(part).replace('class="t-label"', 'class="label t-label"', 1)


def legend_route(entry: LegendEntry) -> tuple[Point, ...]:
    """Return the sample line of a legend entry."""
    return (entry.x, entry.y), (entry.x + LEGEND_STROKE, entry.y)


def style_sheet(stages: Iterable[str], theme: Theme) -> str:
    """Return the CSS of a picture: classes with plain colours, no variables.

    Readers without media queries (print, slides, converters) see the first rules.
    """
    colours = partial(_colours, stages=sorted(set(stages) - {""}))
    return "".join([*font_rules(), *_lines(), *themed(colours, theme)])


def themed(colours: Callable[[Palette], Iterable[str]], theme: Theme) -> Iterable[str]:
    """Give the `colours` of a theme, and those for a dark screen where it follows."""
    yield from colours(DARK if theme is Theme.DARK else LIGHT)
    if theme is Theme.AUTO:
        yield f"@media (prefers-color-scheme:dark){{{''.join(colours(DARK))}}}"


def frame_rules(theme: Theme) -> Iterable[str]:
    """Give how the frames around groups of components look: thin, and hardly tinted."""
    yield f".around{{fill-opacity:{AROUND};stroke-width:1.2;stroke-opacity:.6}}"
    yield from themed(_frame_colours, theme)


def _frame_colours(palette: Palette) -> Iterable[str]:
    yield f".around{{fill:{palette.ink};stroke:{palette.muted}}}"


def bar_rules(theme: Theme) -> Iterable[str]:
    """Give how the pieces of a bar look, and the border of a ghost."""
    yield f".bar-hop{{fill-opacity:{HOP};stroke-width:1.4}}"
    yield ".bar-rest{fill:none;stroke-width:1.2;stroke-dasharray:4 4}"
    yield f".bar-over{{fill-opacity:{OVER};stroke-width:2.4}}"
    yield ".ghost .edge{stroke-dasharray:6 4}"
    yield from themed(_bar_colours, theme)


def _bar_colours(palette: Palette) -> Iterable[str]:
    yield f".bar-hop,.bar-over{{fill:{palette.strong};stroke:{palette.strong}}}"
    yield f".bar-rest{{stroke:{palette.muted}}}.bar .t-figure{{fill:{palette.ink}}}"


def step_rules(theme: Theme) -> Iterable[str]:
    """Give how numbers of steps look: the colour of cards on that of the path."""
    yield from themed(_step_colours, theme)


def _step_colours(palette: Palette) -> Iterable[str]:
    yield f".step circle{{fill:{palette.strong}}}"
    yield f".component .step text{{fill:{palette.card}}}"


def font_rules() -> Iterable[str]:
    """Give the family of all texts, and the size and weight of each role."""
    yield f"text{{font-family:{FALLBACKS}}}"
    for role, font in FONTS.items():
        yield f".t-{role}{{font-size:{font.size}px;font-weight:{font.weight.value}}}"


def _lines() -> Iterable[str]:
    yield ".wire{fill:none;stroke-width:1.6;stroke-linejoin:round}"
    yield ".inner{fill:none;stroke-width:1.6}.edge{stroke-width:1.5}.glyph{fill:none}"
    yield ".strong .wire{stroke-width:3}.component.strong .edge{stroke-width:2.6}"
    yield f".{LineStyle.DASHED}{{stroke-dasharray:7 5}}"
    yield f".{LineStyle.DOTTED}{{stroke-dasharray:2 4}}"
    yield f".wire.{LineStyle.DOUBLE}{{stroke-width:4.2}}"
    yield ".rule{stroke-width:1}.outline{fill:none;stroke-dasharray:1 5}"


def _colours(palette: Palette, stages: Iterable[str]) -> Iterable[str]:
    yield f".paper,.patch{{fill:{palette.paper}}}.patch{{fill-opacity:{PATCH}}}"
    yield f"text{{fill:{palette.ink}}}.card{{fill:{palette.card}}}"
    yield f".tile{{fill:{palette.tile}}}.rule{{stroke:{palette.line}}}"
    roles = (Style.FIGURE, Style.SUBTITLE, Style.CAPTION, Style.LABEL)
    muted = ",".join(f".t-{role}" for role in roles)
    yield f"{muted}{{fill:{palette.muted}}}.t-band{{fill:{palette.muted}}}"
    yield f".outline{{stroke:{palette.line}}}"
    yield f".wire{{stroke:{palette.line}}}.inner{{stroke:{palette.paper}}}"
    yield f".head,.tail,.fork{{fill:{palette.line}}}"
    yield f".strong .wire{{stroke:{palette.strong}}}.strong .head,.strong .tail,"
    yield ".strong .fork,"
    yield f".strong .t-label{{fill:{palette.strong}}}"
    for stage in stages:
        accent, tint = palette.stages[stage]
        name = f".s-{stage}"
        yield f"{name} .edge{{stroke:{accent}}}{name} .tint{{fill:{tint}}}"
        yield f"{name} .t-heading,{name} .t-technology,{name} .t-band{{fill:{accent}}}"
        yield f"{name} .glyph{{color:{accent}}}"
