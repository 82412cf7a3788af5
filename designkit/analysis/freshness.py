"""How old a feature may be when a model reads it.

A value ages on its way from the data to its reader. A batch step lets it wait for the
next run and for the run to end, or for the time between two starts by the clock
where both steps have one; a stream step for the next slide, for late events and
for its own delay; a cache until the entry expires.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import heapify, heappop, heappush

from designkit.analysis.pauses import WORKS, pauses_of
from designkit.analysis.roles import has_role, with_role
from designkit.analysis.slowest import Slowest, Tree, walk
from designkit.catalog.role import Role
from designkit.model.component import Component, Flow, Mode
from designkit.model.graph import Graph
from designkit.model.learning import Feature
from designkit.quantities.bounds import capped
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_duration

WAITS = ("interval", "slide")
"""What a value waits out by chance: all of it at worst, half of it on average."""

AFTER_INPUT = "input"
"""What `starts` says of a job that runs when what it reads is there."""

KEEPING = (Role.KEYED, Role.KEEPS_ROWS, Role.KEEPS_ANSWERS)
"""What answers from what it was given before does one of these."""

VALUES = (
    "event",
    "raw-table",
    "feature-table",
    "feature-values",
    "embedding",
    "index",
)
"""The data types as which a feature, or what it is made from, moves."""


@dataclass(frozen=True, slots=True)
class FreshnessStep:
    """One component on the way of a value, with what it states about time.

    Where it starts by the clock after a step that does as well, the value waits for
    `pause` seconds there instead of what chance would have it wait.
    """

    id: str
    waits: tuple[Quantity, ...] = ()
    works: tuple[Quantity, ...] = ()
    pause: float | None = None

    @property
    def by_chance(self) -> tuple[Quantity, ...]:
        """What a value waits out here that comes at any moment."""
        return self.waits if self.pause is None else ()

    @property
    def worst(self) -> float:
        """The seconds that a value ages here at worst."""
        times = (*self.by_chance, *self.works)
        return capped(sum(time.high for time in times) + (self.pause or 0.0))

    @property
    def least(self) -> float:
        """The seconds that a value surely ages here before the next one comes."""
        times = (*self.by_chance, *self.works)
        return capped(sum(time.low for time in times) + (self.pause or 0.0))

    @property
    def mean(self) -> float:
        """The seconds that a value ages here on average."""
        waits = sum(quantity.value / 2 for quantity in self.by_chance)
        works = sum(quantity.value for quantity in self.works)
        return waits + works + (self.pause or 0.0)

    def __str__(self) -> str:
        """Write the step as a term of a sum: ``profile 24 h + 90 min``."""
        pause = (shown_duration(self.pause),) if self.pause else ()
        times = (*pause, *self.by_chance, *self.works)
        return f"{self.id} {' + '.join(map(str, times))}"


@dataclass(frozen=True, slots=True)
class Age:
    """How old a value is when it is read: the sum over the steps of its way.

    What a step does not state is left out, so the true age may be higher.
    """

    steps: tuple[FreshnessStep, ...]

    @property
    def worst(self) -> float:
        """The age in seconds just before the next value arrives."""
        return capped(sum(step.worst for step in self.steps))

    @property
    def least(self) -> float:
        """The age in seconds that it surely has just before the next value arrives."""
        return capped(sum(step.least for step in self.steps))

    @property
    def mean(self) -> float:
        """The age in seconds at a moment taken at random."""
        return sum(step.mean for step in self.steps)

    @property
    def aging(self) -> tuple[FreshnessStep, ...]:
        """The steps that add something."""
        return tuple(step for step in self.steps if step.worst)


def waits_of(component: Component) -> tuple[str, ...]:
    """Return the attributes by which `component` lets a value wait by chance."""
    return (*WAITS, "ttl") if component.kind == "cache" else WAITS


def step_of(component: Component) -> FreshnessStep:
    """Return what `component` says about how long a value stays in it."""
    waits, works = waits_of(component), WORKS
    if component.texts("starts") == (AFTER_INPUT,):  # no run is waited for by chance
        waits = tuple(name for name in waits if name != "interval")
    return FreshnessStep(
        component.id, _stated(component, waits), _stated(component, works)
    )


def _stated(component: Component, names: Iterable[str]) -> tuple[Quantity, ...]:
    return tuple(found for name in names if (found := component.quantity(name)))


Way = tuple[str, ...]
"""Components that a value passes one after the other."""


@dataclass(frozen=True)
class Ways:
    """The ways of values through a design; of several the one on which they age most.

    A way leads from a source of data over the maker for training (if serving gets a
    copy of what that makes) and the maker for serving to a model. What a promise says
    has to hold for the slowest of the data that a value is made of. `readers` is the
    role of those who read values.
    """

    graph: Graph
    readers: Role = Role.RUNS_MODEL
    types: tuple[str, ...] = VALUES

    def age_at(self, id: str, data_from: tuple[str, ...] = ()) -> Age:
        """Return how old what the component `id` holds may be, itself included.

        With `data_from` its data come over one of these.
        """
        return self._age(walk(self._from_data(data_from), id) or (id,))

    def age(self, feature: Feature) -> Age | None:
        """Return how old `feature` may be; nothing if no way leads it to a reader."""
        way = self.way(feature)
        return self._age(way) if way else None

    def _age(self, way: Way) -> Age:
        parts = self.graph.design.components
        pauses = pauses_of(parts[id] for id in way)
        steps = (replace(self._steps[id], pause=pauses.get(id)) for id in way)
        return Age(tuple(steps))

    def way(self, feature: Feature) -> Way:
        """Return what a value of `feature` passes until it is read, if anything."""
        online = feature.online_by or ""
        onward = walk(self._to_model, online) or walk(self._to_request, online)
        if not onward:
            return ()
        copies = self._copies.get(feature.offline_by or online, {})
        copied = walk(copies, online) or (online,)
        begun = walk(self._from_data(feature.data_from), copied[0]) or copied[:1]
        return (*begun, *copied[1:], *self._read_by(onward))

    def _read_by(self, onward: Way) -> Iterator[str]:
        """Give what a value passes after its maker until a model begins to read it."""
        reader, *before = onward
        is_model = has_role(self.graph.design.components[reader], Role.RUNS_MODEL)
        way = before if is_model else onward
        yield from reversed(way[:-1])

    def _from_data(self, data_from: tuple[str, ...]) -> Tree:
        """The slowest way from a source of data to each component.

        With `data_from` it is a way over one of these.
        """
        if data_from not in self._grown_from:
            within = self._around(data_from)
            slowest = Slowest(
                {id: within.intersection(self._sources_of(id)) for id in within},
                {id: step.worst for id, step in self._steps.items()},
                dict.fromkeys(self._beginnings(), 0.0),
                frozenset(filter(self._is_kept_up, within)),
            )
            self._grown_from[data_from] = slowest.ways()
        return self._grown_from[data_from]

    @cached_property
    def _grown_from(self) -> dict[tuple[str, ...], Tree]:
        return {}

    def _around(self, ids: tuple[str, ...]) -> frozenset[str]:
        """Return `ids` with what stands before and after them; all for nothing."""
        if not ids:
            return frozenset(self.graph.design.components)
        flows = [f for f in self.graph.design.flows if self._arrives(f)]
        behind = self.graph.reachable(ids, flows, backwards=True)
        return behind | self.graph.reachable(ids, flows)

    def _is_kept_up(self, id: str) -> bool:
        """Whether what is new gets in at once, and the rest is only built anew."""
        component = self.graph.design.components[id]
        return component.attributes.get("incremental") is True

    def _sources_of(self, id: str) -> tuple[str, ...]:
        """Return whose data keeps `id` fresh: its streams, if it has some, else all.

        Tables beside a stream are looked things up in, or build anew what it keeps up.
        """
        flows = [f for f in self.graph.incoming[id] if self._arrives(f)]
        streams = [f for f in flows if f.mode is Mode.STREAM]
        return tuple(dict.fromkeys(f.source for f in streams or flows))

    def _beginnings(self) -> Iterator[str]:
        """Give where fresh data is: where none comes in, or with a request.

        An index or a store that is asked answers from what it holds; that is not fresh.
        """
        for id, flows in self.graph.incoming.items():
            carried = {flow.carries for flow in flows}
            holds = "index" in carried or self._keeps(id)
            asked = "request" in carried and not holds
            if asked or not any(self._arrives(flow) for flow in flows):
                yield id

    def _keeps(self, id: str) -> bool:
        component = self.graph.design.components[id]
        return any(has_role(component, role) for role in KEEPING)

    def _arrives(self, flow: Flow) -> bool:
        return flow.mode is not Mode.CALL and moves(flow, self.graph, self.types)

    @cached_property
    def _copies(self) -> Mapping[str, Tree]:
        """Where what each maker for training makes is taken to."""
        features = self.graph.design.features.values()
        makers = {f.offline_by for f in features if f.offline_by != f.online_by}
        return {id: self._grown((id,), self._outgoing) for id in makers if id}

    @cached_property
    def _to_model(self) -> Tree:
        """Ways backwards, from those who read features to where they are made."""
        readers = [part.id for part in with_role(self.graph.design, self.readers)]
        return self._grown(readers, self._incoming)

    @cached_property
    def _to_request(self) -> Tree:
        return self._grown(self.graph.in_request, self._incoming)

    def _outgoing(self, id: str) -> Iterator[str]:
        return (f.target for f in self.graph.outgoing[id] if moves(f, self.graph))

    def _incoming(self, id: str) -> Iterator[str]:
        return (f.source for f in self.graph.incoming[id] if moves(f, self.graph))

    def _grown(
        self, starts: Iterable[str], onward: Callable[[str], Iterator[str]]
    ) -> Tree:
        """Return the ways on which values age least to all that `starts` reach."""
        found: dict[str, str] = {}
        waiting = [(self._steps[id].worst, id, id) for id in starts]
        heapify(waiting)
        while waiting:
            age, id, before = heappop(waiting)
            if id not in found:
                found[id] = before
                for after in onward(id):
                    if after not in found:
                        heappush(waiting, (age + self._steps[after].worst, after, id))
        return found

    @cached_property
    def _steps(self) -> Mapping[str, FreshnessStep]:
        components = self.graph.design.components.values()
        return {component.id: step_of(component) for component in components}


def age_of(feature: Feature, graph: Graph) -> Age | None:
    """Return how old `feature` may be when it is read, where a single one is asked."""
    return Ways(graph).age(feature)


def moves(flow: Flow, graph: Graph, types: tuple[str, ...] = VALUES) -> bool:
    """Whether what is of one of `types` may move along `flow`.

    What a privacy service sends as events are orders to delete.
    """
    if flow.carries is None:
        return flow.mode is not Mode.CONTROL
    deletes = graph.design.components[flow.source].kind == "privacy-service"
    return flow.carries in types and not (deletes and flow.carries == "event")
