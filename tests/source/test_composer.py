"""The composer keeps the place of all it reads, through aliases and merges."""

import pytest
import yaml
from inline_snapshot import snapshot

from designkit.diagnostics import Span
from designkit.source.composer import FASTEST, EventParser
from designkit.source.node import Plain
from designkit.source.reader import read
from tests.readings import both_parsers, told, tree

DESIGN = """\
# a comment with a colon: here
designkit: 1
name: 'Card ''payment'' fraud'
workload: {requests-per-day: 30 M, peak-factor: 1e3, share: 0.10}
defaults: &store
  kind: online-store
  latency: {p50: 2 ms, p99: 8 ms}
components:
  gateway: {kind: gateway, technology: Envoy}
  online:
    <<: *store
    kind: cache
    why: |
      Minutes matter.

      A day is late.

  copy: *store
flows:
  calls:
  - checkout -> gateway: "re\\tquest"
  - gateway -> score
waivers:
"""


def plain(text: str) -> Plain:
    reading = read(text)
    assert reading.problems == ()
    assert reading.root is not None
    return reading.root.plain()


@both_parsers
def test_every_value_and_key_knows_its_place(parser: EventParser) -> None:
    root = read(DESIGN, parser=parser).root

    assert root is not None
    assert tree(root) == snapshot(
        [
            "root mapping 2:1-23:8",
            "designkit@2:1-2:10 scalar 2:12-2:13 '1'",
            "name@3:1-3:5 scalar 3:7-3:31 \"Card 'payment' fraud\"",
            "workload@4:1-4:9 mapping 4:11-4:66",
            "requests-per-day@4:12-4:28 scalar 4:30-4:34 '30 M'",
            "peak-factor@4:36-4:47 scalar 4:49-4:52 '1e3'",
            "share@4:54-4:59 scalar 4:61-4:65 '0.10'",
            "defaults@5:1-5:9 mapping 5:11-7:34",
            "kind@6:3-6:7 scalar 6:9-6:21 'online-store'",
            "latency@7:3-7:10 mapping 7:12-7:34",
            "p50@7:13-7:16 scalar 7:18-7:22 '2 ms'",
            "p99@7:24-7:27 scalar 7:29-7:33 '8 ms'",
            "components@8:1-8:11 mapping 9:3-18:15",
            "gateway@9:3-9:10 mapping 9:12-9:46",
            "kind@9:13-9:17 scalar 9:19-9:26 'gateway'",
            "technology@9:28-9:38 scalar 9:40-9:45 'Envoy'",
            "online@10:3-10:9 mapping 11:5-16:21",
            "kind@12:5-12:9 scalar 12:11-12:16 'cache'",
            "why@13:5-13:8 scalar 13:10-16:21 'Minutes matter.\\n\\nA day is late.\\n'",
            "latency@7:3-7:10 mapping 7:12-7:34 used 11:9-11:15",
            "p50@7:13-7:16 scalar 7:18-7:22 '2 ms'",
            "p99@7:24-7:27 scalar 7:29-7:33 '8 ms'",
            "copy@18:3-18:7 mapping 5:11-7:34 used 18:9-18:15",
            "kind@6:3-6:7 scalar 6:9-6:21 'online-store'",
            "latency@7:3-7:10 mapping 7:12-7:34",
            "p50@7:13-7:16 scalar 7:18-7:22 '2 ms'",
            "p99@7:24-7:27 scalar 7:29-7:33 '8 ms'",
            "flows@19:1-19:6 mapping 20:3-22:21",
            "calls@20:3-20:8 sequence 21:3-22:21",
            "[0] mapping 21:5-21:37",
            "checkout -> gateway@21:5-21:24 scalar 21:26-21:37 're\\tquest'",
            "[1] scalar 22:5-22:21 'gateway -> score'",
            "waivers@23:1-23:8 scalar 23:8-23:8 ''",
        ]
    )


def test_a_design_becomes_plain_values() -> None:
    assert plain(DESIGN) == snapshot(
        {
            "designkit": 1,
            "name": "Card 'payment' fraud",
            "workload": {
                "requests-per-day": "30 M",
                "peak-factor": 1000.0,
                "share": 0.1,
            },
            "defaults": {
                "kind": "online-store",
                "latency": {"p50": "2 ms", "p99": "8 ms"},
            },
            "components": {
                "gateway": {"kind": "gateway", "technology": "Envoy"},
                "online": {
                    "kind": "cache",
                    "why": """\
Minutes matter.

A day is late.
""",
                    "latency": {"p50": "2 ms", "p99": "8 ms"},
                },
                "copy": {
                    "kind": "online-store",
                    "latency": {"p50": "2 ms", "p99": "8 ms"},
                },
            },
            "flows": {
                "calls": [{"checkout -> gateway": "re\tquest"}, "gateway -> score"]
            },
            "waivers": None,
        }
    )


def test_the_fastest_parser_is_the_one_of_libyaml_where_it_is_built_in() -> None:
    assert FASTEST is yaml.CSafeLoader


def test_keys_are_texts_as_they_are_spelled() -> None:
    assert plain("{1: a, 0x10: b, true: c, ~: d, '2': e}") == snapshot(
        {"1": "a", "0x10": "b", "true": "c", "~": "d", "2": "e"}
    )


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("a: |\n  x\n  y  \n\n\nb: 1\n", Span(1, 4, 3, 4), id="blank end"),
        pytest.param("a: >-\n  x\n", Span(1, 4, 2, 4), id="end of file"),
        pytest.param("a: |\n  x", Span(1, 4, 2, 4), id="no last break"),
        pytest.param("a: |\n\nb: 1\n", Span(1, 4, 1, 5), id="no text"),
        pytest.param("a:\n  b: 1\n\n# c\nd: 1\n", Span(2, 3, 2, 7), id="mapping"),
        pytest.param("a:\n- 1\n- 2\n\nb: 1\n", Span(2, 1, 3, 4), id="sequence"),
        pytest.param("a:\n  - b:\n\nc: 1\n", Span(2, 3, 2, 6), id="blank value"),
        pytest.param("a: [1,\n  2]\nb: 1\n", Span(1, 4, 2, 5), id="flow"),
        pytest.param("a: x\n  y\n\nb: 1\n", Span(1, 4, 2, 4), id="folded"),
    ],
)
@both_parsers
def test_a_value_ends_with_its_last_sign(
    text: str, span: Span, parser: EventParser
) -> None:
    root = read(text, parser=parser).root

    assert root is not None
    assert root.locate(("a",)) == span


def test_own_keys_win_over_merged_ones_and_earlier_merges_over_later() -> None:
    text = """\
a: &a {x: a, y: a}
b: &b {x: b, y: b, z: b}
c: {y: c, <<: [*a, *b]}
d: {<<: *b, y: d}
e: {<<: {q: e}}
f: {"<<": *a}
"""

    assert plain(text) == snapshot(
        {
            "a": {"x": "a", "y": "a"},
            "b": {"x": "b", "y": "b", "z": "b"},
            "c": {"y": "c", "x": "a", "z": "b"},
            "d": {"y": "d", "x": "b", "z": "b"},
            "e": {"q": "e"},
            "f": {"<<": {"x": "a", "y": "a"}},
        }
    )


def test_an_anchor_within_an_anchor_of_its_name_takes_it_over() -> None:
    assert plain("a: &x [&x 1, *x]\nb: *x\n") == {"a": [1, 1], "b": 1}


@both_parsers
def test_every_duplicate_is_reported_with_the_first(parser: EventParser) -> None:
    text = "a: 1\nb: {c: 1, 'c': 2}\n\"a\": 2\na: 3\n"
    reading = read(text, parser=parser)

    assert reading.root is not None
    assert reading.root.plain() == {"a": 1, "b": {"c": 1}}
    assert told(reading.problems) == snapshot(
        [
            "DK002 duplicate-key 2:11-2:14",
            "  the key `c` is given already",
            "  2:5-2:6 first given here",
            "  help: keep one of the two",
            "DK002 duplicate-key 3:1-3:4",
            "  the key `a` is given already",
            "  1:1-1:2 first given here",
            "  help: keep one of the two",
            "DK002 duplicate-key 4:1-4:2",
            "  the key `a` is given already",
            "  1:1-1:2 first given here",
            "  help: keep one of the two",
        ]
    )


def test_a_second_merge_is_a_duplicate_and_still_merges() -> None:
    reading = read("a: &a {x: 1}\nb: &b {y: 2}\nc:\n  <<: *a\n  <<: *b\n")

    assert reading.root is not None
    assert reading.root.plain() == snapshot(
        {"a": {"x": 1}, "b": {"y": 2}, "c": {"x": 1, "y": 2}}
    )
    assert told(reading.problems) == snapshot(
        [
            "DK002 duplicate-key 5:3-5:5",
            "  the key `<<` is given already",
            "  4:3-4:5 first given here",
            "  help: give one `<<` a list of what to merge",
        ]
    )


def test_a_long_name_is_shortened_in_a_message() -> None:
    (problem,) = read("a: *" + "b" * 100).problems

    assert problem.message == f"no anchor `&{'b' * 60}…` stands before this alias"
