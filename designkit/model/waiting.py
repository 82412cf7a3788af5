"""What a request waits for, step by step: who begins when which others are done."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from designkit.model.component import Flow, Mode

REPLY = "response"
"""The data type that closes the request path."""

REPLIES = frozenset({REPLY, "completion", "tool-result"})
"""Data types that always answer a call; they are left out of paths and cycles."""


def waits(flow: Flow) -> bool:
    """Whether somebody waits at one end of `flow` for the other; a reply waits not."""
    answered = flow.answer or flow.carries in REPLIES
    return flow.mode.is_synchronous and not answered


def answers(flow: Flow) -> bool:
    """Whether `flow` brings back what somebody waits for: a reply, or more."""
    return flow.mode.is_synchronous and (flow.answer or flow.carries in REPLIES)


def asker(flow: Flow) -> str:
    """Return who waits at `flow`: whoever calls, whoever reads."""
    return flow.source if flow.mode is Mode.CALL else flow.target


def asked(flow: Flow) -> str:
    """Return who is waited for at `flow`: whoever is called, whatever is read."""
    return flow.target if flow.mode is Mode.CALL else flow.source


class Step(NamedTuple):
    """A component at work in a request, or one that a `reader` reads."""

    component: str
    reader: str = ""


@dataclass(frozen=True)
class Waiting:
    """The steps of a request, made of the `flows` on which somebody waits.

    A component begins when all its callers are done and all that it reads is read; it
    reads as soon as it is called. What one calls and reads begins at once, unless a
    flow says `after`: then when those have answered, with all that they alone call.
    The parts that it runs in its own process are its own work: its calls come after.
    """

    flows: tuple[Flow, ...]

    @cached_property
    def before(self) -> Mapping[Step, tuple[Step, ...]]:
        """For each step, those that it waits for, its callers first."""
        found: dict[Step, dict[Step, None]] = {}
        for flow in self.flows:
            caller, answering = Step(asker(flow)), self._step(flow)
            found.setdefault(caller, {})
            found.setdefault(answering, {})
            if flow.mode is Mode.CALL:
                found[answering][caller] = None
        for flow in self.flows:
            step, waits_for = self._step(flow), self._before_begin(flow)
            found[step] |= dict.fromkeys(waits_for)
            if flow.mode is Mode.LOOKUP and not self.is_late(flow):
                found[Step(flow.target)][step] = None
        return {step: tuple(steps) for step, steps in found.items()}

    def circle(self) -> tuple[str, ...]:
        """Return components that wait for each other in a circle, if any do."""
        try:
            TopologicalSorter(self.before).prepare()
        except CycleError as error:
            steps: list[Step] = error.args[1]
            return tuple(dict.fromkeys(step.component for step in steps))
        return ()

    def is_late(self, flow: Flow) -> bool:
        """Whether `flow` is a lookup that waits for a call of its reader to come back.

        All else that a component reads comes before its own work, and its calls after.
        """
        return flow.mode is Mode.LOOKUP and flow.ends in self._late

    def reached(self, start: str) -> frozenset[str]:
        """Return `start` and what it calls, to the end of every chain of calls."""
        found, waiting = {start}, [start]
        while waiting:
            new = [id for id in self._called.get(waiting.pop(), ()) if id not in found]
            found.update(new)
            waiting += new
        return frozenset(found)

    def steps_of(self, ids: Iterable[str]) -> Iterator[Step]:
        """Give the work of the components `ids`, and what they read after a call."""
        for id in ids:
            yield Step(id)
            yield from self._read_late.get(id, ())

    @cached_property
    def _called(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for flow in self.flows:
            if flow.mode is Mode.CALL:
                found.setdefault(flow.source, []).append(flow.target)
        return {id: tuple(dict.fromkeys(called)) for id, called in found.items()}

    @cached_property
    def _read(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for flow in self.flows:
            if flow.mode is Mode.LOOKUP:
                found.setdefault(flow.target, set()).add(flow.source)
        return {id: frozenset(read) for id, read in found.items()}

    @cached_property
    def _read_late(self) -> Mapping[str, tuple[Step, ...]]:
        """For each reader, what it reads after a call."""
        found: dict[str, list[Step]] = {}
        for store, reader in self._late:
            found.setdefault(reader, []).append(Step(store, reader))
        return {reader: tuple(steps) for reader, steps in found.items()}

    @cached_property
    def _late(self) -> Mapping[tuple[str, str], None]:
        """The ends of lookups after a call of their reader, or after such a lookup."""
        after: dict[tuple[str, str], list[tuple[str, str]]] = {}
        waiting = []
        for flow in self.flows:
            if flow.mode is Mode.LOOKUP:
                called = self._called.get(flow.target, ())
                waiting += [flow.ends for id in flow.after if id in called]
                for id in flow.after:
                    after.setdefault((id, flow.target), []).append(flow.ends)
        found: dict[tuple[str, str], None] = {}
        while waiting:
            ends = waiting.pop()
            waiting += () if ends in found else after.get(ends, ())
            found[ends] = None
        return found

    @staticmethod
    def _step(flow: Flow) -> Step:
        is_call = flow.mode is Mode.CALL
        return Step(flow.target) if is_call else Step(flow.source, flow.target)

    def _before_begin(self, flow: Flow) -> Iterator[Step]:
        """Give what `flow` waits for, beside the callers of what is called."""
        for id in self._first(flow):
            yield from self._answered(asker(flow), id)
        if flow.mode is Mode.LOOKUP:
            yield from self._begun.get(flow.target, ())

    def _first(self, flow: Flow) -> tuple[str, ...]:
        """Return what `flow` waits for: what it says, and the parts of its caller."""
        is_out = flow.mode is Mode.CALL and not flow.in_process
        parts = self._parts.get(flow.source, ()) if is_out else ()
        return (*flow.after, *(id for id in parts if id not in flow.after))

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        """For each host, its parts to which nothing is drawn: it calls them itself."""
        found: dict[str, list[str]] = {}
        for flow in self.flows:
            if flow.mode is Mode.CALL and flow.in_process and not flow.carries:
                found.setdefault(flow.source, []).append(flow.target)
        return {host: tuple(parts) for host, parts in found.items()}

    @cached_property
    def _begun(self) -> Mapping[str, tuple[Step, ...]]:
        """For each that is called, the steps that are done when it is."""
        found: dict[str, list[Step]] = {}
        for flow in self.flows:
            if flow.mode is Mode.CALL:
                steps = found.setdefault(flow.target, [])
                steps.append(Step(flow.source))
                for id in self._first(flow):
                    steps += self._answered(flow.source, id)
        return {id: tuple(steps) for id, steps in found.items()}

    def _answered(self, caller: str, id: str) -> Iterator[Step]:
        """Give the steps that are done when `caller` has the answer of `id`."""
        if id in self._read.get(caller, ()):
            yield Step(id, caller)
        if id in self._called.get(caller, ()):
            ways = self._ways_to[caller]
            alone = {it for it in self.reached(id) if ways[it] == 1} | {id}
            yield from self.steps_of(sorted(alone))

    @cached_property
    def _ways_to(self) -> Mapping[str, Mapping[str, int]]:
        """For each caller that waits for some, how many of its calls lead where."""
        callers = {asker(f) for f in self.flows if self._first(f)}
        return {
            caller: Counter(
                id for called in self._called[caller] for id in self.reached(called)
            )
            for caller in callers & self._called.keys()
        }
