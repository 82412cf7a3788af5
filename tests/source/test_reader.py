"""The reader takes any text, and reports whatever a design may not hold."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.diagnostics import Span
from designkit.source.composer import EventParser
from designkit.source.reader import read
from tests.readings import DESIGN, PARSERS, both_parsers, told, tree

quick = settings(max_examples=150, deadline=None)


FAULTS = {
    "tag": "a: !!python/object:os.system x",
    "verbatim tag": "a: !<x> 1",
    "unknown tag handle": "a: !x!y 1",
    "broken tag": "a: !%zz 1",
    "tag on a key": "!!str a: 1",
    "second document": "a: 1\n---\nb: 2\n",
    "second after an empty one": "---\n---\na: 1\n",
    "undefined alias": "a: *b\n",
    "alias before its anchor": "a: *b\nb: &b 1\n",
    "alias within its anchor": "a: &a [*a]\n",
    "list as a key": "[a]: 1\n",
    "mapping as a key": "? {a: 1}\n: 1\n",
    "empty key": "'': 1\n",
    "no key": "? \n: 1\n",
    "merge of a scalar": "a: {<<: 1}\n",
    "merge of a list of scalars": "a: {<<: [1, {b: 1}]}\n",
    "merge of an undefined alias": "a: {<<: *b}\n",
    "empty file": "",
    "only comments": "# nothing\n",
    "empty document": "---\n",
    "escape": "a: \x1b[31m\n",
    "null character": "a: b\0\n\nc: d\0\n",
    "direction override": "a: b\u202ec # \u2066\n",
    "lone surrogate": "a: \ud800\n",
    "byte order mark within": "a: b\ufeff\n",
    "escaped escape": 'a: "\\e[31m"\n',
    "escaped override in a key": '"\\u202e": 1\n',
}


@both_parsers
def test_what_a_design_may_not_hold_is_reported(parser: EventParser) -> None:
    found = {
        name: told(read(text, parser=parser).problems) for name, text in FAULTS.items()
    }

    assert found == snapshot(
        {
            "tag": [
                "DK003 yaml-tag 1:4-1:31",
                "  a design has no tags, and `!!python/object:os.system` is one",
                "  help: take it away, or quote the value if its `!` is meant as text",
            ],
            "verbatim tag": [
                "DK003 yaml-tag 1:4-1:10",
                "  a design has no tags, and `x` is one",
                "  help: take it away, or quote the value if its `!` is meant as text",
            ],
            "unknown tag handle": [
                "DK003 yaml-tag 1:4-1:5",
                "  a design has no tags",
                "  help: take it away, or quote the value if its `!` is meant as text",
            ],
            "broken tag": [
                "DK003 yaml-tag 1:4-1:5",
                "  a design has no tags",
                "  help: take it away, or quote the value if its `!` is meant as text",
            ],
            "tag on a key": [
                "DK003 yaml-tag 1:1-1:8",
                "  a design has no tags, and `!!str` is one",
                "  help: take it away, or quote the value if its `!` is meant as text",
            ],
            "second document": [
                "DK004 second-document 2:1-2:4",
                "  a second document starts here, and a file holds one design",
                "  help: move it to a file of its own",
            ],
            "second after an empty one": [
                "DK008 empty-document 1:1-1:1",
                "  the file holds no design",
                "DK004 second-document 2:1-2:4",
                "  a second document starts here, and a file holds one design",
                "  help: move it to a file of its own",
            ],
            "undefined alias": [
                "DK006 undefined-alias 1:4-1:6",
                "  no anchor `&b` stands before this alias",
                "  help: quote the value if its `*` is meant as text",
            ],
            "alias before its anchor": [
                "DK006 undefined-alias 1:4-1:6",
                "  no anchor `&b` stands before this alias",
                "  help: quote the value if its `*` is meant as text",
            ],
            "alias within its anchor": [
                "DK006 undefined-alias 1:8-1:10",
                "  the alias `*a` stands within its own anchor",
                "  help: quote the value if its `*` is meant as text",
            ],
            "list as a key": [
                "DK007 bad-key 1:1-1:4",
                "  a key must be a name, not a list, a mapping or nothing",
            ],
            "mapping as a key": [
                "DK007 bad-key 1:3-1:9",
                "  a key must be a name, not a list, a mapping or nothing",
            ],
            "empty key": [
                "DK007 bad-key 1:1-1:3",
                "  a key must be a name, not a list, a mapping or nothing",
            ],
            "no key": [
                "DK007 bad-key 1:2-1:2",
                "  a key must be a name, not a list, a mapping or nothing",
            ],
            "merge of a scalar": [
                "DK007 bad-key 1:5-1:7",
                "  `<<` takes a mapping or a list of mappings",
            ],
            "merge of a list of scalars": [
                "DK007 bad-key 1:5-1:7",
                "  `<<` takes a mapping or a list of mappings",
            ],
            "merge of an undefined alias": [
                "DK006 undefined-alias 1:9-1:11",
                "  no anchor `&b` stands before this alias",
                "  help: quote the value if its `*` is meant as text",
            ],
            "empty file": [
                "DK008 empty-document 1:1-1:1",
                "  the file holds no design",
            ],
            "only comments": [
                "DK008 empty-document 1:1-1:1",
                "  the file holds no design",
            ],
            "empty document": [
                "DK008 empty-document 1:1-1:1",
                "  the file holds no design",
            ],
            "escape": [
                "DK009 control-character 1:4-1:5",
                "  U+001B, a control character, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
            ],
            "null character": [
                "DK009 control-character 1:5-1:6",
                "  U+0000, a control character, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
                "DK009 control-character 3:5-3:6",
                "  U+0000, a control character, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
            ],
            "direction override": [
                "DK009 control-character 1:5-1:6",
                "  U+202E, right-to-left override, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
            ],
            "lone surrogate": [
                "DK009 control-character 1:4-1:5",
                "  U+D800, a control character, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
            ],
            "byte order mark within": [
                "DK009 control-character 1:5-1:6",
                "  U+FEFF, zero width no-break space, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
            ],
            "escaped escape": [
                "DK009 control-character 1:4-1:12",
                "  U+001B, a control character, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
            ],
            "escaped override in a key": [
                "DK009 control-character 1:1-1:9",
                "  U+202E, right-to-left override, stands here and cannot be seen",
                "  help: remove it: it can make a text look other than it is",
            ],
        }
    )


def test_a_byte_order_mark_is_passed_over() -> None:
    reading = read("\ufeffa: 1")

    assert reading.root is not None
    assert reading.root.locate(("a",)) == Span(1, 4, 1, 5)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
@both_parsers
def test_every_break_of_a_line_counts(end: str, parser: EventParser) -> None:
    reading = read(f"a: 1{end}b: 2{end}", parser=parser)

    assert reading.root is not None
    assert reading.root.locate(("b",)) == Span(2, 4, 2, 5)


def test_of_many_lines_with_control_characters_a_hundred_are_reported() -> None:
    assert len(read("\0\n" * 5000).problems) == 100


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        uses = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{uses}]")
    return "\n".join(lines)


def deep_by_aliases() -> str:
    lines = ["a0: &a0 [[[[[[[[[[x]]]]]]]]]]"]
    for level in range(1, 10):
        lines.append(f"a{level}: &a{level} [[[[[[[[[[*a{level - 1}]]]]]]]]]]")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            "#" * 1_000_001,
            snapshot(
                [
                    "DK005 too-large 1:1-1:1",
                    "  the file holds more than 1,000,000 characters",
                ]
            ),
            id="characters",
        ),
        pytest.param(
            "- a\n" * 50_000,
            snapshot(
                [
                    "DK005 too-large 50000:3-50000:4",
                    "  the file holds more than 50,000 values",
                    "  help: an alias counts with all that it stands for",
                ]
            ),
            id="nodes",
        ),
        pytest.param(
            bomb(9),
            snapshot(
                [
                    "DK005 too-large 5:25-5:28",
                    "  the file holds more than 50,000 values",
                    "  help: an alias counts with all that it stands for",
                ]
            ),
            id="aliases",
        ),
        pytest.param(
            "[" * 100_000,
            snapshot(
                [
                    "DK005 too-large 1:65-1:66",
                    "  values are nested more than 64 levels deep",
                ]
            ),
            id="levels",
        ),
        pytest.param(
            deep_by_aliases(),
            snapshot(
                [
                    "DK005 too-large 7:19-7:22",
                    "  values are nested more than 64 levels deep",
                ]
            ),
            id="levels by aliases",
        ),
    ],
)
def test_a_text_that_is_too_large_is_refused(text: str, problem: list[str]) -> None:
    reading = read(text)

    assert reading.root is None
    assert told(reading.problems) == problem


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#" * 999_995 + "\na: 1", id="characters"),
        pytest.param("- a\n" * 49_999, id="nodes"),
        pytest.param("[" * 64 + "a" + "]" * 64, id="levels"),
        pytest.param(bomb(4), id="aliases"),
    ],
)
def test_a_text_just_small_enough_is_read(text: str) -> None:
    assert read(text).problems == ()


PIECES = st.sampled_from(
    [
        *("a", "b: ", "- ", "\n", "\n  ", "{", "}", "[", "]", ", ", ": ", "&a ", "*a"),
        *("<<: *a", "'", '"', "|\n", ">\n", "#", "? ", "!", "%", "\t", "1e3", "~"),
        *("---\n", "...\n", "\\", "é", "支", "\x85", "\u2028", "\r\n", "\ufeff", "\0"),
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw a design with some pieces put in and some characters taken out."""
    text = DESIGN
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 3))
        text = text[:at] + draw(PIECES) + text[at + cut :]
    return text


texts = st.text() | st.lists(PIECES).map("".join) | mutated()


@quick
@given(texts, st.sampled_from(PARSERS))
def test_any_text_gives_a_tree_or_a_problem(text: str, parser: EventParser) -> None:
    reading = read(text, parser=parser)

    assert reading.root is not None or reading.problems != ()
    assert list(reading.problems) == sorted(reading.problems, key=lambda p: p.span)


@quick
@given(texts)
def test_both_parsers_read_the_same(text: str) -> None:
    first, second = (read(text, parser=parser) for parser in PARSERS)
    codes, others = (sorted(p.code for p in r.problems) for r in (first, second))

    if {"DK001", "DK003"}.isdisjoint((*codes, *others)):  # one refuses more tabs
        assert codes == others
        assert (first.root and tree(first.root)) == (second.root and tree(second.root))


ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | NUMBERS | ASCII,
    lambda inner: st.lists(inner) | st.dictionaries(ASCII.filter(bool), inner),
    max_leaves=20,
)


@quick
@given(JSON, st.sampled_from(PARSERS))
def test_json_is_read_as_what_it_says(value: object, parser: EventParser) -> None:
    text = json.dumps({"value": value})

    root = read(text, parser=parser).root

    assert root is not None
    assert root.plain() == {"value": value}
