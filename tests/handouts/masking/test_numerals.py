import pytest

from designkit.handouts.masking.numerals import (
    figure_spans,
    joined,
    numbers_in,
    quantities_in,
)
from designkit.handouts.masking.redaction import blanked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("p50 2 · p99 6 ms", "p50 …… · p99 …… ms"),
        ("8.06 bn events a day", "…… events a day"),
        ("234 k/s at peak", "……/s at peak"),
        ("416 GB of 1 TB", "…… GB of …… TB"),
        ("1,389/s, 12% of it", "……/s, ……% of it"),
        ("100 M daily users", "…… daily users"),
        ("5..8 h", "…… h"),
        ("50 M..80 M", "……..……"),
        ("every\u00a01\u00a0d", "every\u00a0……\u00a0d"),
        ("5-min rates", "……-min rates"),
        ("3-D Secure, S3, v2.1, 2FA, TC40", "3-D Secure, S3, v2.1, 2FA, TC40"),
        ("", ""),
    ],
)
def test_a_number_goes_with_its_scale_and_without_its_unit(
    text: str, shown: str
) -> None:
    assert blanked(text, numbers_in(text)) == shown


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("51 ms of the 100 ms objective, 49% to spare", ["51 ms", "100 ms", "49%"]),
        ("4.17 k/s, 2 TB/day, 0.3 USD", ["4.17 k/s", "2 TB/day", "0.3 USD"]),
        ("10 versions of 3-D Secure", []),
        ("5 dogs in 2 minutes", []),
    ],
)
def test_a_quantity_is_a_number_with_a_unit(text: str, quantities: list[str]) -> None:
    assert [text[start:end] for start, end in quantities_in(text)] == quantities


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("10 versions kept · shadow → canary", "…… versions kept · ……"),
        ("every 1 d ·", "every …… d ·"),
        ("by user · detects 0.5% · 14 d", "…… · detects ……% · …… d"),
        ("drift, schedule", "……"),
        (" · ", " · "),
    ],
)
def test_a_part_of_a_line_of_figures_without_a_number_goes_whole(
    text: str, shown: str
) -> None:
    assert blanked(text, figure_spans(text)) == shown


def test_spans_that_overlap_or_touch_are_one() -> None:
    assert joined([(5, 9), (0, 2), (2, 4), (6, 7), (20, 21)]) == (
        ((0, 4), (5, 9), (20, 21))
    )
    assert joined([]) == ()
