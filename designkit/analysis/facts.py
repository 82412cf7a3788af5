"""A case: a design as rules see it, with the questions that rules ask of it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from designkit.analysis.lineage import Lineage, Trail
from designkit.analysis.outcomes import LabelIndex
from designkit.analysis.roles import with_role
from designkit.catalog.kind import Kind, Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.model.learning import learners_of
from designkit.model.unknown import chosen
from designkit.quantities.quantity import Quantity
from designkit.source.kind_of import kind_of, stated_stage

EVIDENCE = (
    *("request", "event", "raw-table", "feature-values", "feature-table", "embedding"),
    *("candidates", "prediction", "decision", "review-task", "label", "dataset"),
    *("completion", "passages", "tool-result", "trace"),
)
"""Data types that a model may learn from, as against what steers or reports."""

FIELDS = frozenset(Component.model_fields)
"""What a component of any kind may state."""


class State(StrEnum):
    """What a design says about something: there are three answers."""

    PRESENT = "present"
    ABSENT = "absent"
    UNSTATED = "unstated"


@dataclass(frozen=True)
class Facts:
    """One design, its graph, and the questions that several rules ask."""

    design: Design

    @cached_property
    def graph(self) -> Graph:
        """The design as a graph."""
        return Graph(self.design)

    @cached_property
    def lineage(self) -> Lineage:
        """The ways of data through the graph."""
        return Lineage(self.graph)

    @cached_property
    def outcomes(self) -> LabelIndex:
        """The labels of the design, and what has which of them."""
        return LabelIndex(self.design)

    @cached_property
    def learners(self) -> Mapping[str, tuple[str, ...]]:
        """The models that name each dataset, and under no id those that name none."""
        return learners_of(self.design.models)

    def of_kind(self, *kinds: str) -> tuple[Component, ...]:
        """Return the components of any of `kinds`, in the order of the file."""
        return self.design.of_kind(*kinds)

    def with_role(self, role: Role) -> tuple[Component, ...]:
        """Return the components whose kind has `role`, in the order of the file."""
        return with_role(self.design, role)

    def has(self, *kinds: str) -> bool:
        """Whether there is a component of any of `kinds`."""
        return bool(self.of_kind(*kinds))

    @cached_property
    def serving(self) -> tuple[Component, ...]:
        """The components that run a model."""
        return self.with_role(Role.RUNS_MODEL)

    @cached_property
    def is_online(self) -> bool:
        """Whether a client's request waits for a model."""
        return any(component.id in self.graph.in_request for component in self.serving)

    def is_system(self, *systems: str) -> bool:
        """Whether the design is of one of `systems`."""
        return self.design.system in systems

    def kind_of(self, id: str) -> Kind:
        """Return the kind of the component `id`; a loaded design has no other."""
        found = kind_of(self.design.components[id])
        assert found is not None
        return found

    def in_stage(self, stage: Stage) -> tuple[Component, ...]:
        """Return the components of `stage`."""
        found = self.design.components.values()
        return chosen(found, lambda c: self.kind_of(c.id).stage is stage)

    def lacks(self, stage: Stage) -> bool:
        """Whether nothing does the work of `stage`, one of the essential six.

        A rule of its own says so, once; the others then have nothing to ask. What is of
        a general kind does the work of the stage that it states, if it states one.
        """
        if self.has(*kinds_with(Role.ESSENTIAL, stage)):
            return False
        return not any(stated_stage(c) is stage for c in self.with_role(Role.GENERAL))

    @cached_property
    def trains_nothing(self) -> bool:
        """Whether all models are taken as others trained them, or run by others."""
        if self.has("trainer"):
            return False
        models, taken = self.design.models, self.design.off_the_shelf
        rented = {part.id for part in self.of_kind("hosted-model")}
        if not models:
            return bool(rented) and all(it.id in rented for it in self.serving)
        ours = (model for id, model in models.items() if id not in taken)
        return all(it.served_by and rented.issuperset(it.served_by) for it in ours)

    def learnt_from(self, id: str) -> frozenset[str]:
        """Return all that the data which reaches `id` has passed through."""
        return self.lineage.behind((id,), Trail(EVIDENCE, unsaid=True))

    def state(self, *path: str) -> State:
        """Say whether what stands at `path` is there, said to be absent, or unstated.

        The path is spelt as in a design: ``components``, ``deploy``, ``rollback``.
        What is said to be absent as a whole has no part.
        """
        wholes = (".".join(path[: end + 1]) for end in range(len(path)))
        if not self.design.absent.isdisjoint(wholes):
            return State.ABSENT
        return State.PRESENT if _stated(self.design, path) else State.UNSTATED

    def texts(self, *path: str) -> tuple[str, ...]:
        """Return the texts that stand at `path`, spelt as in a design."""
        part = self._at(path)
        found = part if isinstance(part, tuple) else (part,)
        return tuple(text for text in found if isinstance(text, str))

    def quantity(self, *path: str) -> Quantity | None:
        """Return the number that stands at `path`, spelt as in a design."""
        part = self._at(path)
        return part if isinstance(part, Quantity) else None

    def _at(self, path: Iterable[str]) -> object:
        part: object = self.design
        for step in path:
            part = step_into(part, step)
        return part

    def place_of(self, *components: Component) -> tuple[str, ...]:
        """Return the path of what one of `components` lacks: its own if it is alone."""
        return ("components", *(c.id for c in components if len(components) == 1))

    def logged(self, *words: str) -> State:
        """Say whether a prediction log keeps a field that has one of `words`."""
        logs = self.of_kind("prediction-log")
        if any(mentions(words, *log.texts("fields")) for log in logs):
            return State.PRESENT
        states = {self.state("components", log.id, "fields") for log in logs}
        silent = not logs or State.UNSTATED in states
        return State.UNSTATED if silent else State.ABSENT

    def stated(self, pattern: str) -> Iterator[tuple[tuple[str, ...], object]]:
        """Yield what stands at the paths that `pattern` means, each with its path.

        The pattern is a dotted path in which `*` is any id: ``models.*.output``.
        """
        return _matching(self.design, tuple(pattern.split(".")))

    def ancestors(self, ids: Collection[str], *types: str) -> frozenset[str]:
        """Return what reaches `ids`, over flows of `types` or over all; not `ids`."""
        return self.lineage.behind(ids, Trail(types))

    def descendants(
        self, ids: Collection[str], *types: str, around: str = ""
    ) -> frozenset[str]:
        """Return what `ids` reach, over flows of `types` or over all; not `ids`.

        What is reached through `around` alone is left out, and so is `around`.
        """
        if around:
            return frozenset(self.lineage.givers(ids, Trail(types), (around,)))
        return self.lineage.ahead(ids, Trail(types))

    def flows_from(self, id: str, *types: str) -> tuple[Flow, ...]:
        """Return the flows that leave `id`, of `types` or all."""
        return _of_types(self.graph.outgoing[id], types)

    def flows_to(self, id: str, *types: str) -> tuple[Flow, ...]:
        """Return the flows that enter `id`, of `types` or all."""
        return _of_types(self.graph.incoming[id], types)


def mentions(words: Iterable[str], *texts: str | None) -> bool:
    """Whether one of `texts` has one of `words` as a whole word."""
    said = {
        word for text in texts for word in re.findall("[a-z]+", (text or "").lower())
    }
    return not said.isdisjoint(words)


def _of_types(flows: tuple[Flow, ...], types: tuple[str, ...]) -> tuple[Flow, ...]:
    return chosen(flows, lambda flow: flow.carries in types) if types else flows


def _matching(
    part: object, steps: tuple[str, ...], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield what `steps` lead to in `part` if it is not empty."""
    if not steps:
        if part is not None and part not in ((), {}):
            yield path, part
        return
    wild = steps[0] == "*" and isinstance(part, Mapping)
    for step in part if wild and isinstance(part, Mapping) else steps[:1]:
        yield from _matching(step_into(part, step), steps[1:], (*path, step))


def _stated(part: object, path: tuple[str, ...]) -> bool:
    """Whether `path` leads to something in `part` that is not empty."""
    for step in path:
        part = step_into(part, step)
        if part is None or part in ((), {}):
            return False
    return True


def step_into(part: object, step: str) -> object:
    """Go one step into a section, a mapping by id, a list by number, or a component."""
    if isinstance(part, Mapping):
        return part.get(step)
    if isinstance(part, tuple):
        return part[int(step)] if step.isdigit() and int(step) < len(part) else None
    if isinstance(part, Component) and step.replace("-", "_") not in FIELDS:
        return part.attributes.get(step)
    return getattr(part, step.replace("-", "_"), None)
