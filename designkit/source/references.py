"""Whether every name that a design uses names something in it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from designkit.catalog.systems import SYSTEMS, system
from designkit.model.design import Design
from designkit.model.figures import stated_quantities
from designkit.model.quantity import Origin
from designkit.source.fault import LoadFault
from designkit.source.flows import Word, WrittenFlow
from designkit.source.node import Path
from designkit.source.report import Report
from designkit.source.suggestion import suggest

Reference = tuple[Path, str, str]
"""Where a name is used, the name, and the section that should hold it."""


def check_references(
    design: Design,
    declared: Mapping[str, Collection[str]],
    flows: Iterable[WrittenFlow],
    steps: Mapping[int, list[tuple[WrittenFlow, Path]]],
    report: Report,
) -> None:
    """Report every name that nothing in the design has.

    `declared` holds the ids written in each section, also those whose element was
    wrong and therefore taken out: a typo in a component is not also a dangling flow.
    """
    if system(design.system) is None:
        help = suggest(design.system, (item.name for item in SYSTEMS))
        help = help or f"known: {', '.join(item.name for item in SYSTEMS)}"
        message = f"unknown system {design.system!r}"
        report.add(LoadFault.UNKNOWN_SYSTEM, ("system",), message, help=help)
    for path, name, section in _references(design):
        if name not in declared[section]:
            message = f"{_one(section)} {name!r} does not exist"
            help = suggest(name, declared[section])
            report.add(LoadFault.UNKNOWN_ID, path, message, help=help)
    for flow in flows:
        _check_end(flow.source, flow.path, declared["components"], report)
        _check_end(flow.target, flow.path, declared["components"], report)
    _check_steps(design, declared["components"], steps, report)


def _one(section: str) -> str:
    return section.removesuffix("s")


def _check_end(
    word: Word, path: Path, components: Collection[str], report: Report
) -> None:
    if word.id not in components:
        message = f"component {word.id!r} does not exist"
        help = suggest(word.id, components)
        report.add(LoadFault.UNKNOWN_ID, path, message, help=help, span=word.span)


def _check_steps(
    design: Design,
    components: Collection[str],
    steps: Mapping[int, list[tuple[WrittenFlow, Path]]],
    report: Report,
) -> None:
    ends = {flow.ends for flow in design.flows}
    for step, path in (step for found in steps.values() for step in found):
        known = step.source.id in components and step.target.id in components
        if not known:
            _check_end(step.source, path, components, report)
            _check_end(step.target, path, components, report)
        elif (step.source.id, step.target.id) not in ends:
            message = f"no flow runs from {step.source.id} to {step.target.id}"
            help = "a step of a scenario is a flow of the section flows"
            report.add(LoadFault.UNKNOWN_FLOW, path, message, help=help)


def _references(design: Design) -> Iterator[Reference]:
    """Give every use of an id outside the flows."""
    for id, feature in design.features.items():
        at: Path = ("features", id)
        yield from _each((*at, "online-by"), feature.online_by, "components")
        yield from _each((*at, "offline-by"), feature.offline_by, "components")
        yield from _each((*at, "used-by"), feature.used_by, "models")
    for id, model in design.models.items():
        at = ("models", id)
        yield from _each((*at, "trained-by"), model.trained_by, "components")
        yield from _each((*at, "served-by"), model.served_by, "components")
        yield from _each((*at, "datasets"), model.datasets, "datasets")
    for id, dataset in design.datasets.items():
        yield from _each(("datasets", id, "built-by"), dataset.built_by, "components")
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
