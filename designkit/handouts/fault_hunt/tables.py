"""What a design states, table by table, in as little room as it takes.

Everything in which a fault may lie stands here: each part with all that it states, each
flow, each section. Texts are as their author wrote them.
"""

from collections.abc import Iterable, Iterator

from designkit.documents.paper import Block, Heading, Table
from designkit.documents.write_up.architecture import by_stage
from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.flow_tree import text_at
from designkit.handouts.fault_hunt.visible import parts_of
from designkit.handouts.fault_hunt.wording import text_of
from designkit.source.node import Path, YamlNode

OPENING = ("problem", "workload", "objectives")
PROVING = ("evaluation", "experiment", "privacy")
"""The sections that stand before and behind the parts."""

SHORT = 24
"""Characters of a value that shares its line with others."""


def contents(draft: Draft) -> Iterator[Block]:
    """Give what a design states, table by table."""
    yield from _titled("The task, the load and the promises", _sections(draft, OPENING))
    yield from _titled("The parts", _components(draft))
    yield from _titled("The flows", _flows(draft))
    yield from _titled("What is learnt", _learnt(draft))
    yield from _titled("How it is judged", _sections(draft, PROVING))


def _titled(title: str, table: Table) -> Iterator[Block]:
    if table.rows:
        yield Heading(title)
        yield table


def _sections(draft: Draft, names: Iterable[str]) -> Table:
    rows = (row for name in names for row in _section(draft, name))
    return Table(("Section", "What", "Stated"), tuple(rows), (1, 1.4, 5.6))


def _section(draft: Draft, name: str) -> Iterator[tuple[str, str, str]]:
    """Give one row for each long statement, and one for all that are short."""
    stated = tuple(_stated(draft, (name,)))
    brief = [f"{key} {text}" for key, text in stated if len(text) <= SHORT]
    rows = [(key, text) for key, text in stated if len(text) > SHORT]
    if brief:
        rows.append(("in short", "; ".join(brief)))
    for number, row in enumerate(rows):
        yield "" if number else name.capitalize(), *row


def _stated(draft: Draft, path: Path) -> Iterator[tuple[str, str]]:
    """Give what the part at `path` states: keys in words, and the values."""
    for statement in draft.stated.get(path, ()):
        yield statement.key.replace("-", " "), text_of(statement.node)


def _components(draft: Draft) -> Table:
    rows = list[tuple[str, ...]]()
    for stage, components in by_stage(draft.design):
        for number, component in enumerate(components):
            first = "" if number else stage.title
            part = f"`{component.id}` {component.title}"
            stated = _all_stated(draft, ("components", component.id))
            rows.append(
                (first, part, component.kind, component.technology or "", stated)
            )
    headings = ("Stage", "Part", "Kind", "Runs on", "States")
    return Table(headings, tuple(rows), (1, 1.6, 1.2, 1.2, 4))


def _all_stated(draft: Draft, path: Path) -> str:
    return "; ".join(f"{key} {text}" for key, text in _stated(draft, path))


def _flows(draft: Draft) -> Table:
    """List the flows by the part that they leave, and how they do."""
    found: dict[tuple[str, str], list[str]] = {}
    for number, flow in enumerate(draft.flows):
        way = text_at(flow, "source"), text_at(flow, "mode")
        found.setdefault(way, []).append(_flow(draft, number, flow))
    rows = tuple((f"`{a}`", mode, "; ".join(to)) for (a, mode), to in found.items())
    return Table(("From", "How", "To, and what"), rows, (1.2, 0.8, 6))


def _flow(draft: Draft, number: int, flow: YamlNode) -> str:
    options = dict(_stated(draft, ("flows", number)))
    carries = options.pop("carries", "")
    more = ", ".join(f"{key} {text}" for key, text in options.items())
    what = " ".join(filter(None, (carries, f"({more})" if more else "")))
    return f"`{text_at(flow, 'target')}`{': ' if what else ''}{what}"


def _learnt(draft: Draft) -> Table:
    sorts = ("features", "models", "datasets")
    rows = tuple(
        (sort.removesuffix("s"), _named(path, node), _all_stated(draft, path))
        for sort in sorts
        for path, node in parts_of(draft.root, sort)
    )
    return Table(("Sort", "Name", "States"), rows, (0.8, 1.8, 5.4))


def _named(path: Path, node: YamlNode) -> str:
    return f"`{path[1]}` {text_of(node.child('name'))}".strip()
