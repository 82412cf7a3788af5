"""Whether what a flow or a component says of its waiting names what it waits for."""

from collections.abc import Iterable, Iterator, Mapping

from designkit.model.component import Flow, Mode
from designkit.model.design import Design
from designkit.model.waiting import asked, asker, waits
from designkit.quantities.writing import listed, shown
from designkit.source.flows import WrittenFlow
from designkit.source.load_code import LoadCode
from designkit.source.node import Path
from designkit.source.references import Declared
from designkit.source.report import DiagnosticLog
from designkit.source.settling import Settled

SHOWN = 5
"""Names that a hint lists."""

Asked = Mapping[str, Mapping[str, None]]
"""For each that waits, what it waits for, in the order of the file."""


def check_waits(
    settled: Settled[Design],
    flows: Iterable[WrittenFlow],
    declared: Declared,
    report: DiagnosticLog,
) -> None:
    """Report names under `after` and `latency-includes` that are not waited for."""
    design = settled.value
    all_asked = _asked(flow for flow in design.flows if waits(flow))
    for flow, written in zip(design.flows, flows, strict=True):
        known = all_asked.get(asker(flow), {}) if waits(flow) else {}
        message = f"{asker(flow)} neither calls nor reads"
        for path, name in _each((*written.path, "after"), flow.after):
            if _exists(path, name, declared, report) and name not in known:
                others = {it: None for it in known if it != asked(flow)}
                _report(path, f"{message} {name}", others, report)
    read = _asked(f for f in design.flows if waits(f) and f.mode is Mode.LOOKUP)
    for id, component in design.components.items():
        known, at = read.get(id, {}), ("components", id, "latency-includes")
        for path, name in _each(at, component.latency_includes):
            place = settled.place(path)
            if _exists(place, name, declared, report) and name not in known:
                _report(place, f"{id} does not read {name}", known, report)


def _asked(flows: Iterable[Flow]) -> Asked:
    found: dict[str, dict[str, None]] = {}
    for flow in flows:
        found.setdefault(asker(flow), {})[asked(flow)] = None
    return found


def _each(path: Path, names: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    return (((*path, index), name) for index, name in enumerate(names))


def _exists(path: Path, name: str, declared: Declared, report: DiagnosticLog) -> bool:
    if declared.has("components", name):
        return True
    message = f"component {shown(name)} does not exist"
    help = declared.near("components", name, report)
    report.add(LoadCode.UNKNOWN_ID, path, message, help=help)
    return False


def _report(
    path: Path, message: str, known: Mapping[str, None], report: DiagnosticLog
) -> None:
    names = listed(list(known)[:SHOWN], "or") if known else ""
    help = f"name {names}" if names else "only what is called or read can be named"
    report.add(LoadCode.UNKNOWN_FLOW, path, message, help=help)
