"""The design of a file that did not load in part, with what is unknown marked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from designkit.catalog.kinds import all_kinds, may_give, may_take
from designkit.model.component import Component, Flow
from designkit.model.design import BY_ID, Design
from designkit.model.partial import Partial, partial, unknown_in
from designkit.model.unknown import OneOf, Open, OpenMapping
from designkit.source.flows import WrittenFlow
from designkit.source.inside import KEY as HOST
from designkit.source.load_code import LoadCode
from designkit.source.marking import Marking, fields_of, unset, with_unknown
from designkit.source.node import Path
from designkit.source.report import Loss
from designkit.source.settling import Settled
from designkit.text.slips import slips

Placed = tuple[Flow, Path]
"""A flow and where it was written."""


@dataclass(frozen=True)
class Unread:
    """What of a document is unknown.

    `lost` is what could not be read, `nameless` the names, each with its section, that
    nothing has, and `flows` and `steps` are those that were read.
    """

    lost: Sequence[Loss]
    nameless: Collection[tuple[str, str]]
    flows: Sequence[WrittenFlow]
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
    """Whether a flow may be missing: not where one that was read says what is wrong.

    A host that is not known calls its part all the same.
    """
    if not _in_flows(loss):
        return loss.path[:1] == ("components",) and loss.path[2:3] == (HOST,)
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
    """Return the sections that may lack an entry, since something names it.

    Where the name is a slip for one that is there, that was meant, and none is missing.
    Of a section that was not read at all, nothing is known anyway.
    """
    found: dict[str, Mapping[str, object]] = {}
    found["components"] = _known_first(design.components)
    sections = dict.fromkeys(section for section, _ in unread.nameless)
    read = {*BY_ID} - unknown_in(design)
    for section in (it for it in sections if it in read):
        entries: Mapping[str, object] = found.get(section) or getattr(design, section)
        names = [name for of, name in unread.nameless if of == section]
        strange = [name for name in names if not _is_there(name, entries, unread)]
        if strange:
            maybe = _undeclared(strange, unread) if section == "components" else {}
            found[section] = OpenMapping(entries, maybe=maybe)
    return found


def _is_there(name: str, entries: Mapping[str, object], unread: Unread) -> bool:
    """Whether `name` is a slip for an entry, which fits the flows of a component."""
    kinds = _kinds_at(name, unread.flows)
    meant = [entries[each] for each in slips(name, entries)]
    parts = [part for part in meant if isinstance(part, Component) and kinds]
    unfit = [part for part in parts if not unknown_in(part) and part.kind not in kinds]
    return len(meant) > len(unfit)


def _undeclared(ids: Iterable[str], unread: Unread) -> Mapping[str, Component]:
    """Return the components that are named and not declared, as far as flows tell."""
    return {id: _with_kinds(id, _kinds_at(id, unread.flows)) for id in ids}


def _with_kinds(id: str, kinds: Collection[str]) -> Component:
    """Return a component of which nothing is known but which `kinds` it may be of."""
    stated: dict[str, object] = {"id": id, "kind": OneOf(kinds)}
    if not kinds:
        stated.pop("kind")
    return partial(
        Component, stated, [n for n in Component.model_fields if n not in stated]
    )


def _kinds_at(id: str, flows: Iterable[WrittenFlow]) -> Collection[str]:
    """Return the kinds that take what flows bring to `id`, and give what they fetch.

    There are none where no flow says what it carries.
    """
    given = {_carried(flow) for flow in flows if flow.source.id == id}
    taken = {_carried(flow) for flow in flows if flow.target.id == id}
    if not {*given, *taken} - {""}:
        return ()
    return [
        each.name
        for each in all_kinds()
        if taken - {""} <= may_take(each) and given - {""} <= may_give(each)
    ]


def _carried(flow: WrittenFlow) -> str:
    """Return the data type of a flow as it is written, if it says one."""
    return str(flow.options.get("carries") or "")


def _known_first(components: Mapping[str, Component]) -> Mapping[str, Component]:
    """Put the components of unknown kind behind the others."""
    pairs = components.items()
    return dict(sorted(pairs, key=lambda pair: "attributes" in unknown_in(pair[1])))
