"""What the system is made of: components by stage, flows by mode."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from designkit.documents.paper import Block, Table
from designkit.documents.write_up.architecture import by_stage
from designkit.documents.write_up.blocks import shown, table, under
from designkit.documents.write_up.figures import title_of
from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.pictures.phrases import type_label
from designkit.text.escape import markdown_link

MODE_TITLES: Mapping[Mode, str] = {
    Mode.CALL: "Calls: synchronous, the caller waits",
    Mode.LOOKUP: "Lookups: synchronous reads, the reader waits",
    Mode.STREAM: "Streams: asynchronous, event by event",
    Mode.BATCH: "Batches: on a schedule",
    Mode.CONTROL: "Control: models, policies, alerts, triggers",
}

COMPONENT_COLUMNS = ("Component", "Kind", "Technology", "Takes", "Gives", "Why")
FLOW_COLUMNS = ("From", "To", "Carries", "Note")


def components(design: Design) -> Iterator[Block]:
    """List every component by stage, with what it takes and gives, and why.

    Words of the design's own come first, each with what it means.
    """
    yield from _words(design)
    graph = Graph(design)
    for stage, found in by_stage(design):
        rows = [component_row(graph, component) for component in found]
        listed = table(COMPONENT_COLUMNS, rows)
        yield from under(f"Stage: {stage.title.lower()}", listed)
    yield from under("Groups", _groups(design))


def _groups(design: Design) -> Table | None:
    """List which components run together, are one team's, or are trusted alike."""
    rows = [
        (
            f"**{shown(group.name or id)}** `{id}`",
            group.kind.replace("-", " "),
            ", ".join(title_of(design, member) for member in group.members),
        )
        for id, group in design.groups.items()
    ]
    return table(("Group", "Kind", "Members"), rows)


def _words(design: Design) -> Iterator[Block]:
    """List the kinds and data types that the design does not have of the catalogue."""
    parts = design.components.values()
    kinds = {c.own_kind.name: c.own_kind for c in parts if c.own_kind}
    types = design.vocabulary.types if design.vocabulary else {}
    rows = [
        *((f"`{name}`", it.like, shown(it.definition)) for name, it in kinds.items()),
        *((f"`{name}`", it.like, shown(it.definition)) for name, it in types.items()),
    ]
    if rows:
        yield from under("Words of its own", table(("Word", "Like", "Meaning"), rows))


def component_row(graph: Graph, component: Component) -> tuple[str, ...]:
    """Tell in cells what a component is, what it takes and gives, and why."""
    incoming, outgoing = graph.incoming[component.id], graph.outgoing[component.id]
    return (
        f"**{component.title}** `{component.id}`",
        component.kind_name,
        shown(component.technology),
        _exchanged(graph.design, incoming, "from", lambda flow: flow.source),
        _exchanged(graph.design, outgoing, "to", lambda flow: flow.target),
        " ".join(_told(component)),
    )


def _told(component: Component) -> Iterator[str]:
    """Give why a component is here, what else is to be known, where to read on."""
    yield from (shown(text) for text in (component.why, component.note) if text)
    if component.url:
        yield markdown_link("More", component.url)


def _exchanged(
    design: Design, flows: Iterable[Flow], word: str, other: Callable[[Flow], str]
) -> str:
    """Write what moves, and with whom, one data type after the other."""
    partners: dict[str, dict[str, None]] = {}
    for flow in flows:
        partners.setdefault(flow.type_name or "", {})[other(flow)] = None
    return "; ".join(
        f"{shown(type_label(carried))} {word} ".lstrip()
        + ", ".join(title_of(design, id) for id in ids)
        for carried, ids in partners.items()
    )


def flows(design: Design) -> Iterator[Block]:
    """List every flow by mode."""
    for mode, title in MODE_TITLES.items():
        yield from under(title, _flows(design, mode))


def _flows(design: Design, mode: Mode) -> Table | None:
    rows = [flow_row(design, flow) for flow in design.flows if flow.mode is mode]
    return table(FLOW_COLUMNS, rows)


def flow_row(design: Design, flow: Flow) -> tuple[str, ...]:
    """Tell in cells from where to where a flow leads, what it carries, and a note."""
    return (
        title_of(design, flow.source),
        title_of(design, flow.target),
        shown(type_label(flow.type_name)) if flow.type_name else "",
        "; ".join(_remarks(flow)),
    )


def _remarks(flow: Flow) -> Iterable[str]:
    """Give the note of a flow, then its options."""
    options = {
        "after": ", ".join(flow.after),
        "timeout": flow.timeout,
        "retries": flow.retries,
        "fan-out": flow.fan_out,
        "calls per request": flow.calls_per_request,
        "rate": flow.rate,
        "quota": flow.quota,
        "payload": flow.payload,
        "contract": flow.contract,
    }
    if flow.answer:
        yield "answer"
    if flow.note:
        yield shown(flow.note)
    yield from (f"{name} {shown(value)}" for name, value in options.items() if value)
