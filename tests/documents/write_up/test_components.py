"""What the appendix of a write-up lists: here, the groups of components."""

from itertools import pairwise

from designkit.documents.paper import Heading, Table
from designkit.documents.write_up.components import components
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Grouped
system: generic
components:
  app: {kind: client, name: Shop}
  gate: {kind: gateway}
"""
GROUPS = """\
groups:
  eu: {name: Europe, kind: region, members: [gate, app]}
  inner: {kind: trust-zone, members: gate}
"""


def groups_of(text: str) -> list[Table]:
    design = load_text(text).design
    assert design is not None
    blocks = list(components(design))
    titled = pairwise(blocks)
    return [
        table
        for heading, table in titled
        if isinstance(heading, Heading) and heading.text == "Groups"
        if isinstance(table, Table)
    ]


def test_groups_are_listed_with_their_members() -> None:
    (table,) = groups_of(DESIGN + GROUPS)
    assert table.rows == (
        ("**Europe** `eu`", "region", "Gate, Shop"),
        ("**inner** `inner`", "trust zone", "Gate"),
    )


def test_a_design_without_groups_lists_none() -> None:
    assert groups_of(DESIGN) == []
