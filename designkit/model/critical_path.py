"""The critical path: the calls and lookups that a request waits for longest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from designkit.model.component import Flow, Mode
from designkit.model.design import Design
from designkit.model.waiting import Step, Waiting, answers

Percentile = Literal["p50", "p99"]


@dataclass(frozen=True)
class CriticalPath:
    """The slowest way from a client to its answer, hop by hop.

    A component starts when the slowest of its callers is done, then waits for the
    slowest of its lookups (they run side by side), then takes its own time. A flow that
    says `after` starts when those have answered. With every hop at its p99 the sum is a
    budget, not a p99: percentiles do not add.
    """

    components: tuple[str, ...] = ()
    flows: frozenset[tuple[str, str]] = frozenset()
    p99: float = 0.0
    p50: float = 0.0

    def has(self, flow: Flow) -> bool:
        """Whether `flow` is one of the steps of the path."""
        return flow.mode.is_synchronous and flow.ends in self.flows


def critical_path(design: Design, flows: tuple[Flow, ...]) -> CriticalPath:
    """Find the path over the `flows` of a request on which somebody waits.

    There is none while components wait for each other, and none without a stated time.
    """
    request = _Request(design, Waiting(flows))
    try:
        last = max(request.answering(), key=request.done_at, default=None)
    except CycleError:
        return CriticalPath()
    if last is None or not request.done_at(last):
        return CriticalPath()
    steps = tuple(request.back_from(last))
    hops = tuple(reversed([step.component for step in steps]))
    p50 = sum(_own(design, id, "p50") for id in hops)
    taken = frozenset(request.flows_along(steps))
    return CriticalPath(hops, taken, request.done_at(last), p50)


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step of a request: its component, and the steps that it waits for, by number.

    One that is not timed takes its time as part of that of its reader.
    """

    component: str
    before: tuple[int, ...]
    is_timed: bool


@dataclass(frozen=True, slots=True)
class PathSteps:
    """The steps of a request, none before those that it waits for, and which end it.

    The critical path ends with the first of those that are done last, and leads back
    over the first that is done last of those that each step waits for.
    """

    steps: tuple[PathStep, ...] = ()
    ends: tuple[int, ...] = ()


def path_steps(design: Design, flows: tuple[Flow, ...]) -> PathSteps:
    """Return all steps of a request over `flows`, of which some are the critical path.

    There are none while components wait for each other.
    """
    request = _Request(design, Waiting(flows))
    if request.waiting.circle():
        return PathSteps()
    numbers = {step: number for number, step in enumerate(request.done)}
    steps = (
        PathStep(
            step.component,
            tuple(numbers[it] for it in request.before[step]),
            not request.is_included(step),
        )
        for step in numbers
    )
    return PathSteps(tuple(steps), tuple(numbers[it] for it in request.answering()))


def answering(design: Design, flows: tuple[Flow, ...]) -> tuple[Step, ...]:
    """Return the steps after which a client has its answer; all, if none says so.

    Whoever replies has waited for all that it called, save for its fallbacks.
    """
    return _Request(design, Waiting(flows)).answering()


@dataclass(frozen=True, slots=True)
class Clock:
    """When what happens in a request is done: seconds after it began, by p99s.

    A component has `replied` when it is done, and all that it asked.
    """

    done: Mapping[Step, float]
    replied: Mapping[str, float]


def clock(design: Design, flows: tuple[Flow, ...]) -> Clock:
    """Return when each step of a request over `flows` is done.

    There is nothing on it where components wait for each other in a circle.
    """
    request = _Request(design, Waiting(flows))
    if request.waiting.circle():
        return Clock({}, {})
    called = (step.component for step in request.done if not step.reader)
    return Clock(request.done, {id: request.replied_at(id) for id in called})


@dataclass(frozen=True)
class _Request:
    """A request on its way: when each of its steps is done, and what it waited for."""

    design: Design
    waiting: Waiting

    @cached_property
    def before(self) -> Mapping[Step, tuple[Step, ...]]:
        return self.waiting.before

    @cached_property
    def done(self) -> Mapping[Step, float]:
        """Seconds after the start of the request at which each step is done.

        Raises:
            CycleError: steps wait for each other in a circle.
        """
        found: dict[Step, float] = {}
        for step in TopologicalSorter(self.before).static_order():
            begun = max((found[it] for it in self.before[step]), default=0.0)
            found[step] = begun + self._time(step)
        return found

    def done_at(self, step: Step) -> float:
        return self.done[step]

    def _time(self, step: Step) -> float:
        """Return what `step` takes by itself; nothing where its reader includes it."""
        if self.is_included(step):
            return 0.0
        return _own(self.design, step.component, "p99")

    def is_included(self, step: Step) -> bool:
        """Whether the time of `step` is part of that of its reader."""
        reader = self.design.components.get(step.reader)
        return reader is not None and step.component in reader.latency_includes

    def back_from(self, last: Step) -> Iterator[Step]:
        """Give `last`, then what each step had to wait for longest."""
        step: Step | None = last
        while step is not None:
            yield step
            step = max(self.before[step], key=self.done_at, default=None)

    def flows_along(self, steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
        """Give the flows by which `steps` were asked for, as pairs of ends.

        Of several callers it is the one that was done last.
        """
        taken = set(steps)
        for step in taken:
            if step.reader:
                yield step.component, step.reader
            callers = [Step(id) for id in self._callers.get(step.component, ())]
            if callers and not step.reader:
                latest = max(callers, key=self.done_at)
                yield latest.component, step.component

    @cached_property
    def _callers(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for flow in self.waiting.flows:
            if flow.mode is Mode.CALL:
                found.setdefault(flow.target, []).append(flow.source)
        return {id: tuple(callers) for id, callers in found.items()}

    def answering(self) -> tuple[Step, ...]:
        replies = dict.fromkeys(
            id
            for flow in self.design.flows
            if answers(flow) and self._asks_first(flow.target)
            for id in self._replying(flow.source)
        )
        steps = (step for id in replies for step in self._waited_for(id))
        return tuple(dict.fromkeys(steps)) or tuple(self.before)

    def _asks_first(self, id: str) -> bool:
        """Whether a request begins at `id`, so that an answer ends it there."""
        return self.design.components[id].kind == "client" or id not in self._callers

    def _replying(self, id: str) -> tuple[str, ...]:
        """Return the readers of `id` if it is read and nobody calls it; else itself.

        A store that is read and not called replies when whoever reads it is done.
        """
        if not self._callers.get(id) and id in self._readers:
            return self._readers[id]
        return (id,) if Step(id) in self.before else ()

    @cached_property
    def _readers(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for flow in self.waiting.flows:
            if flow.mode is Mode.LOOKUP:
                found.setdefault(flow.source, []).append(flow.target)
        return {id: tuple(readers) for id, readers in found.items()}

    def replied_at(self, id: str) -> float:
        steps = self._waited_for(id)
        return max((self.done[it] for it in steps if it in self.done), default=0.0)

    def _waited_for(self, id: str) -> Iterator[Step]:
        reached = self._without_fallbacks.reached(id)
        yield from self.waiting.steps_of([id, *sorted(reached - {id})])

    @cached_property
    def _without_fallbacks(self) -> Waiting:
        kinds = self.design.components
        flows = (f for f in self.waiting.flows if kinds[f.target].kind != "fallback")
        return Waiting(tuple(flows))


def _own(design: Design, id: str, percentile: Percentile) -> float:
    """Return the seconds that `id` itself takes; nothing if that is unstated."""
    quantity = design.components[id].time(percentile)
    return quantity.high if quantity else 0.0
