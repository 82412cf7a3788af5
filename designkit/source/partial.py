"""The design of a file that did not load in part, with what is unknown marked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.model.partial import Partial, partial, unknown_in
from designkit.model.unknown import Open, OpenMapping
from designkit.source.flows import WrittenFlow
from designkit.source.load_code import LoadCode
from designkit.source.marking import Marking, fields_of, unset, with_unknown
from designkit.source.node import Path
from designkit.source.report import Loss
from designkit.source.settling import Settled
from designkit.text.suggestion import nearest

Placed = tuple[Flow, Path]
"""A flow and where it was written."""


@dataclass(frozen=True)
class Unread:
    """What of a document is unknown.

    `lost` is what could not be read, `nameless` the names, each with its section, that
    nothing has, and `steps` are the steps of its scenarios.
    """

    lost: Sequence[Loss]
    nameless: Collection[tuple[str, str]]
    steps: Sequence[WrittenFlow]


@dataclass(frozen=True)
class PartialDesign:
    """A design of which something is unknown, and where its flows were written.

    Who reads what is unknown gets an `UnknownError`.
    """

    design: Design
    written: tuple[WrittenFlow, ...]

    @property
    def flow_paths(self) -> tuple[Path, ...]:
        """Where each of its flows was written."""
        return tuple(at.path for at in self.written)


def partial_design(
    settled: Settled[Design], written: Collection[WrittenFlow], unread: Unread
) -> PartialDesign | None:
    """Return what is known of a design; nothing if no component is."""
    if not unread.lost:
        return PartialDesign(settled.value, tuple(written))
    lost = tuple(_of_whole_steps(loss) for loss in unread.lost if not _in_flows(loss))
    if any(loss.path in ((), ("components",)) for loss in lost):
        return None
    marked = cast("Design", Marking(settled.place).part(settled.value, (), lost))
    pairs = zip(settled.value.flows, written, strict=True)
    flows = [(_flow(f, at, marked, unread.lost), at) for f, at in pairs]
    ordered = sorted(flows, key=lambda flow: isinstance(flow[0], Partial))
    changes = {
        **_open_sections(marked, unread),
        "flows": _flows([flow for flow, _ in ordered], written, unread),
    }
    design = with_unknown(marked, (), changes)
    return PartialDesign(cast("Design", design), tuple(at for _, at in ordered))


def _in_flows(loss: Loss) -> bool:
    return loss.path[:1] == ("flows",)


def _of_whole_steps(loss: Loss) -> Loss:
    """Take all steps of a scenario for lost where one is: a step stands for several."""
    in_steps = loss.path[:1] == ("scenarios",) and loss.path[2:3] == ("steps",)
    return replace(loss, path=loss.path[:3]) if in_steps else loss


def _flow(flow: Flow, at: WrittenFlow, design: Design, lost: Iterable[Loss]) -> Flow:
    """Mark the ends of a flow that name nothing, and the options that were not read."""
    names, depth = fields_of(Flow), len(at.path)
    ends = {"source": flow.source, "target": flow.target}
    unknown = {end for end, id in ends.items() if id not in design.components}
    for loss in lost:
        if loss.path[:depth] == at.path and len(loss.path) > depth:
            name = names.get(str(loss.path[depth]))
            unknown |= {name} if name else unset(flow)
    return cast("Flow", with_unknown(flow, unknown, {}))


def _flows(
    flows: Sequence[Flow], written: Collection[WrittenFlow], unread: Unread
) -> tuple[Flow, ...]:
    """Return the flows; there may be others where something else could not be read."""
    paths = {at.path for at in written}
    endless = any(_may_be_a_flow(loss, paths) for loss in unread.lost)
    unmet = {loss.path for loss in unread.lost if loss.fault is LoadCode.UNKNOWN_FLOW}
    maybe = [_between(step) for step in unread.steps if step.path in unmet]
    return Open(flows, maybe, endless=endless) if maybe or endless else tuple(flows)


def _may_be_a_flow(loss: Loss, read: Collection[Path]) -> bool:
    """Whether a flow may be missing: not where one that was read says what is wrong."""
    if not _in_flows(loss):
        return False
    if loss.path in read:
        return loss.fault is not LoadCode.UNKNOWN_ID
    return not any(loss.path[:length] in read for length in (3, 4))


def _between(step: WrittenFlow) -> Flow:
    """Return the flow that a step tells of, and that no flow of the design is."""
    ends: dict[str, object] = {"source": step.source.id, "target": step.target.id}
    return partial(Flow, ends, [name for name in Flow.model_fields if name not in ends])


def _open_sections(
    design: Design, unread: Unread
) -> Mapping[str, Mapping[str, object]]:
    """Return the sections that may lack an entry: what is named resembles none of it.

    Where it resembles one, that was meant, and nothing is missing.
    """
    found: dict[str, Mapping[str, object]] = {}
    found["components"] = _known_first(design.components)
    for section in dict.fromkeys(section for section, _ in unread.nameless):
        entries: Mapping[str, object] = found.get(section) or getattr(design, section)
        names = [name for of, name in unread.nameless if of == section]
        if not all(nearest(name, entries) for name in names):
            found[section] = OpenMapping(entries)
    return found


def _known_first(components: Mapping[str, Component]) -> Mapping[str, Component]:
    """Put the components of unknown kind behind the others."""
    pairs = components.items()
    return dict(sorted(pairs, key=lambda pair: "attributes" in unknown_in(pair[1])))
