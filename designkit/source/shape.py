"""From plain values to a `Design`: every shape error at its place, none hiding another.

What is wrong is reported and taken out, and the rest is read again, until what is
left is a design. So the checks that follow still see all that was right.
"""

from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from designkit.model.design import Design
from designkit.source.attributes import split_component
from designkit.source.fault import LoadFault
from designkit.source.flows import ID, WrittenFlow
from designkit.source.node import Path, Plain
from designkit.source.report import Report
from designkit.source.suggestion import suggest

ABSENT = "none"
STEPS_AT_MOST = 200
PLACEHOLDERS: Mapping[str, object] = {
    "designkit": 1,
    "name": "untitled",
    "system": "generic",
    "components": {},
}
"""What stands for a required key that is missing, so that reading can go on."""

BY_ID = ("components", "features", "models", "datasets", "sources")
"""The sections that are mappings from ids."""

Tree = dict[str, object]


def shape_design(
    report: Report,
    flows: tuple[WrittenFlow, ...],
    steps: Mapping[int, list[tuple[WrittenFlow, Path]]],
) -> Design:
    """Make a design of all that is right in the document of `report`."""
    plain = report.root.plain()
    if not isinstance(plain, dict):
        report.add(LoadFault.WRONG_SHAPE, (), "a design is a mapping of sections")
        plain = {}
    absent = frozenset(_take_absent(plain, ()))
    _check_ids(plain, report)
    tree: Tree = {**plain, "flows": [flow.plain() for flow in flows]}
    tree["components"] = _components(plain.get("components"), report)
    _put_steps(tree, steps)
    tree["absent"] = absent
    return _validate(tree, flows, report)


def _take_absent(plain: Plain, path: tuple[str, ...]) -> Iterator[str]:
    """Take out what says ``none`` or says nothing; give the paths that say ``none``."""
    if isinstance(plain, list):
        for index, item in enumerate(plain):
            yield from _take_absent(item, (*path, str(index)))
    if not isinstance(plain, dict):
        return
    for key, value in tuple(plain.items()):
        if value is None or value == ABSENT:
            del plain[key]
        if value == ABSENT:
            yield ".".join((*path, key))
        yield from _take_absent(value, (*path, key))


def _check_ids(plain: Mapping[str, Plain], report: Report) -> None:
    for section in BY_ID:
        ids = plain.get(section)
        for id in ids if isinstance(ids, dict) else ():
            if not ID.match(id):
                message = f"{id!r} is no id: use small letters, digits and hyphens"
                report.add(LoadFault.BAD_ID, (section, id), message, key=True)


def _components(plain: Plain, report: Report) -> object:
    if not isinstance(plain, dict):
        return plain
    if not plain:
        report.add(
            LoadFault.MISSING_KEY, ("components",), "a design has components", key=True
        )
    return {
        id: component
        for id, value in plain.items()
        if (component := _component(id, value, report)) is not None
    }


def _component(id: str, value: Plain, report: Report) -> dict[str, object] | None:
    if isinstance(value, dict):
        return split_component(id, value, report)
    message = "a component is a mapping, like {kind: gateway, technology: Envoy}"
    report.add(LoadFault.WRONG_SHAPE, ("components", id), message)
    return None


def _put_steps(tree: Tree, steps: Mapping[int, list[tuple[WrittenFlow, Path]]]) -> None:
    scenarios = tree.get("scenarios")
    if not isinstance(scenarios, list):
        return
    for index, scenario in enumerate(scenarios):
        if isinstance(scenario, dict) and "steps" in scenario:
            scenario["steps"] = [
                {k: v for k, v in flow.plain().items() if k != "mode"}
                for flow, _ in steps.get(index, ())
            ]


def _validate(tree: Tree, flows: tuple[WrittenFlow, ...], report: Report) -> Design:
    """Read `tree` as a design, taking out what is wrong until nothing is.

    Each round takes out at least one value, so it ends.
    """
    for _ in range(STEPS_AT_MOST):
        try:
            return Design.model_validate(tree)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                _report(detail, flows, report)
                _prune(tree, detail)
    return Design.model_validate(dict(PLACEHOLDERS))


def _written_path(loc: Path, flows: tuple[WrittenFlow, ...]) -> Path:
    """Return where in the document the value at `loc` of the tree was written."""
    if len(loc) > 1 and loc[0] == "flows" and isinstance(loc[1], int):
        return (*flows[loc[1]].path, *loc[2:])
    return tuple(step for step in loc if step != "attributes")


def _report(
    detail: ErrorDetails, flows: tuple[WrittenFlow, ...], report: Report
) -> None:
    path = _written_path(detail["loc"], flows)
    key = str(path[-1]) if path else ""
    match detail["type"]:
        case "extra_forbidden":
            known = keys_at(detail["loc"][:-1])
            help = suggest(key, known)
            message = f"unknown key {key!r}{_in(path[:-1])}"
            report.add(LoadFault.UNKNOWN_KEY, path, message, help=help, key=True)
        case "missing":
            message = f"{key} is missing{_in(path[:-1])}"
            report.add(LoadFault.MISSING_KEY, path, message, key=True)
        case "quantity":
            report.add(LoadFault.BAD_QUANTITY, path, f"{key}: {detail['msg']}")
        case "literal_error":
            wanted = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
            message = f"{key} is {detail['input']!r}, not {wanted}"
            help = suggest(
                str(detail["input"]), wanted.replace(" or ", ", ").split(", ")
            )
            report.add(LoadFault.BAD_VALUE, path, message, help=help)
        case _:
            message = f"{key or 'this'} has the wrong shape: {_wanted(detail)}"
            report.add(LoadFault.WRONG_SHAPE, path, message)


def _in(path: Path) -> str:
    return f" in {'.'.join(str(step) for step in path)}" if path else ""


def _wanted(detail: ErrorDetails) -> str:
    """Say in plain words what was wanted instead."""
    match detail["type"]:
        case "tuple_type" | "list_type":
            return "a list is wanted"
        case "dict_type" | "model_type" | "mapping_type" | "model_attributes_type":
            return "a mapping is wanted"
        case "bool_type" | "bool_parsing":
            return "true or false is wanted"
        case "string_type":
            return "a text is wanted"
        case _:
            return detail["msg"][:1].lower() + detail["msg"][1:]


def _prune(tree: Tree, detail: ErrorDetails) -> None:
    """Take the faulty value out of `tree`, or the part that cannot be without it."""
    loc = detail["loc"]
    if detail["type"] == "missing":
        loc = loc[:-1]
    if len(loc) == 0:
        key = str(detail["loc"][-1])
        tree[key] = PLACEHOLDERS[key]
    elif len(loc) == 1 and str(loc[0]) in PLACEHOLDERS:
        tree[str(loc[0])] = PLACEHOLDERS[str(loc[0])]
    else:
        _take_out(tree, loc)


def _take_out(tree: Tree, loc: Path) -> None:
    """Delete what is at `loc`; in a list an empty text keeps the place of its peers."""
    holder: object = tree
    for step in loc[:-1]:
        if isinstance(holder, dict) and step in holder:
            holder = holder[step]
        elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
            holder = holder[step]
    last = loc[-1]
    if isinstance(holder, dict):
        holder.pop(last, None)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        del holder[last]


def keys_at(loc: Path) -> tuple[str, ...]:
    """Return the keys that the part of a design at `loc` may have."""
    model: object = Design
    for step in loc:
        sections = tuple(_sections(model))
        if not sections:
            return ()
        section = sections[0]
        fields = {f.alias or name: f for name, f in section.model_fields.items()}
        if step in fields:
            model = fields[str(step)].annotation
    found = tuple(_sections(model))
    return tuple(_keys(found[0])) if found else ()


def _keys(section: type[BaseModel]) -> Iterator[str]:
    for name, field in section.model_fields.items():
        if name not in ("absent", "id", "attributes"):
            yield field.alias or name


def _sections(annotation: object) -> Iterator[type[BaseModel]]:
    """Find the models inside an annotation such as ``tuple[Rung, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _sections(inner)
