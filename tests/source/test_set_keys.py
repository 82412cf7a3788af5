"""The keys by which sets of cases, filters and encoders say what they can do."""

import pytest

from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Keys
system: generic
components:
  allowed: {{kind: eligibility-filter, selectivity: {share}}}
  encode: {{kind: embedding-job, context-window: {window}}}
evaluation:
  sets: [{{id: tasks, margin: {margin}, flips: {flips}}}]
"""
RIGHT = {"share": "2%", "window": "512", "margin": "4%", "flips": "20%"}


def unread(**said: str) -> list[str]:
    found = load_text(HEAD.format(**RIGHT | said)).diagnostics
    return [it.element for it in found if it.code == "DK012"]


def test_shares_and_counts_are_read() -> None:
    assert unread() == []


@pytest.mark.parametrize(
    ("said", "element"),
    [
        ({"share": "2 s"}, "components.allowed.selectivity"),
        ({"window": "512 kB"}, "components.encode.context-window"),
        ({"margin": "four"}, "evaluation.sets.tasks.margin"),
        ({"flips": "3 d"}, "evaluation.sets.tasks.flips"),
    ],
)
def test_what_is_no_share_and_no_count_is_told(
    said: dict[str, str], element: str
) -> None:
    assert unread(**said) == [element]
