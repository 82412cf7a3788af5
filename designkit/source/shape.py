"""From plain values to a `Design`: every fault of shape at its place."""

import re
from collections.abc import Mapping

from designkit.model.design import BY_ID, Design
from designkit.quantities.writing import shown
from designkit.source.absence import Blank, take_blank
from designkit.source.attributes import attribute_keys, split_component
from designkit.source.changing import without
from designkit.source.flows import ID, WrittenFlow
from designkit.source.including import EXTRA
from designkit.source.keys import (
    keys_of,
    mend_keys,
    report_unknown_key,
    section_at,
)
from designkit.source.load_code import LoadCode
from designkit.source.node import Path, Plain, YamlNode
from designkit.source.report import DiagnosticLog
from designkit.source.settling import Place, Settled, Settling

STAND_INS: Mapping[str, object] = {
    "designkit": 1,
    "name": "untitled",
    "system": "generic",
    "components": {},
}
"""What stands for a required key that is missing, so that reading can go on."""

SECTIONS = keys_of(Design)
COMPONENT = "write one like `gateway: {kind: gateway, technology: Envoy}`"

Tree = dict[str, object]
Steps = Mapping[int, list[WrittenFlow]]
"""The steps of each scenario, by its index."""


def without_extras(root: YamlNode) -> YamlNode:
    """Return the document without the keys that begin with `EXTRA`."""
    extras = [(key,) for key in root.entries if key.startswith(EXTRA)]
    return without(root, extras) if extras else root


def mend_sections(report: DiagnosticLog) -> None:
    """Report misspelt sections, and read them as what they were meant to be."""
    mend_keys((), SECTIONS, report)


def shape_design(
    report: DiagnosticLog, flows: tuple[WrittenFlow, ...], steps: Steps
) -> Settled[Design] | None:
    """Make a design of all that is right in the document of `report`.

    Its flows are `flows`, in the same order. Nothing is left where the document is
    no mapping.
    """
    plain = report.root.as_written()
    if not isinstance(plain, dict):
        help = "write it as sections: name, system, components, flows …"
        report.add(LoadCode.WRONG_SHAPE, (), "this is no design", help=help)
        return None
    if _is_something_else(plain):
        help = "one begins with designkit: 1; `designkit init` writes one"
        message = "this is no design: the key designkit is missing"
        report.add(LoadCode.MISSING_KEY, ("designkit",), message, help=help)
        return None
    blanks = tuple(take_blank(plain))
    _check_blanks(blanks, plain, report)
    if "absent" in plain:
        report_unknown_key(("absent",), SECTIONS, report)
    _check_ids(plain, report)
    tree: Tree = {**plain, "flows": [flow.plain() for flow in flows]}
    if "components" in plain:
        tree["components"] = _components(plain["components"], report)
    _put_steps(tree, steps)
    tree["absent"] = frozenset(
        ".".join(map(str, blank.path)) for blank in blanks if blank.says_none
    )
    place = _place(_places(flows, steps))
    return Settling(Design, tree, place, report, STAND_INS).settle()


def _is_something_else(plain: Mapping[str, Plain]) -> bool:
    """Whether a mapping is a document of another sort, and was never meant as a design.

    A name or a summary may stand in any document.
    """
    telling = {*SECTIONS} - {"name", "summary", "owner", "id"}
    return bool(plain) and telling.isdisjoint(plain)


def _check_blanks(
    blanks: tuple[Blank, ...], plain: Mapping[str, Plain], report: DiagnosticLog
) -> None:
    """Report unknown keys with nothing behind them, which are left out already.

    A comma inside braces makes such keys: ``{assumed: a guess, and a bold one}``.
    """
    for blank in blanks:
        known = _known_at(blank.path[:-1], plain)
        if known and blank.path[-1] not in known:
            report_unknown_key(blank.path, known, report)


def _known_at(path: Path, plain: Mapping[str, Plain]) -> tuple[str, ...]:
    """Return the keys that the mapping at `path` may have; nothing where any may."""
    if path[:1] == ("flows",):
        return ()
    if path[:1] == ("components",) and len(path) > 1:
        return attribute_keys(plain["components"], path[1:])
    section = section_at(Design, path)
    return keys_of(section) if section else ()


def _check_ids(plain: Mapping[str, Plain], report: DiagnosticLog) -> None:
    for section in BY_ID:
        ids = plain.get(section)
        for id in ids if isinstance(ids, dict) else ():
            if not ID.match(id):
                report.add(
                    LoadCode.BAD_ID,
                    (section, id),
                    f"{shown(id)} is no id: use small letters, digits and hyphens",
                    help=_advice(id),
                    key=True,
                    is_read=True,
                )


def _advice(id: str) -> str:
    """Say what an id could be called instead, if that can be guessed."""
    better = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    return f"call it {better}" if ID.match(better) else "start with a small letter"


def _components(plain: Plain, report: DiagnosticLog) -> object:
    if not isinstance(plain, dict):
        return plain
    if not plain:
        message, help = "a design has at least one component", COMPONENT
        report.add(LoadCode.MISSING_KEY, ("components",), message, help=help)
    whole = {id: _as_its_host(value, plain) for id, value in plain.items()}
    return {id: _component(id, value, report) for id, value in whole.items()}


def _as_its_host(part: Plain, parts: Mapping[str, Plain]) -> Plain:
    """Return a part inside another with the replicas of its host."""
    host = parts.get(str(part.get("in"))) if isinstance(part, dict) else None
    if not isinstance(part, dict) or not isinstance(host, dict):
        return part
    return {**part, "replicas": host["replicas"]} if "replicas" in host else part


def _component(id: str, value: Plain, report: DiagnosticLog) -> object:
    if isinstance(value, dict):
        return split_component(id, value, report)
    return value


def _put_steps(tree: Tree, steps: Steps) -> None:
    """Put the steps as they were read where their text stands."""
    scenarios = tree.get("scenarios")
    for index, scenario in enumerate(scenarios if isinstance(scenarios, list) else ()):
        if isinstance(scenario, dict) and isinstance(scenario.get("steps"), list):
            scenario["steps"] = [_step(flow) for flow in steps.get(index, ())]


def _step(flow: WrittenFlow) -> dict[str, Plain]:
    of_flows = ("mode", "answer")
    return {key: value for key, value in flow.plain().items() if key not in of_flows}


def _places(flows: tuple[WrittenFlow, ...], steps: Steps) -> Mapping[Path, Path]:
    """Return where the flows and the steps of the tree were written."""
    of_flows: dict[Path, Path] = {("flows", i): f.path for i, f in enumerate(flows)}
    of_steps: dict[Path, Path] = {
        ("scenarios", index, "steps", number): flow.path
        for index, found in steps.items()
        for number, flow in enumerate(found)
    }
    return of_flows | of_steps


def _place(places: Mapping[Path, Path]) -> Place:
    """Return what finds the place in the document of a path of the tree."""

    def place(path: Path) -> Path:
        for length in (2, 4):
            if path[:length] in places:
                return (*places[path[:length]], *path[length:])
        return path

    return place
