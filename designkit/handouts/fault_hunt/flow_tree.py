"""Opens the tree of a design, so that every flow has a place of its own; closes it.

In an opened tree the flows are one list in the order of the design, each a mapping of
its ends, its mode and its options, however it was written; so are the steps of the
scenarios. Closed again, it is a document, in which each arrow stands for itself.
"""

from collections.abc import Callable, Mapping

from designkit.model.component import MODE_KEYS, Flow
from designkit.model.reasons import Scenario
from designkit.source.flows import ANSWER
from designkit.source.loader import Loaded
from designkit.source.node import Path, Stretch, YamlNode
from designkit.source.report import node_at

ENDS = ("source", "target", "mode")
"""What a flow has in an opened tree beside its options."""

KEYS = {mode.value: key for key, mode in MODE_KEYS.items()}
AN_ITEM = len(("flows", "calls", 0))
"""The length of the path of a flow that is a text alone, without options."""


def opened(loaded: Loaded) -> YamlNode:
    """Return the opened tree of a design that loads."""
    root, design = loaded.root, loaded.design
    assert root is not None  # whoever asks has seen that it loads
    assert design is not None
    if section := root.child("flows") if design.flows else None:
        pairs = zip(design.flows, loaded.flow_paths, strict=True)
        flows = tuple(_open_flow(root, flow, path) for flow, path in pairs)
        root = _with_entry(root, "flows", _sequence(flows, section.written))
    scenarios = iter(design.scenarios)
    return _with_scenarios(root, lambda node: _open_steps(node, next(scenarios)))


def closed(root: YamlNode) -> YamlNode:
    """Return the document of an opened tree, less steps along flows that are gone."""
    flows = root.child("flows")
    if flows is None or flows.kind != "sequence":
        return root
    modes: dict[str, list[YamlNode]] = {}
    for item in flows.items:
        modes.setdefault(KEYS[text_at(item, "mode")], []).append(_close_flow(item))
    groups = {
        key: _sequence(tuple(items), flows.written) for key, items in modes.items()
    }
    ends = frozenset(map(ends_of, flows.items))
    root = _with_entry(root, "flows", _mapping(groups, flows.written))
    return _with_scenarios(root, lambda node: _close_steps(node, ends))


def ends_of(flow: YamlNode) -> tuple[str, str]:
    """Return the ids of source and target of a flow or a step of an opened tree."""
    return text_at(flow, "source"), text_at(flow, "target")


def text_at(node: YamlNode, key: str) -> str:
    """Return the scalar at `key` as it is written; nothing where there is none."""
    child = node.child(key)
    return child.text if child else ""


def _open_flow(root: YamlNode, flow: Flow, path: Path) -> YamlNode:
    written = node_at(root, path)
    assert written is not None  # the loader read the flow there
    place = written.written
    ends = zip(ENDS, (*flow.ends, flow.mode.value), strict=True)
    stated = {key: _scalar(text, place) for key, text in ends}
    return _mapping({**stated, **_own(flow, _options(written, len(path)))}, place)


def _own(flow: Flow, options: Mapping[str, YamlNode]) -> Mapping[str, YamlNode]:
    """Return the options of `flow` alone, where a call is written with its answer."""
    carries = options.get("carries")
    if carries is None or ANSWER not in carries.text or flow.carries is None:
        return options
    own = {"carries": _scalar(flow.carries, carries.written)}
    return own if flow.answer else {**options, **own}


def _options(written: YamlNode, depth: int) -> Mapping[str, YamlNode]:
    """Return the options of a flow; what stands alone behind it is what it carries."""
    if depth == AN_ITEM:
        return {}
    return written.entries if written.kind == "mapping" else {"carries": written}


def _close_flow(item: YamlNode) -> YamlNode:
    options = {key: node for key, node in item.entries.items() if key not in ENDS}
    arrow = _mapping(options, item.written)
    return _mapping({" -> ".join(ends_of(item)): arrow}, item.written)


def _with_scenarios(root: YamlNode, change: Callable[[YamlNode], YamlNode]) -> YamlNode:
    section = root.child("scenarios")
    if section is None or not section.items:
        return root
    items = tuple(map(change, section.items))
    return _with_entry(root, "scenarios", _sequence(items, section.written))


def _open_steps(node: YamlNode, scenario: Scenario) -> YamlNode:
    place = node.written
    steps = [
        {"source": step.source, "target": step.target, "note": step.note}
        for step in scenario.steps
    ]
    items = tuple(
        _mapping(
            {k: _scalar(t, place) for k, t in step.items() if t is not None}, place
        )
        for step in steps
    )
    return _with_entry(node, "steps", _sequence(items, place)) if items else node


def _close_steps(node: YamlNode, ends: frozenset[tuple[str, str]]) -> YamlNode:
    steps = node.child("steps")
    if steps is None or not steps.items:
        return node
    kept = (step for step in steps.items if ends_of(step) in ends)
    items = tuple(_close_step(step) for step in kept)
    return _with_entry(node, "steps", _sequence(items, steps.written))


def _close_step(step: YamlNode) -> YamlNode:
    text, note = " -> ".join(ends_of(step)), step.child("note")
    return _mapping({text: note}, step.written) if note else _scalar(text, step.written)


def _with_entry(node: YamlNode, key: str, value: YamlNode) -> YamlNode:
    places = {**node.key_stretches, key: node.key_stretches.get(key, value.written)}
    return node._replace(value={**node.entries, key: value}, key_stretches=places)


def _mapping(entries: Mapping[str, YamlNode], place: Stretch) -> YamlNode:
    return YamlNode(
        "mapping", dict(entries), "", place, None, dict.fromkeys(entries, place)
    )


def _sequence(items: tuple[YamlNode, ...], place: Stretch) -> YamlNode:
    return YamlNode("sequence", items, "", place)


def _scalar(text: str, place: Stretch) -> YamlNode:
    return YamlNode("scalar", text, text, place)
