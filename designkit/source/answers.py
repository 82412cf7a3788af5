"""Which calls bring an answer back: to whoever called, or to a client that asked.

A call implies its answer. Where the answer is written as a flow of its own it runs the
other way, and is no call: nobody waits for whom it goes to.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from designkit.catalog.data_types import data_type
from designkit.catalog.kind import Reply
from designkit.model.component import Mode
from designkit.model.cycles import knots
from designkit.source.flows import WrittenFlow
from designkit.source.report import DiagnosticLog, node_at

ASKING = "request"
"""The data type of a question: it is never an answer."""

MOST_ASKERS = 50
"""More askers in one knot of calls than this are no design."""

Ends = tuple[str, str]


def with_answers(
    flows: tuple[WrittenFlow, ...], report: DiagnosticLog
) -> tuple[WrittenFlow, ...]:
    """Return `flows` with those marked that bring an answer.

    That is a call against a call, and one that closes the way of a request where it
    began. Of two calls against each other the one with a request asks, else the first;
    at a client, the client.
    """
    direct = _Calls(flows, _clients(report))
    marked = _marked(flows, direct.direct)
    return _marked(marked, _Calls(marked, direct.clients).far)


def _marked(
    flows: Sequence[WrittenFlow], answers: frozenset[int]
) -> tuple[WrittenFlow, ...]:
    return tuple(
        replace(flow, answer=True) if number in answers else flow
        for number, flow in enumerate(flows)
    )


def _clients(report: DiagnosticLog) -> frozenset[str]:
    """Return the ids of the components that are written to be clients."""
    components = node_at(report.root, ("components",))
    return frozenset(
        id
        for id, part in (components.entries if components else {}).items()
        if (kind := part.child("kind")) and kind.text == "client"
    )


@dataclass(frozen=True)
class _Calls:
    """The calls and lookups of a design as they are written."""

    flows: tuple[WrittenFlow, ...]
    clients: frozenset[str]

    @cached_property
    def calls(self) -> Mapping[Ends, list[int]]:
        """The calls between two components, by their numbers, without the answers."""
        found: dict[Ends, list[int]] = {}
        for number, flow in enumerate(self.flows):
            if flow.mode == Mode.CALL and not flow.answer:
                found.setdefault(_ends(flow), []).append(number)
        return found

    @cached_property
    def direct(self) -> frozenset[int]:
        """The calls that run against another call, and answer it."""
        return frozenset(
            number
            for ends in self.calls
            if ends[::-1] in self.calls and ends[0] != ends[1]
            for number in self.calls[ends]
            if self._answers(number, ends)
        )

    def _answers(self, number: int, ends: Ends) -> bool:
        """Whether a call answers one of those against it."""
        flow, there = self.flows[number], self._carried(ends)
        back = self._carried(ends[::-1])
        if _carried(flow) == ASKING or not back:
            return False
        if ASKING in (*back, *there):
            return ASKING in back
        return may_answer(flow) and self._comes_second(ends)

    def _carried(self, ends: Ends) -> tuple[str, ...]:
        """Return what is carried between two components, without replies."""
        flows = (self.flows[number] for number in self.calls[ends])
        return tuple(_carried(flow) for flow in flows if not _replies(flow))

    def _comes_second(self, ends: Ends) -> bool:
        source, target = ends
        if (source in self.clients) is not (target in self.clients):
            return target in self.clients
        return self.calls[ends][0] > self.calls[ends[::-1]][0]

    @cached_property
    def far(self) -> frozenset[int]:
        """The calls that answer who asked somebody else, whose request came here."""
        return frozenset(
            number
            for knot in knots(self._onward)
            if len(knot) > 1
            for asker, numbers in islice(self._closing(knot), MOST_ASKERS)
            for number in numbers
            if self.flows[number].source.id in self._reached(asker, knot)
        )

    @cached_property
    def _onward(self) -> Mapping[str, list[str]]:
        """For whom each waits: a caller for the called, a reader for what it reads."""
        found: dict[str, list[str]] = {}
        for flow in self.flows:
            if flow.mode in (Mode.CALL, Mode.LOOKUP) and not _replies(flow):
                source, target = _ends(flow)
                if flow.mode == Mode.LOOKUP:
                    source, target = target, source
                found.setdefault(source, []).append(target)
                found.setdefault(target, [])
        return found

    def _closing(self, knot: frozenset[str]) -> Iterator[tuple[str, list[int]]]:
        """Give who may have asked in a knot, with the calls that may answer it."""
        found: dict[str, list[int]] = defaultdict(list)
        for (source, target), numbers in self.calls.items():
            if source in knot and target in knot and source != target:
                found[target] += [n for n in numbers if self._may_close(n)]
        yield from ((asker, numbers) for asker, numbers in found.items() if numbers)

    def _may_close(self, number: int) -> bool:
        """Whether a call may answer from afar: a client, or others if it says so."""
        flow = self.flows[number]
        return may_answer(flow) and (flow.target.id in self.clients or _says(flow))

    def _reached(self, asker: str, knot: frozenset[str]) -> frozenset[str]:
        """Return what gets the question of `asker` inside a knot."""
        found = {asker}
        waiting = [id for id in self._asked.get(asker, ()) if id in knot]
        while waiting:
            id = waiting.pop()
            if id not in found:
                found.add(id)
                waiting += [it for it in self._onward[id] if it in knot]
        return frozenset(found)

    @cached_property
    def _asked(self) -> Mapping[str, list[str]]:
        """Whom each component asks, with a request or with what says no type."""
        found: dict[str, list[str]] = {}
        for (source, target), numbers in self.calls.items():
            carried = {_carried(self.flows[number]) for number in numbers}
            if carried & {ASKING, ""}:
                found.setdefault(source, []).append(target)
        return found


def may_answer(flow: WrittenFlow) -> bool:
    """Whether what `flow` carries may be an answer; it may where it does not say."""
    found = data_type(_carried(flow))
    return found is None or found.reply is not Reply.NEVER


def _says(flow: WrittenFlow) -> bool:
    return bool(_carried(flow)) and not flow.doubtful


def _replies(flow: WrittenFlow) -> bool:
    found = data_type(_carried(flow))
    return flow.answer or (found is not None and found.reply is Reply.ALWAYS)


def _ends(flow: WrittenFlow) -> Ends:
    return flow.source.id, flow.target.id


def _carried(flow: WrittenFlow) -> str:
    return str(flow.options.get("carries") or "")
