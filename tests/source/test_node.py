"""A tree tells where a path leads, whatever of it is written down."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.diagnostics import Span
from designkit.source.node import Path, YamlNode
from designkit.source.reader import read
from tests.readings import DESIGN, places

quick = settings(max_examples=150, deadline=None)


def root_of(text: str) -> YamlNode:
    reading = read(text)
    assert reading.problems == ()
    assert reading.root is not None
    return reading.root


def paths(node: YamlNode) -> list[Path]:
    items = node.value if isinstance(node.value, tuple) else ()
    children: list[tuple[str | int, YamlNode]] = [
        *node.entries.items(),
        *enumerate(items),
    ]
    return [(), *((step, *path) for step, child in children for path in paths(child))]


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "2:1-23:8", "2:1-23:8"),
        (("name",), "3:7-3:31", "3:1-3:5"),
        (("components", "gateway", "kind"), "9:19-9:26", "9:13-9:17"),
        (("components", "gateway", "missing"), "9:12-9:46", "9:3-9:10"),
        (("components", "tag", "gateway", "tag", "kind"), "9:19-9:26", "9:13-9:17"),
        (("flows", "calls", 0), "21:5-21:37", "21:5-21:37"),
        (("flows", "calls", 7), "21:3-22:21", "20:3-20:8"),
        (("flows", "calls", -1), "21:3-22:21", "20:3-20:8"),
        (("waivers",), "23:1-23:8", "23:1-23:8"),
        (("online", "latency"), "2:1-23:8", "2:1-23:8"),
        (("components", "online", "latency", "p50"), "7:18-7:22", "7:13-7:16"),
    ],
)
def test_a_path_is_located_at_the_nearest_written_thing(
    path: Path, value: str, key: str
) -> None:
    root = root_of(DESIGN)

    assert places(root.locate(path)) == value
    assert places(root.locate(path, key=True)) == key


def test_a_path_through_an_alias_or_a_merge_tells_its_use() -> None:
    root = root_of(DESIGN)
    asked: list[Path] = [
        ("components", "online", "latency", "p50"),
        ("components", "online", "kind"),
        ("components", "copy", "latency"),
        ("defaults", "latency"),
    ]

    uses = [root.use_of(path) for path in asked]

    assert uses == [Span(11, 9, 11, 15), None, Span(18, 9, 18, 15), None]


def test_a_key_is_found_by_its_number_too() -> None:
    assert root_of("{1: a}").locate((1,)) == Span(1, 5, 1, 6)


def test_a_scalar_remembers_how_it_was_spelled() -> None:
    node = root_of("share: 0.10").child("share")

    assert node is not None
    assert (node.value, node.text) == (0.1, "0.10")


@quick
@given(
    st.lists(st.sampled_from(["components", "gateway", "kind", "x", 0, 1]), max_size=6)
)
def test_every_path_is_located_within_the_text(path: list[str | int]) -> None:
    root = root_of(DESIGN)
    below = [root.locate((*known, *path)) for known in paths(root)]

    assert all(root.span.line <= span.line <= root.span.end_line for span in below)


def test_what_is_missing_is_found_where_its_parent_is() -> None:
    root = root_of(DESIGN)

    for path in paths(root):
        assert root.locate((*path, "missing")) == root.locate(path)
        assert root.locate((*path, "missing"), key=True) == root.locate(path, key=True)
