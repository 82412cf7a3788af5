"""Markers are pairs of comments, in a line or each on its own."""

import pytest
from inline_snapshot import snapshot

from designkit.documents.embedding.markers import (
    MarkerForm,
    MarkerPair,
    MarkerProblem,
    markers,
)

END = "<!-- /designkit -->"


def only(text: str) -> MarkerPair:
    (found,) = markers(text)
    assert isinstance(found, MarkerPair)
    return found


def problems(text: str) -> list[str]:
    found = (it for it in markers(text) if isinstance(it, MarkerProblem))
    return [it.shown("x.md") for it in found]


def test_a_pair_knows_what_it_asks_for_and_where_it_is() -> None:
    text = f'One\r\n\r\nTwo <!-- designkit:  figure  a "b c" -->3{END}!\r\n'

    assert only(text) == snapshot(
        MarkerPair(
            said='figure a "b c"',
            words=("figure", "a", "b c"),
            start=47,
            end=48,
            line=3,
            column=5,
            form=MarkerForm.INLINE,
            is_in_html=False,
            prefix="Two ",
            newline="\r\n",
        )
    )


@pytest.mark.parametrize(
    ("text", "form", "prefix"),
    [
        ("<!-- designkit: a b -->\n\nx\n\n" + END, "block", ""),
        ("  <!--designkit: a b--><!--/designkit-->", "alone", "  "),
        ("> - <!-- designkit: a b -->\n>   " + END, "block", ">   "),
        ("10. <!-- designkit: a b -->\n    " + END, "block", "    "),
        ("<!-- designkit: a b -->" + END + " more", "inline", ""),
        ("| <!-- designkit: a b -->" + END + " |\n| - |\n", "inline", None),
    ],
)
def test_it_stands_in_a_line_or_on_lines_of_its_own(
    text: str, form: str, prefix: str | None
) -> None:
    found = only(text)

    assert found.form == form
    assert prefix is None or found.prefix == prefix


def test_the_last_line_ends_as_the_first_does() -> None:
    assert only(f"a\r\n\r\n<!-- designkit: a b -->{END}").newline == "\r\n"
    assert only(f"<!-- designkit: a b -->{END}").newline == "\n"


def test_what_is_no_pair_is_told_with_its_place_and_a_way_out() -> None:
    text = "\n\n".join(
        (
            f"a {END}",
            "<!-- designkit: a b -->",
            f"<!-- designkit: c d -->\n{END}",
            f"text <!-- designkit: e f -->\n{END}",
            f"<!-- designkit: g h -->\ntext {END}",
            f'<!-- designkit: i j="k -->\n{END}',
            "<!-- designkit: l m -->\n```\n" + END,
        )
    )

    assert problems(text) == snapshot(
        [
            "x.md:1:3: this marker ends nothing that has begun; take it away, or begin one before it",
            "x.md:3:1: this marker has no end before the next, or none at all; end it with <!-- /designkit -->, outside of any code",
            "x.md:8:6: this marker and its end stand neither in one line nor alone in theirs; put both into one line, or each on a line of its own",
            "x.md:11:1: this marker and its end stand neither in one line nor alone in theirs; put both into one line, or each on a line of its own",
            'x.md:14:1: a quotation mark has no mate; write alt="two words"',
            "x.md:17:1: this marker has no end before the next, or none at all; end it with <!-- /designkit -->, outside of any code",
        ]
    )


def test_other_comments_are_left_alone() -> None:
    text = "<!-- designkit -->\n\n<!-- x designkit: y -->\n\n<!-- / designkit -->\n"

    assert list(markers(text)) == []
