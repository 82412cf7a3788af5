"""Whether every name that a design uses names something in it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from designkit.catalog.systems import SYSTEMS, system
from designkit.model.design import BY_ID, Design
from designkit.model.figures import stated_quantities
from designkit.quantities.quantity import Origin
from designkit.quantities.writing import shown
from designkit.source.absence import is_absent
from designkit.source.flows import Word, WrittenFlow
from designkit.source.load_code import LoadCode
from designkit.source.node import Path
from designkit.source.report import DiagnosticLog, node_at
from designkit.source.settling import Settled
from designkit.text.suggestion import suggest

Reference = tuple[Path, str, str]
"""Where a name is used, the name, and the section that should hold it."""

NESTED: Mapping[str, Path] = {"labels": ("problem", "labels")}
"""What is named by id and stands inside a section."""


@dataclass(frozen=True)
class Declared:
    """The ids that are written in each section, whether or not they are right.

    So a typo in a component is not also a flow that leads nowhere. A section that
    could not be read may hold any id.
    """

    ids: Mapping[str, Collection[str] | None]

    def has(self, section: str, id: str) -> bool:
        """Whether `section` has `id`, or could have it."""
        known = self.ids[section]
        return known is None or id in known

    def near(self, section: str, id: str, report: DiagnosticLog) -> str:
        """Return what helps whoever wrote an `id` that `section` does not have."""
        place = NESTED.get(section, (section,))
        otherwise = f"add it to {'.'.join(map(str, place))}, or correct the name"
        return report.suggest(id, self.ids[section] or (), otherwise)


def declared_in(report: DiagnosticLog) -> Declared:
    """Return the ids that the document of `report` declares."""
    return Declared({section: _ids(section, report) for section in (*BY_ID, *NESTED)})


def _ids(section: str, report: DiagnosticLog) -> Collection[str] | None:
    node = node_at(report.root, NESTED.get(section, (section,)))
    if node is None or is_absent(node):
        return None if section == "components" else frozenset()
    return node.key_stretches.keys() if node.kind == "mapping" else None


def check_references(
    settled: Settled[Design],
    flows: Sequence[WrittenFlow],
    steps: Sequence[WrittenFlow],
    report: DiagnosticLog,
) -> frozenset[tuple[str, str]]:
    """Report every name that nothing has; return each with the section it is not in."""
    declared = declared_in(report)
    _check_system(settled.value.system, report)
    nameless = set[tuple[str, str]]()
    for path, name, section in references(settled.value):
        if not declared.has(section, name):
            nameless.add((section, name))
            place = settled.place(path)
            help = declared.near(section, name, report)
            message = f"{section.removesuffix('s')} {shown(name)} does not exist"
            report.add(LoadCode.UNKNOWN_ID, place, message, help=help)
    for flow in flows:
        _check_ends(flow, declared, report)
    _check_steps(settled.value, steps, declared, report)
    ends = (word.id for flow in (*flows, *steps) for word in (flow.source, flow.target))
    lost = (id for id in ends if not declared.has("components", id))
    return frozenset(nameless.union(("components", id) for id in lost))


def _check_system(name: str, report: DiagnosticLog) -> None:
    if system(name) is None:
        known = [item.name for item in SYSTEMS]
        help = suggest(name, known, f"known: {', '.join(known)}")
        message = f"unknown system {shown(name)}"
        report.add(LoadCode.UNKNOWN_SYSTEM, ("system",), message, help=help)


def _check_ends(flow: WrittenFlow, declared: Declared, report: DiagnosticLog) -> bool:
    """Report the ends of a flow that do not exist; say whether both do."""
    missing = [
        word
        for word in (flow.source, flow.target)
        if not declared.has("components", word.id)
    ]
    for word in missing:
        _report_end(word, flow.path, declared, report)
    return not missing


def _report_end(
    word: Word, path: Path, declared: Declared, report: DiagnosticLog
) -> None:
    message = f"component {shown(word.id)} does not exist"
    help = declared.near("components", word.id, report)
    report.add(LoadCode.UNKNOWN_ID, path, message, help=help, span=word.span)


def _check_steps(
    design: Design,
    steps: Iterable[WrittenFlow],
    declared: Declared,
    report: DiagnosticLog,
) -> None:
    """Report steps that are no flows, unless some flows could not be read."""
    ends = {flow.ends for flow in design.flows}
    unread = any(found.element.startswith("flows") for found in report.found)
    for step in steps:
        known = _check_ends(step, declared, report)
        pair = (step.source.id, step.target.id)
        if known and not unread and pair not in ends:
            message = f"no flow runs from {pair[0]} to {pair[1]}"
            help = f"add {pair[0]} -> {pair[1]} to flows, or correct the step"
            if (pair[1], pair[0]) in ends:
                help = f"a flow runs the other way: {pair[1]} -> {pair[0]}"
            report.add(LoadCode.UNKNOWN_FLOW, step.path, message, help=help, key=True)


def references(design: Design) -> Iterator[Reference]:
    """Give every use of an id outside the flows."""
    for id, feature in design.features.items():
        at: Path = ("features", id)
        yield from _each((*at, "online-by"), feature.online_by, "components")
        yield from _each((*at, "offline-by"), feature.offline_by, "components")
        yield from _each((*at, "data-from"), feature.data_from, "components")
        yield from _each((*at, "used-by"), feature.used_by, "models")
    for id, model in design.models.items():
        at = ("models", id)
        yield from _each((*at, "trained-by"), model.trained_by, "components")
        yield from _each((*at, "served-by"), model.served_by, "components")
        yield from _each((*at, "datasets"), model.datasets, "datasets")
        yield from _each((*at, "labels"), model.labels, "labels")
        for name, head in model.heads.items():
            yield from _each((*at, "heads", name, "label"), head.label, "labels")
    for id, dataset in design.datasets.items():
        yield from _each(("datasets", id, "built-by"), dataset.built_by, "components")
        yield from _each(("datasets", id, "labels"), dataset.labels, "labels")
    for id, component in design.components.items():
        at = ("components", id, "labels")
        yield from _each(at, component.texts("labels"), "labels")
        yield from _each(("components", id, "in"), component.host, "components")
        at, named = ("components", id, "accepted-by"), component.texts("accepted-by")
        yield from _each(at, "".join(named) or None, "components")
        for name, it in component.tables.items():
            at = ("components", id, "tables", name, "written-by")
            yield from _each(at, it.written_by, "components")
            at = ("components", id, "tables", name, "read-by")
            yield from _each(at, it.read_by, "components")
    for id, group in design.groups.items():
        yield from _each(("groups", id, "members"), group.members, "components")
    if design.evaluation:
        judge = design.evaluation.judge
        yield from _each(("evaluation", "judge"), judge, "components")
    for index, mode in enumerate(design.failure_modes):
        yield from _each(("failure-modes", index, "at"), mode.at, "components")
    yield from _cited(design)


def _each(
    path: Path, names: str | tuple[str, ...] | None, section: str
) -> Iterator[Reference]:
    if isinstance(names, str):
        yield path, names, section
    for index, name in enumerate(names if isinstance(names, tuple) else ()):
        yield (*path, index), name, section


def _cited(design: Design) -> Iterator[Reference]:
    """Give every source that a figure names."""
    for path, quantity in stated_quantities(design):
        if quantity.origin is Origin.SOURCE:
            yield (*path, "source"), quantity.note, "sources"
