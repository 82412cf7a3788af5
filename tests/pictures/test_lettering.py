from inline_snapshot import snapshot

from designkit.pictures.drawing import Style, TextPart
from designkit.pictures.lettering import (
    balanced,
    cut,
    stacked,
    text_part,
    width_of,
    wrapped,
)

WORDS = "Sum of the p99s on the critical path"


def test_a_text_is_as_wide_as_its_letters_in_its_style() -> None:
    assert text_part("p99", 10, 20.456, Style.LABEL) == snapshot(
        TextPart(x=10, y=20.46, text="p99", style=Style.LABEL, width=25.01)
    )
    assert width_of("p99", Style.TITLE) > width_of("p99", Style.LABEL)


def test_what_is_too_wide_is_cut_where_a_reader_sees_it() -> None:
    assert cut(WORDS, 500, Style.NAME) == WORDS
    assert cut(WORDS, 120, Style.NAME) == snapshot("Sum of the p9…")


def test_lines_break_at_spaces_and_the_last_one_takes_the_rest() -> None:
    assert wrapped(WORDS, 120, Style.NAME, most=3) == snapshot(
        ("Sum of the p99s", "on the critical", "path")
    )
    assert wrapped(WORDS, 120, Style.NAME, most=2) == snapshot(
        ("Sum of the p99s", "on the critical…")
    )
    assert wrapped("", 120, Style.NAME, most=2) == ()


def test_balanced_lines_leave_no_word_alone() -> None:
    title = "Fraud scorer: p99 of the wait, one queue for all places"
    huge = "w" * 200

    assert wrapped(title, 376, Style.NAME, most=2) == snapshot(
        ("Fraud scorer: p99 of the wait, one queue for all", "places")
    )
    assert balanced(title, 376, Style.NAME, most=2) == snapshot(
        ("Fraud scorer: p99 of the wait,", "one queue for all places")
    )
    assert balanced("p99", 376, Style.NAME, most=2) == ("p99",)
    assert balanced(WORDS, 80, Style.NAME, 2) == wrapped(WORDS, 80, Style.NAME, 2)
    assert balanced(huge, 80, Style.NAME, 2) == wrapped(huge, 80, Style.NAME, 2)


def test_lines_stand_one_below_the_other() -> None:
    assert stacked(("one", "two"), 28, 100, Style.CAPTION) == (
        text_part("one", 28, 120, Style.CAPTION),
        text_part("two", 28, 140, Style.CAPTION),
    )
