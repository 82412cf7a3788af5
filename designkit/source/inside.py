"""Parts inside other components: a library, a model that its host runs itself.

`in: score` says that a component runs in the process of another. What they tell each
other is then in-process; where nothing is drawn between them, the host calls its part.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from designkit.model.component import Mode
from designkit.source.flows import Word, WrittenFlow
from designkit.source.load_code import LoadCode
from designkit.source.node import YamlNode
from designkit.source.report import DiagnosticLog, node_at

KEY, IN_PROCESS = "in", "in-process"


def with_inside(
    flows: tuple[WrittenFlow, ...], report: DiagnosticLog
) -> tuple[WrittenFlow, ...]:
    """Return `flows` with those in-process that leave no host, and calls of parts.

    Reports a part of itself, a part of a part, and what denies that it is in-process.
    """
    hosts = dict(_hosts(report))
    if not hosts:
        return flows
    inside = tuple(_in_process(flow, hosts, report) for flow in flows)
    return (*inside, *_implied(inside, hosts, report))


def _hosts(report: DiagnosticLog) -> Iterator[tuple[str, str]]:
    """Give each part that has a host, with the host; report what can be none."""
    components = node_at(report.root, ("components",))
    parts = components.entries if components else {}
    for id, part in parts.items():
        if not (host := _host_of(part)):
            continue
        above = _host_of(parts[host]) if host in parts else ""
        if host == id:
            help = f"name the component that {id} is a part of"
            _report(id, f"{id} cannot be in itself", help, report)
        elif above and above != host:
            message = f"{id} is in {host}, which is itself in {above}"
            _report(id, message, f"one level is enough: write in: {above}", report)
        elif host in parts:
            yield id, host


def _host_of(part: YamlNode) -> str:
    host = part.child(KEY)
    is_named = host is not None and host.kind == "scalar" and not host.is_blank
    return host.text if host and is_named and host.text != "none" else ""


def _report(id: str, message: str, help: str, report: DiagnosticLog) -> None:
    report.add(LoadCode.BAD_VALUE, ("components", id, KEY), message, help=help)


def _in_process(
    flow: WrittenFlow, hosts: Mapping[str, str], report: DiagnosticLog
) -> WrittenFlow:
    source, target = flow.source.id, flow.target.id
    if hosts.get(source, source) != hosts.get(target, target) or source == target:
        return flow
    if flow.options.get(IN_PROCESS) in (False, "false"):
        message = f"{source} and {target} are in one process, since one is in the other"
        help = "leave in-process out, or take the part out of its host"
        path = (*flow.path, IN_PROCESS)
        report.add(LoadCode.BAD_VALUE, path, message, help=help)
        return flow
    return replace(flow, options={**flow.options, IN_PROCESS: True})


def _implied(
    flows: tuple[WrittenFlow, ...], hosts: Mapping[str, str], report: DiagnosticLog
) -> Iterator[WrittenFlow]:
    """Give a call of each part to which nothing is drawn in its host.

    A flow of the host to what is not there may be drawn to any of its parts.
    """
    known = node_at(report.root, ("components",))
    there = known.entries if known else {}
    strange = {
        end.id
        for flow in flows
        for end, other in ((flow.source, flow.target), (flow.target, flow.source))
        if end.id in there and other.id not in there
    }
    drawn = {
        id
        for flow in flows
        if IN_PROCESS in flow.options
        for id in (flow.source.id, flow.target.id)
    }
    for id, host in hosts.items():
        if id not in drawn and strange.isdisjoint((id, host)):
            path = ("components", id, KEY)
            span = report.root.locate(path)
            ends = Word(host, span), Word(id, span)
            yield WrittenFlow(*ends, Mode.CALL.value, {IN_PROCESS: True}, path)
