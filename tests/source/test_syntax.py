"""A mistake of syntax is explained where it was made, in the same words always."""

import pytest
from inline_snapshot import snapshot

from designkit.source.composer import EventParser
from designkit.source.reader import read
from tests.readings import both_parsers, told

MISTAKES = {
    "tab": "a:\n\tb: 1\n",
    "tab under a value": "a: x\n\tb: 1\n",
    "open quote": "a: 'x\nb: 1\n",
    "open double quote": 'a: "x\nb: 1\n',
    "quote over a document": 'a: "x\n---\nb"\n',
    "open list": "a: [1, 2\n",
    "open list, and more": "a: [1, 2\nb: 3\n",
    "open mapping at the end": "a: {",
    "wrong bracket": "a: {b]\n",
    "bracket too many": "a: [1]]\n",
    "bracket alone": "a: ]\n",
    "comma alone": "a: [1, , 2]\n",
    "second colon": "a: b: c\n",
    "second colon in a flow": "a: {b: c: d}\n",
    "indented under a value": "a: b\n  c: d\n",
    "no space after the colon": "a:1\nb: 2\n",
    "no colon": "a: 1\nbroken line\nc: 2\n",
    "no colon at the end": "a: 1\nb\n",
    "no key": ": 1\n",
    "long key": "a" * 1030 + ": 1\n",
    "uneven indentation": "a:\n    b: 1\n  c: 2\n",
    "item on the line of its key": "a: - b\n",
    "item among keys": "a: 1\n- b\n",
    "key among items": "- a\nb: 1\n",
    "uneven item": "- - a\n -b: 1\n",
    "text after a quote": "a: 'it's'\n",
    "two anchors": "a: &a &b c\n",
    "bold text": "why: **never** do this\n",
    "lone ampersand": "a: & b\n",
    "comparison": "a: >= 5\n",
    "bar": "a: | text\n",
    "at": "a: @b\n",
    "backtick": "a: `b`\n",
    "percent": "a: %b\n",
    "bad escape": 'a: "C:\\q"\n',
    "bad number of an escape": 'a: "\\xzz"\n',
    "text after the end": "{a: 1} x\n",
    "another version": "%YAML 2.0\n---\na: 1\n",
}


@both_parsers
def test_a_mistake_of_syntax_is_explained(parser: EventParser) -> None:
    readings = {name: read(text, parser=parser) for name, text in MISTAKES.items()}

    assert all(reading.root is None for reading in readings.values())
    assert {name: told(one.problems) for name, one in readings.items()} == snapshot(
        {
            "tab": [
                "DK001 yaml-syntax 2:1-2:2",
                "  a tab cannot indent a line",
                "  help: indent with spaces",
            ],
            "tab under a value": [
                "DK001 yaml-syntax 2:1-2:2",
                "  a tab cannot indent a line",
                "  help: indent with spaces",
            ],
            "open quote": [
                "DK001 yaml-syntax 1:4-1:5",
                "  the text that `'` opens here is never closed",
                "  help: end it with `'`",
            ],
            "open double quote": [
                "DK001 yaml-syntax 1:4-1:5",
                '  the text that `"` opens here is never closed',
                '  help: end it with `"`',
            ],
            "quote over a document": [
                "DK001 yaml-syntax 1:4-1:5",
                '  the text that `"` opens here is never closed',
                '  help: end it with `"`',
            ],
            "open list": [
                "DK001 yaml-syntax 1:4-1:5",
                "  `[` is never closed",
                "  help: end it with `]`",
            ],
            "open list, and more": [
                "DK001 yaml-syntax 1:4-1:5",
                "  `[` is not closed, or misses a comma",
                "  2:2-2:3 this does not fit into it",
                "  help: end it with `]`",
            ],
            "open mapping at the end": [
                "DK001 yaml-syntax 1:5-1:6",
                "  a value must stand here, and the file ends",
            ],
            "wrong bracket": [
                "DK001 yaml-syntax 1:6-1:7",
                "  `,` or `}` must stand here, not `]`",
                "  1:4-1:5 opened here",
                "  help: quote a value that holds such signs",
            ],
            "bracket too many": ["DK001 yaml-syntax 1:7-1:8", "  `]` closes nothing"],
            "bracket alone": [
                "DK001 yaml-syntax 1:4-1:5",
                "  a value must stand here, not `]`",
            ],
            "comma alone": [
                "DK001 yaml-syntax 1:8-1:9",
                "  a value must stand here, not `,`",
            ],
            "second colon": [
                "DK001 yaml-syntax 1:5-1:6",
                "  a second `: ` stands on this line",
                "  help: quote the value if its `:` is meant as text",
            ],
            "second colon in a flow": [
                "DK001 yaml-syntax 1:9-1:10",
                "  `,` or `}` must stand here, not `:`",
                "  1:4-1:5 opened here",
                '  help: quote the value, since it has a colon: b: "c: d"',
            ],
            "indented under a value": [
                "DK001 yaml-syntax 2:3-2:4",
                "  a key cannot stand here: the line above is not finished",
                "  help: indent it as its neighbours, or give the line above its `: `",
            ],
            "no space after the colon": [
                "DK001 yaml-syntax 2:1-2:2",
                "  a key cannot stand here: the line above is not finished",
                "  help: indent it as its neighbours, or give the line above its `: `",
            ],
            "no colon": [
                "DK001 yaml-syntax 2:1-2:12",
                "  this line has no `: `",
                "  help: a colon and a space end a key",
            ],
            "no colon at the end": [
                "DK001 yaml-syntax 2:1-2:2",
                "  this line has no `: `",
                "  help: a colon and a space end a key",
            ],
            "no key": ["DK001 yaml-syntax 1:1-1:2", "  a key must stand before `:`"],
            "long key": [
                "DK001 yaml-syntax 1:1-1:1031",
                "  a key is longer than 1,024 characters",
            ],
            "uneven indentation": [
                "DK001 yaml-syntax 3:3-3:4",
                "  this line does not fit the mapping it stands in",
                "  1:1-1:2 the mapping starts here",
                "  help: indent a line exactly as its neighbours",
            ],
            "item on the line of its key": [
                "DK001 yaml-syntax 1:4-1:5",
                "  an item of a list cannot start here",
                "  help: start it on a line of its own, or quote the value",
            ],
            "item among keys": [
                "DK001 yaml-syntax 2:1-2:2",
                "  an item of a list stands among the keys of a mapping",
                "  1:1-1:2 the mapping starts here",
                "  help: indent a line exactly as its neighbours",
            ],
            "key among items": [
                "DK001 yaml-syntax 2:1-2:2",
                "  a key stands among the items of a list",
                "  1:1-1:2 the list starts here",
            ],
            "uneven item": [
                "DK001 yaml-syntax 2:2-2:3",
                "  this line does not fit the list it stands in",
                "  1:1-1:2 the list starts here",
                "  help: indent a line exactly as its neighbours",
            ],
            "text after a quote": [
                "DK001 yaml-syntax 1:8-1:9",
                "  the value before this is finished already",
                "  help: quote the whole value",
            ],
            "two anchors": [
                "DK001 yaml-syntax 1:7-1:8",
                "  the value before this is finished already",
                "  help: quote the whole value",
            ],
            "bold text": [
                "DK001 yaml-syntax 1:6-1:7",
                "  `*` starts an alias here, and no name follows",
                "  help: put the text into quotes",
            ],
            "lone ampersand": [
                "DK001 yaml-syntax 1:4-1:5",
                "  `&` starts an anchor here, and no name follows",
                "  help: put the text into quotes",
            ],
            "comparison": [
                "DK001 yaml-syntax 1:4-1:5",
                "  `>` opens a block of text, which starts on the next line",
                "  help: quote the value if its `>` is meant as text",
            ],
            "bar": [
                "DK001 yaml-syntax 1:4-1:5",
                "  `|` opens a block of text, which starts on the next line",
                "  help: quote the value if its `|` is meant as text",
            ],
            "at": [
                "DK001 yaml-syntax 1:4-1:5",
                "  a value cannot start with `@`",
                "  help: put the value into quotes",
            ],
            "backtick": [
                "DK001 yaml-syntax 1:4-1:5",
                "  a value cannot start with a backtick",
                "  help: put the value into quotes",
            ],
            "percent": [
                "DK001 yaml-syntax 1:4-1:5",
                "  a value cannot start with `%`",
                "  help: put the value into quotes",
            ],
            "bad escape": [
                "DK001 yaml-syntax 1:7-1:8",
                "  `\\q` starts no escape that YAML knows",
                "  help: write `\\\\` for a backslash, or use single quotes",
            ],
            "bad number of an escape": [
                "DK001 yaml-syntax 1:5-1:7",
                "  `\\x` starts no escape that YAML knows",
                "  help: write `\\\\` for a backslash, or use single quotes",
            ],
            "text after the end": [
                "DK001 yaml-syntax 1:8-1:9",
                "  the document ends before this",
            ],
            "another version": [
                "DK001 yaml-syntax 1:1-1:2",
                "  a line that starts with `%` is a directive, and this one is unknown",
                "  help: take the line away",
            ],
        }
    )


@pytest.mark.parametrize(
    "text", ['a: "\\UFFFFFFFF"\n', "%YAML 1." + "9" * 5000 + "\n---\na\n", "%x\na: 1\n"]
)
@both_parsers
def test_what_a_parser_cannot_count_is_a_mistake(
    text: str, parser: EventParser
) -> None:
    reading = read(text, parser=parser)

    assert reading.root is None
    assert [problem.code for problem in reading.problems] == ["DK001"]


def test_problems_before_a_mistake_are_kept_and_come_in_order() -> None:
    reading = read("a: 1\na: *b\nc: 'x\n")

    assert [problem.code for problem in reading.problems] == ["DK002", "DK006", "DK001"]
