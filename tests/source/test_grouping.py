"""Members of groups exist, and are in one group of a kind."""

import pytest
from inline_snapshot import snapshot

from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Grouped
system: generic
components:
  app: {kind: client}
  gate: {kind: gateway}
  score: {kind: model-server}
groups:
"""


def told(groups: str) -> list[str]:
    loaded = load_text(HEAD + groups)
    return [
        f"{it.span.line}:{it.span.column} {it.code} {it.message}; {it.help}"
        for it in loaded.diagnostics
        if it.stops
    ]


def test_a_component_is_in_groups_of_several_kinds():
    groups = """\
  eu: {name: Europe, kind: region, members: [gate, score]}
  us: {kind: region, members: app}
  core: {kind: team, members: [gate, app]}
"""
    loaded = load_text(HEAD + groups)
    assert loaded.design is not None
    titles = [group.title(id) for id, group in loaded.design.groups.items()]
    assert titles == ["Europe · region", "us · region", "core · team"]
    assert loaded.design.groups["us"].members == ("app",)


def test_an_unknown_member_is_an_error_with_a_suggestion():
    assert told("  eu: {kind: region, members: [gate, scor]}\n") == snapshot(
        ["9:38 DK021 component 'scor' does not exist; did you mean score?"]
    )


def test_a_member_of_two_groups_of_a_kind_is_an_error():
    groups = """\
  eu: {kind: region, members: [gate, score]}
  us: {kind: region, members: [app, gate]}
"""
    assert told(groups) == snapshot(
        [
            "10:37 DK013 gate is in the region eu already; a component is in one group of a kind: split it, or take it out of one"
        ]
    )


def test_a_member_that_is_named_twice_is_an_error():
    assert told("  eu: {kind: region, members: [gate, gate]}\n") == snapshot(
        [
            "9:38 DK013 gate is in the region eu already; a component is in one group of a kind: split it, or take it out of one"
        ]
    )


@pytest.mark.parametrize(
    "group",
    [
        "{kind: planet, members: [app]}",
        "{members: [app]}",
        "{kind: region}",
        "{kind: region, members: [app], region: eu}",
        "[app, gate]",
    ],
)
def test_what_is_no_group_does_not_load(group: str):
    assert told(f"  eu: {group}\n")


def test_the_id_of_a_group_is_one():
    assert told("  EU: {kind: region, members: [app]}\n") == snapshot(
        ["9:3 DK023 'EU' is no id: use small letters, digits and hyphens; call it eu"]
    )
