"""Whether the components of a design fit together: types, inputs, cycles, orphans."""

from collections import Counter

from designkit.catalog.kinds import converters, kind, may_give
from designkit.diagnostics import Span
from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.source.fault import LoadFault
from designkit.source.flows import WrittenFlow
from designkit.source.node import Path
from designkit.source.report import Report

PATHS_SHOWN = 3


def check_wiring(
    design: Design, flows: tuple[WrittenFlow, ...], report: Report, *, whole: bool
) -> None:
    """Report flows of a wrong type, missing inputs, synchronous cycles and orphans.

    What is missing is only looked for in a `whole` design: where something wrong was
    left out, its absence is not another fault.
    """
    graph = Graph(design)
    written = {
        (flow.source.id, flow.target.id, flow.mode, flow.plain().get("carries")): flow
        for flow in reversed(flows)
    }
    for flow in design.flows:
        at = written[flow.source, flow.target, flow.mode.value, flow.carries]
        _check_type(design, flow, at, report)
    _check_duplicates(design, written, report)
    _check_cycles(graph, written, report)
    if whole:
        _check_inputs(design, graph, report)
        _check_orphans(design, graph, report)


def _check_orphans(design: Design, graph: Graph, report: Report) -> None:
    for id in design.components:
        if design.flows and not graph.incoming[id] and not graph.outgoing[id]:
            message = f"{id} has no flows"
            help = "connect it or delete it"
            report.add(
                LoadFault.ORPHAN, ("components", id), message, help=help, key=True
            )


def _check_type(design: Design, flow: Flow, at: WrittenFlow, report: Report) -> None:
    """Report a type that the source does not give or the target does not take."""
    source = kind(design.components[flow.source].kind)
    target = kind(design.components[flow.target].kind)
    if flow.carries is None or source is None or target is None:
        return
    if flow.carries not in may_give(source):
        message = f"{flow.source} is a {source.name}, which gives no {flow.carries}"
        help = _way(source.gives, flow.carries, "it gives", source.gives)
        _mismatch(at, at.source.span, message, help, report)
    if flow.carries not in target.takes:
        message = f"{flow.target} is a {target.name}, which takes no {flow.carries}"
        help = _way((flow.carries,), target.takes, "it takes", target.takes)
        _mismatch(at, at.target.span, message, help, report)


def _mismatch(
    at: WrittenFlow, span: Span, message: str, help: str, report: Report
) -> None:
    report.add(LoadFault.TYPE_MISMATCH, at.path, message, help=help, span=span)


def _way(
    given: tuple[str, ...],
    wanted: str | tuple[str, ...],
    verb: str,
    listed: tuple[str, ...],
) -> str:
    """Name kinds that turn what is given into what is wanted, else what is listed."""
    targets = (wanted,) if isinstance(wanted, str) else wanted
    found = [
        f"a {name} turns {have} into {want}"
        for have in given
        for want in targets
        for name in converters(have, want)
        if have != want
    ]
    plain = f"{verb} {', '.join(listed) or 'nothing'}"
    return f"{plain}; {'; '.join(found[:2])}" if found else plain


def _check_duplicates(
    design: Design,
    written: dict[tuple[str, str, str, object], WrittenFlow],
    report: Report,
) -> None:
    counts = Counter(
        (f.source, f.target, f.mode.value, f.carries) for f in design.flows
    )
    for flow, number in counts.items():
        if number > 1:
            message = f"{flow[0]} -> {flow[1]}: {flow[3]} is written {number} times"
            path = written[flow].path
            report.add(LoadFault.DUPLICATE_FLOW, path, message, key=True)


def _check_inputs(design: Design, graph: Graph, report: Report) -> None:
    """Report components that have flows but lack one without which they cannot work."""
    for id, component in design.components.items():
        incoming = graph.incoming[id]
        found = kind(component.kind)
        connected = incoming or graph.outgoing[id]
        if found is None or not connected or any(f.carries is None for f in incoming):
            continue
        for need in found.needs:
            if need not in {flow.carries for flow in incoming}:
                path: Path = ("components", id)
                message = f"{id} is a {found.name} and gets no {need}"
                help = _givers(design, need)
                report.add(LoadFault.MISSING_INPUT, path, message, help=help, key=True)


def _givers(design: Design, need: str) -> str:
    """Say which components of the design could give what is needed."""
    able = [
        id
        for id, component in design.components.items()
        if (found := kind(component.kind)) and need in found.gives
    ]
    if able:
        return f"{need} can come from {', '.join(able[:PATHS_SHOWN])}"
    return f"nothing in this design gives {need}"


def _check_cycles(
    graph: Graph,
    written: dict[tuple[str, str, str, object], WrittenFlow],
    report: Report,
) -> None:
    for cycle in graph.cycles():
        ends = (cycle[0], cycle[1 % len(cycle)])
        flow = next(f for f in graph.synchronous if f.ends == ends)
        at = written[flow.source, flow.target, flow.mode.value, flow.carries]
        round_trip = " -> ".join((*cycle, cycle[0]))
        report.add(
            LoadFault.SYNCHRONOUS_CYCLE,
            at.path,
            f"these wait for each other: {round_trip}",
            help="break it with a cache or a stream, or make one a response",
            key=True,
        )
