import re

import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import (
    ArrowLabel,
    BlankPart,
    Box,
    IconPart,
    LegendEntry,
    LineStyle,
    LoopPart,
    RulePart,
    SlotPart,
    StepPart,
    Style,
    TextPart,
)
from designkit.pictures.lettering import text_part
from designkit.pictures.renderer import Theme
from designkit.pictures.svg_markup import (
    label_markup,
    legend_route,
    number,
    part_markup,
    style_sheet,
    symbols_of,
    text_markup,
)
from designkit.pictures.theme import DARK, LIGHT


def lines(markup: str) -> list[str]:
    """`markup` in lines that can be read: an element or a rule each."""
    return re.split(r"(?<=>)(?=<)| (?=text|length)|(?<=})(?!$)|(?<=,)(?=[ .])", markup)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.001, "0"), (1.5, "1.5"), (2.0, "2"), (1 / 3, "0.33"), (100, "100")],
)
def test_numbers_have_two_decimals_at_most(value: float, text: str) -> None:
    assert number(value) == text


def test_a_text_says_how_long_it_is() -> None:
    part = TextPart(10, 20.5, "R&D <now>", Style.NAME, 71.25)

    assert lines(text_markup(part)) == snapshot(
        [
            '<text class="t-name" x="10" y="20.5"',
            'textLength="71.25"',
            'lengthAdjust="spacingAndGlyphs">R&amp;D &lt;now&gt;</text>',
        ]
    )


def test_a_line_does_not_end_in_the_dot_between_two_figures() -> None:
    part = text_part("every 24 h ·", 10, 20, Style.FIGURE)

    assert text_markup(part) == text_markup(text_part("every 24 h", 10, 20, part.style))
    assert text_markup(text_part(" ·", 10, 20, Style.FIGURE)).endswith("> ·</text>")


def test_a_rule_is_a_line_across() -> None:
    assert part_markup(RulePart(10, 20, 30)) == snapshot(
        '<path class="rule" d="M10 20H40"/>'
    )


def test_room_to_write_on_is_a_line_below_where_letters_stand() -> None:
    assert part_markup(BlankPart(10, 20, 30)) == snapshot(
        '<path class="rule" d="M10 23H40"/>'
    )


def test_an_empty_box_has_the_pen_of_a_glyph() -> None:
    assert part_markup(SlotPart(10, 20, 28, 26)) == snapshot(
        '<rect class="glyph" stroke="currentColor" stroke-width="1.5" x="10" y="20" width="28" height="26" rx="5"/>'
    )


def test_a_loop_runs_round_and_ends_in_a_head() -> None:
    assert part_markup(LoopPart(10, 20, 100, 20)) == snapshot(
        '<path class="glyph" stroke="currentColor" stroke-width="1.5" d="M100 40H20a10 10 0 0 1 0 -20H100a10 10 0 0 1 10 10M106 26l4 5l4 -5"/>'
    )


def test_the_number_of_a_step_stands_in_the_middle_of_its_circle() -> None:
    assert part_markup(StepPart(2, 2, 3)) == snapshot(
        '<g class="step"><circle cx="2" cy="2" r="10"/><text class="t-band" x="-2.45" y="7.04" textLength="8.91" lengthAdjust="spacingAndGlyphs">3</text></g>'
    )


def test_a_label_may_show_parts_in_place_of_its_text() -> None:
    number = TextPart(12, 32, "a3", Style.LABEL, 15)
    label = ArrowLabel("a3", Box(10, 20, 90, 16), parts=(number, BlankPart(32, 32, 60)))

    assert lines(label_markup(label)) == snapshot(
        [
            '<text class="label t-label" x="12" y="32"',
            'textLength="15"',
            'lengthAdjust="spacingAndGlyphs">a3</text>',
            '<path class="rule" d="M32 35H92"/>',
        ]
    )


def test_a_glyph_is_used_by_its_id() -> None:
    assert part_markup(IconPart(10, 20, 18, "", "network")) == snapshot(
        '<use class="glyph" href="#g-network" x="10" y="20" width="18" height="18"/>'
    )


def test_a_mark_stands_on_a_tile_so_that_it_is_seen_in_the_dark() -> None:
    mark = IconPart(10, 20, 18, "Kafka", "tube")

    assert lines(part_markup(mark)) == snapshot(
        [
            '<rect class="tile" x="8.88" y="18.88" width="20.25" height="20.25" rx="4"/>',
            '<use href="#i-onprem-queue-kafka" x="10" y="20" width="18" height="18"/>',
        ]
    )


def test_each_symbol_is_listed_once() -> None:
    icons = [IconPart(x, 0, 18, "Kafka", "tube") for x in (0, 50)]
    other = IconPart(0, 0, 26, "", "network")
    found = symbols_of([*icons, other, RulePart(0, 0, 9)])

    assert [symbol.id for symbol in found] == snapshot(
        ["g-network", "i-onprem-queue-kafka"]
    )


def test_a_label_of_two_lines_is_centred_line_by_line() -> None:
    label = ArrowLabel("feature\nvalues", Box(10, 20, 60, 32))

    assert lines(label_markup(label)) == snapshot(
        [
            '<text class="label t-label" x="17.1" y="32.64"',
            'textLength="45.8"',
            'lengthAdjust="spacingAndGlyphs">feature</text>',
            '<text class="label t-label" x="19.29" y="48.64"',
            'textLength="41.42"',
            'lengthAdjust="spacingAndGlyphs">values</text>',
        ]
    )


def test_a_label_on_its_line_stands_on_a_patch_of_paper() -> None:
    label = ArrowLabel("x", Box(10, 20, 60, 16), on_line=True)

    assert lines(label_markup(label)) == snapshot(
        [
            '<rect class="patch" x="10" y="20" width="60" height="16" rx="3"/>',
            '<text class="label t-label" x="36.32" y="32.64"',
            'textLength="7.37"',
            'lengthAdjust="spacingAndGlyphs">x</text>',
        ]
    )


def test_a_legend_shows_a_short_line() -> None:
    assert legend_route(LegendEntry(LineStyle.SOLID, "x", x=28, y=100)) == (
        (28, 100),
        (68, 100),
    )


def test_the_style_sheet_of_one_theme_is_plain() -> None:
    sheet = style_sheet({"serving", ""}, Theme.LIGHT)

    assert lines(sheet) == snapshot(
        [
            "text{font-family:Inter,",
            " 'Segoe UI',",
            " Roboto,",
            " 'Helvetica Neue',",
            " Arial,",
            " sans-serif}",
            ".t-title{font-size:24px;font-weight:600}",
            ".t-subtitle{font-size:15px;font-weight:400}",
            ".t-heading{font-size:17px;font-weight:600}",
            ".t-name{font-size:15px;font-weight:600}",
            ".t-technology{font-size:13.5px;font-weight:400}",
            ".t-item{font-size:14px;font-weight:400}",
            ".t-figure{font-size:13.5px;font-weight:400}",
            ".t-label{font-size:13.5px;font-weight:400}",
            ".t-caption{font-size:14px;font-weight:400}",
            ".t-band{font-size:14px;font-weight:600}",
            ".wire{fill:none;stroke-width:1.6;stroke-linejoin:round}",
            ".inner{fill:none;stroke-width:1.6}",
            ".edge{stroke-width:1.5}",
            ".glyph{fill:none}",
            ".strong .wire{stroke-width:3}",
            ".component.strong .edge{stroke-width:2.6}",
            ".dashed{stroke-dasharray:7 5}",
            ".dotted{stroke-dasharray:2 4}",
            ".wire.double{stroke-width:4.2}",
            ".rule{stroke-width:1}",
            ".outline{fill:none;stroke-dasharray:1 5}",
            ".paper,",
            ".patch{fill:#ffffff}",
            ".patch{fill-opacity:0.94}",
            "text{fill:#1a2233}",
            ".card{fill:#ffffff}",
            ".tile{fill:#ffffff}",
            ".rule{stroke:#7b8698}",
            ".t-figure,",
            ".t-subtitle,",
            ".t-caption,",
            ".t-label{fill:#5a6475}",
            ".t-band{fill:#5a6475}",
            ".outline{stroke:#7b8698}",
            ".wire{stroke:#7b8698}",
            ".inner{stroke:#ffffff}",
            ".head,",
            ".tail,",
            ".fork{fill:#7b8698}",
            ".strong .wire{stroke:#b93a0a}",
            ".strong .head,",
            ".strong .tail,",
            ".strong .fork,",
            ".strong .t-label{fill:#b93a0a}",
            ".s-serving .edge{stroke:#b93a0a}",
            ".s-serving .tint{fill:#fff5ee}",
            ".s-serving .t-heading,",
            ".s-serving .t-technology,",
            ".s-serving .t-band{fill:#b93a0a}",
            ".s-serving .glyph{color:#b93a0a}",
        ]
    )


def test_the_dark_theme_differs_in_its_colours_alone() -> None:
    light = style_sheet(LIGHT.stages, Theme.LIGHT)
    dark = style_sheet(DARK.stages, Theme.DARK)

    assert [rule.partition("#")[0] for rule in light.split("{")] == [
        rule.partition("#")[0] for rule in dark.split("{")
    ]
    assert light != dark


def test_following_the_screen_is_light_with_the_dark_colours_added() -> None:
    light, dark, automatic = (
        style_sheet({"serving"}, theme)
        for theme in (Theme.LIGHT, Theme.DARK, Theme.AUTO)
    )
    added = automatic.removeprefix(light)

    assert automatic.startswith(light)
    assert added.startswith("@media (prefers-color-scheme:dark){")
    assert dark.endswith(added.partition("{")[2].removesuffix("}"))
