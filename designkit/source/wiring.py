"""Whether the components of a design fit together: types, inputs, cycles, orphans."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from designkit.catalog.data_types import answers_with
from designkit.catalog.kind import Kind
from designkit.catalog.kinds import all_kinds, converters, may_give, may_take
from designkit.diagnostics import Severity, Span
from designkit.model.component import Flow, Mode
from designkit.model.cycles import cycles_of
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.model.partial import unknown_in
from designkit.model.unknown import UnknownError, known
from designkit.model.waiting import REPLIES, Waiting, asked, asker, waits
from designkit.quantities.writing import listed
from designkit.source.flows import WrittenFlow
from designkit.source.identity import flow_name
from designkit.source.kind_of import kind_of
from designkit.source.load_code import LoadCode
from designkit.source.report import DiagnosticLog

GIVERS_SHOWN = 3
WAYS_SHOWN = 2


@dataclass(frozen=True)
class Wiring:
    """A design and where each of its flows was written, in the order of the flows."""

    design: Design
    written: tuple[WrittenFlow, ...]

    @cached_property
    def graph(self) -> Graph:
        """The design as a graph."""
        return Graph(self.design)

    @cached_property
    def flows(self) -> tuple[tuple[Flow, WrittenFlow], ...]:
        """Each flow with where it was written."""
        return tuple(zip(known(self.design.flows), self.written, strict=True))

    @cached_property
    def waiting(self) -> Mapping[tuple[str, str], WrittenFlow]:
        """Who waits for whom, with the first flow that says so.

        A flow whose data type was misspelt may have been meant as a reply.
        """
        return {
            flow.ends: written
            for flow, written in reversed(self.flows)
            if _waits_surely(flow) and not written.doubtful
        }

    @cached_property
    def covering(self) -> frozenset[str]:
        """What covers something, with what is covered: they are connected as well."""
        covered, parts = self.design.covered, self.design.components.items()
        services = (id for id, part in parts if part.texts("covers"))
        return covered.union(services) if covered else covered

    @cached_property
    def givers(self) -> Mapping[str, tuple[str, ...]]:
        """The components whose kind is there to give each data type."""
        found: dict[str, list[str]] = {}
        for id, component in self.design.components.items():
            of = kind_of(component)
            for given in of.gives if of and not of.is_general else ():
                found.setdefault(given, []).append(id)
        return {given: tuple(ids) for given, ids in found.items()}


def check_wiring(wiring: Wiring, report: DiagnosticLog) -> None:
    """Report flows of a wrong type, missing inputs, synchronous cycles and orphans.

    Nothing is said of what touches something that did not load.
    """
    for flow, written in wiring.flows:
        with suppress(UnknownError):
            _check_given(wiring.design, flow, written, report)
    mistaken = set[str]()
    for flow, written in wiring.flows:
        with suppress(UnknownError):
            if not _check_taken(wiring.design, flow, written, report):
                mistaken.add(flow.target)
    _check_duplicates(wiring, report)
    _check_cycles(wiring, report)
    ids = known(wiring.design.components)
    for id in ids:
        with suppress(UnknownError):
            _check_inputs(wiring, id, mistaken, report)
    for id in ids if known(wiring.design.flows) else ():
        with suppress(UnknownError):
            _check_orphan(wiring, id, report)


def _waits_surely(flow: Flow) -> bool:
    try:
        return waits(flow) and all(flow.ends)
    except UnknownError:
        return False


def _check_orphan(wiring: Wiring, id: str, report: DiagnosticLog) -> None:
    """Report `id` if no flow leads to or from it; to be covered connects it as well."""
    graph = wiring.graph
    is_loose = not graph.incoming[id] and not graph.outgoing[id]
    if is_loose and id not in wiring.covering:
        message, help = f"{id} has no flows", "connect it or delete it"
        path = ("components", id)
        report.add(LoadCode.ORPHAN, path, message, help=help, key=True)


def _check_given(
    design: Design, flow: Flow, written: WrittenFlow, report: DiagnosticLog
) -> None:
    """Report a type that the source does not give."""
    source = kind_of(design.components[flow.source])
    if source is None or not flow.carries or _hands_back(design, flow):
        return
    if may_give(source).isdisjoint(_types(flow)):
        message = f"{flow.source} gives no {flow.type_name}: its kind is {source.name}"
        ways = [(given, flow.carries) for given in source.gives]
        help = _way(ways, f"it gives {_listed(source.gives)}")
        _mismatch(flow, written, written.source.span, message, help, report)


def _check_taken(
    design: Design, flow: Flow, written: WrittenFlow, report: DiagnosticLog
) -> bool:
    """Report a type that the target does not take; say whether it takes it."""
    target = kind_of(design.components[flow.target])
    if target is None or flow.carries is None:
        return True
    if flow.answer and answers_with(flow.carries):
        return True
    if may_take(target) & _types(flow):
        return True
    message = f"{flow.target} takes no {flow.type_name}: its kind is {target.name}"
    plain = f"it takes {_listed(target.takes)}"
    help = _way([(flow.carries, taken) for taken in target.takes], plain)
    severity = None
    if step := _missing_step(flow.carries, target):
        help, severity = f"{step} in between; {plain}", Severity.WARNING
    _mismatch(flow, written, written.target.span, message, help, report, severity)
    return False


def _missing_step(given: str, target: Kind) -> str:
    """Say which kind would make what `target` works on of what it is given, if any.

    What a kind cannot work without is that; all that it takes, where it needs nothing.
    """
    needed = (*target.needs, *chain(*target.needs_one))
    wanted = needed or target.takes
    makers = ((name, each) for each in wanted for name in converters(given, each))
    name, made = next(makers, ("", ""))
    return f"{name} would turn {given} into {made}" if name else ""


def _types(flow: Flow) -> set[str]:
    """Return what `flow` carries, and what that is like where it is one's own."""
    return {name for name in (flow.own_type, flow.carries) if name}


def _hands_back(design: Design, flow: Flow) -> bool:
    """Whether an answer need not be of a type that the kind of its source gives.

    Whoever is asked may respond, and hand on what it was answered itself.
    """
    asks = (waits(other) and asker(other) == flow.source for other in design.flows)
    return flow.answer and (flow.carries in REPLIES or any(asks))


def _mismatch(
    flow: Flow,
    at: WrittenFlow,
    span: Span,
    message: str,
    help: str,
    report: DiagnosticLog,
    severity: Severity | None = None,
) -> None:
    code, name = LoadCode.TYPE_MISMATCH, _name(flow)
    report.add(
        code,
        at.path,
        message,
        help=help,
        span=span,
        element=name,
        severity=severity,
    )


def _name(flow: Flow) -> str:
    return flow_name(flow.source, flow.target, flow.type_name)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nothing"


def _way(ways: list[tuple[str, str]], plain: str) -> str:
    """Name kinds that turn what there is into what is wanted, after `plain`."""
    found = [
        f"{name} turns {have} into {want}"
        for have, want in ways
        if have != want
        for name in converters(have, want)
    ]
    return "; ".join([plain, *found[:WAYS_SHOWN]])


def _check_duplicates(wiring: Wiring, report: DiagnosticLog) -> None:
    whole = [(f, at) for f, at in wiring.flows if not unknown_in(f)]
    counts = Counter((f.ends, f.mode, f.type_name) for f, _ in whole)
    for flow, written in whole:
        number = counts.pop((flow.ends, flow.mode, flow.type_name), 0)
        if number > 1:
            report.add(
                LoadCode.DUPLICATE_FLOW,
                written.path,
                f"{_arrow(flow)} is written {number} times",
                help="keep one of them",
                key=True,
                element=_name(flow),
            )


def _arrow(flow: Flow) -> str:
    carries = f": {flow.type_name}" if flow.type_name else ""
    return f"{flow.source} -> {flow.target}{carries}"


def _check_inputs(
    wiring: Wiring, id: str, mistaken: set[str], report: DiagnosticLog
) -> None:
    """Report that `id` has flows but lacks one without which it cannot work."""
    for need in _needs(wiring, id, mistaken):
        kind_name = wiring.design.components[id].kind_name
        each = (giver for one in need for giver in _able(wiring, id, one))
        able = tuple(islice(dict.fromkeys(each), GIVERS_SHOWN))
        named = listed(need, "or")
        report.add(
            LoadCode.MISSING_INPUT,
            ("components", id),
            f"{id} gets no {named}, which {kind_name} needs",
            help=f"{named} can come from {_listed(able)}"
            if able
            else f"nothing in this design gives {named}",
            key=True,
        )


def _able(wiring: Wiring, id: str, need: str) -> Iterator[str]:
    """Give what could bring `need` to `id`, in the order of the file.

    What only hands it on, and comes later in the catalogue, would get it from there.
    """
    order = [of.name for of in all_kinds()]
    at = order.index(wiring.design.components[id].kind)
    for giver in wiring.givers.get(need, ()):
        of = kind_of(wiring.design.components[giver])
        place = order.index(wiring.design.components[giver].kind)
        hands_on = of and need in {*of.needs}.union(*of.needs_one)
        is_later = hands_on and place > at
        if giver != id and not is_later:
            yield giver


def _needs(wiring: Wiring, id: str, mistaken: set[str]) -> Iterator[tuple[str, ...]]:
    """Give what `id` lacks if it is connected; one of each group would do.

    Where a flow says not what it carries, or carries what is not taken, it may have
    been meant to bring what is missing. Whoever reads it by a lookup has asked it.
    """
    graph, of = wiring.graph, kind_of(wiring.design.components[id])
    carried = {flow.carries for flow in graph.incoming[id]}
    is_read = any(flow.mode is Mode.LOOKUP for flow in graph.outgoing[id])
    carried |= {"request"} if is_read else set()
    connected = carried or graph.outgoing[id]
    if of and connected and None not in carried and id not in mistaken:
        lacking = [need for need in of.needs if need not in carried]
        yield from (
            (need,)
            for need in lacking
            if need != "model" or id not in graph.with_models_of_others
        )
        yield from (group for group in of.needs_one if carried.isdisjoint(group))


def _check_cycles(wiring: Wiring, report: DiagnosticLog) -> None:
    cycles = cycles_of(wiring.waiting)
    if not cycles:
        with suppress(UnknownError):
            _check_order(wiring, report)
    for cycle in cycles:
        ends = (cycle[0], cycle[1 % len(cycle)])
        report.add(
            LoadCode.SYNCHRONOUS_CYCLE,
            wiring.waiting[ends].path,
            f"these wait for each other: {' -> '.join((*cycle, cycle[0]))}",
            help="break it with a cache or a stream, or make one an answer",
            key=True,
        )


def _check_order(wiring: Wiring, report: DiagnosticLog) -> None:
    """Report a circle that is only there because of what comes after what."""
    sure = [(flow, at) for flow, at in wiring.flows if _waits_surely(flow)]
    circle = Waiting(tuple(flow for flow, _ in sure)).circle()
    for flow, written in sure if circle else ():
        if flow.after and asked(flow) in circle:
            report.add(
                LoadCode.SYNCHRONOUS_CYCLE,
                (*written.path, "after"),
                f"these wait for each other: {' -> '.join((*circle, circle[0]))}",
                help="let the one that answers first start at once",
                key=True,
            )
            return
