"""A page for every data type, and their index."""

from collections.abc import Iterator

from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kind import DataType, Kind
from designkit.catalog.kinds import IMPLICIT, all_kinds
from pages.kinds import to_kind
from pages.markdown import bullets, code, link, page, section, table
from pages.shipped import Shipped, designs

SOURCE = "designkit/catalog/data_types.py"
KINDS = "../kinds/"
MOST_FLOWS = 3
"""Flows of each shipped design that a page shows."""


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of each page."""
    yield "data-types/README.md", _index()
    for item in DATA_TYPES:
        yield f"data-types/{item.name}.md", _page(item)


def _index() -> bytes:
    introduction = (
        "A flow carries data of one type. The kind at its source must give that type "
        "and the kind at its target must take it. `metric` and `audit-record` may "
        "come from any component."
    )
    rows = (
        (link(item.name, f"{item.name}.md"), item.definition) for item in DATA_TYPES
    )
    return page("Data types", SOURCE, introduction, table(("Type", "What it is"), rows))


def _is_needed(item: DataType, kind: Kind) -> bool:
    return item.name in kind.needs or any(item.name in it for it in kind.needs_one)


def _page(item: DataType) -> bytes:
    kinds = all_kinds()
    givers = [to_kind(kind.name, KINDS) for kind in kinds if item.name in kind.gives]
    takers = [to_kind(kind.name, KINDS) for kind in kinds if item.name in kind.takes]
    needing = [to_kind(kind.name, KINDS) for kind in kinds if _is_needed(item, kind)]
    others = ["every other kind, if it likes"] if item.name in IMPLICIT else []
    return page(
        item.name,
        SOURCE,
        item.definition,
        f"On an arrow without a note of its own it is shown as “{item.label}”.",
        section("Who gives it", bullets([*givers, *others])),
        section("Who takes it", bullets(takers)),
        section("Who cannot work without it", bullets(needing)),
        section("In the shipped designs", bullets(_flows(item))),
        link("All data types", "README.md"),
    )


def _flows(item: DataType) -> Iterator[str]:
    for each in designs():
        flows = tuple(_written(each, item.name))
        more = len(flows) - MOST_FLOWS
        rest = f" and {more} more" if more > 0 else ""
        name = link(each.design.name, f"../../{each.path}")
        if flows:
            yield f"{name}: {', '.join(flows[:MOST_FLOWS])}{rest}"


def _written(each: Shipped, carries: str) -> Iterator[str]:
    for flow in each.design.flows:
        if flow.carries == carries:
            note = f" ({flow.note})" if flow.note else ""
            yield f"{code(f'{flow.source} -> {flow.target}')}{note}"
