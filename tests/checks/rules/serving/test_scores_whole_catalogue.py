"""Rankers without a shortlist."""

import pytest

from designkit.checks.rules.serving.scores_whole_catalogue import scores_whole_catalogue
from tests.rule_examples import told

DESIGN = """\
workload: {{{workload}}}
components:
  app: {{kind: client}}
  rank: {{kind: model-server, role: {role}{attributes}}}
  {more}
flows: {{calls: [app -> {path}]}}
"""


def told_of(workload: str, attributes: str = "", **parts: str) -> list[str]:
    given = {"role": "rank", "more": "", "path": "rank: request"} | parts
    text = DESIGN.format(workload=workload, attributes=attributes, **given)
    return told(text, scores_whole_catalogue)


@pytest.mark.parametrize(
    ("workload", "expected"),
    [
        pytest.param(
            "items: 2 M",
            "4 error: rank scores all 2 M items for each request: "
            "at 50 µs an item that is 1 min 40 s of work",
            id="two million",
        ),
        pytest.param(
            "daily-users: 1 M",
            "4 warning: nothing narrows the catalogue before rank, and its size is "
            "not stated",
            id="unstated",
        ),
    ],
)
def test_a_ranker_of_everything_is_found(workload: str, expected: str) -> None:
    assert told_of(workload) == [expected]


@pytest.mark.parametrize(
    ("workload", "attributes", "parts"),
    [
        pytest.param("items: 20 k", "", {}, id="a small catalogue"),
        pytest.param("items: 2 M", ", items-in: 500", {}, id="a shortlist comes in"),
        pytest.param("items: 2 M, candidates: 500", "", {}, id="a stated shortlist"),
        pytest.param("items: 2 M", "", {"role": "encode"}, id="an encoder"),
        pytest.param("items: 2 M", "", {"role": "classify"}, id="nothing is ranked"),
        pytest.param(
            "items: 2 M",
            "",
            {"more": "index: {kind: inverted-index}", "path": "index -> rank: request"},
            id="an index",
        ),
    ],
)
def test_a_ranker_of_few_items_passes(
    workload: str, attributes: str, parts: dict[str, str]
) -> None:
    assert told_of(workload, attributes, **parts) == []


def test_only_the_first_of_two_rankers_is_found() -> None:
    more, path = "last: {kind: model-server}", "rank: request, rank -> last: prediction"

    found = told_of("items: 2 M", more=more, path=path)

    assert [text.split(" scores")[0] for text in found] == ["4 error: rank"]
