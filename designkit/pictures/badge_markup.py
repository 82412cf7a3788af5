"""The badges of an SVG picture as markup, and their part of its style sheet."""

from collections.abc import Iterable, Iterator

from designkit.pictures.badging import BAR, PAD, POINT, inset_of
from designkit.pictures.drawing import Badge, BadgeShape, Box, Style
from designkit.pictures.lettering import text_part
from designkit.pictures.renderer import Theme
from designkit.pictures.svg_markup import number, text_markup, themed
from designkit.pictures.theme import Palette

BAR_HEIGHT = 7.0
CUT = 5.0


def badge_markup(badge: Badge) -> str:
    """Return the outline of a placed badge with its bar and its text."""
    if badge.box is None:
        return ""
    box = badge.box
    text = text_part(badge.text, box.x + inset_of(badge), box.y + 14.6, Style.LABEL)
    outline = f'<path class="outline-of" d="{_outline(box, badge.shape)}"/>'
    return f"{outline}{_bar(badge, box)}{text_markup(text)}"


def badge_rules(theme: Theme) -> Iterator[str]:
    """Give how badges look: the ink of texts on the colour of cards."""
    yield ".outline-of{stroke-width:1.4}.badge.strong .outline-of{stroke-width:2.4}"
    yield from themed(_colours, theme)


def _colours(palette: Palette) -> Iterable[str]:
    yield f".outline-of{{fill:{palette.card};stroke:{palette.ink}}}"
    yield f".badge .t-label{{fill:{palette.ink}}}"
    yield f".room{{fill:{palette.line};fill-opacity:.35}}.share{{fill:{palette.ink}}}"


def _bar(badge: Badge, box: Box) -> str:
    """Return the bar of a share, full where that is 1 or more."""
    if badge.share is None:
        return ""
    x, y = box.x + PAD, box.y + (box.height - BAR_HEIGHT) / 2
    filled = BAR * min(max(badge.share, 0.0), 1.0)
    place = f'x="{number(x)}" y="{number(y)}" height="{number(BAR_HEIGHT)}"'
    return (
        f'<rect class="room" {place} width="{number(BAR)}"/>'
        f'<rect class="share" {place} width="{number(filled)}"/>'
    )


def _outline(box: Box, shape: BadgeShape) -> str:
    corners = _corners(box, shape)
    if corners:
        return f"M{'L'.join(f'{number(x)} {number(y)}' for x, y in corners)}Z"
    radius = box.height / 2
    arc = f"a{number(radius)} {number(radius)} 0 0 1 0 "
    return (
        f"M{number(box.x + radius)} {number(box.y)}H{number(box.right - radius)}"
        f"{arc}{number(box.height)}H{number(box.x + radius)}"
        f"{arc}{number(-box.height)}Z"
    )


def _corners(box: Box, shape: BadgeShape) -> tuple[tuple[float, float], ...]:
    """Return the corners of an outline; none of one that is round."""
    left, right, top, bottom = box.x, box.right, box.y, box.bottom
    middle, inner, outer = box.centre[1], left + POINT, right - POINT
    upper, lower = ((left, top), (right, top)), ((right, bottom), (left, bottom))
    if shape is BadgeShape.SQUARE:
        return *upper, *lower
    if shape is BadgeShape.TAG:
        return (left, middle), (inner, top), upper[1], lower[0], (inner, bottom)
    if shape is BadgeShape.FLAG:
        return upper[0], upper[1], (outer, middle), *lower
    if shape is BadgeShape.HEXAGON:
        ends = ((inner, top), (outer, top), (right, middle), (outer, bottom))
        return (left, middle), *ends, (inner, bottom)
    return _octagon(box) if shape is BadgeShape.OCTAGON else ()


def _octagon(box: Box) -> tuple[tuple[float, float], ...]:
    left, right, top, bottom = box.x, box.right, box.y, box.bottom
    above = ((left + CUT, top), (right - CUT, top), (right, top + CUT))
    below = ((right, bottom - CUT), (right - CUT, bottom), (left + CUT, bottom))
    return (left, top + CUT), *above, *below, (left, bottom - CUT)
