"""The run path: from what a run reads, over its steps, to where its results go.

A run scores what is there, by the clock or as events come, and no request waits for it.
Before what scores stand the steps that bring what it reads; after it those that decide,
show, send and keep what it says.
"""

from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.analysis.freshness import VALUES
from designkit.analysis.request_path import awaited, has_requests
from designkit.analysis.roles import has_role
from designkit.analysis.unhurried import QUESTIONS
from designkit.catalog.kind import Plane, Stage
from designkit.catalog.role import Role
from designkit.model.component import Component, Flow, Mode

BROUGHT = (*VALUES, *QUESTIONS)
"""The data types as which a run gets what it scores."""

GIVEN = (
    *("prediction", "candidates", "decision", "review-task", "explanation"),
    *("completion", "response"),
)
"""The data types as which its results move on."""

STEERED = ("model", "policy", "trigger", "assignment")
"""What tells a step when to start, or what to go by."""

LEARNING = frozenset(
    {
        *(Stage.LABELS, Stage.TRAINING, Stage.REGISTRY),
        *(Stage.MONITORING, Stage.RETRAINING),
    }
)
"""Stages that learn from results or look on, which no run is made for."""


@dataclass(frozen=True)
class RunPath:
    """The run of a design: what scores, and what stands before and after it."""

    facts: Facts

    @cached_property
    def scorers(self) -> frozenset[str]:
        """What runs a model for which no request waits, and is used."""
        found = (part.id for part in self.facts.serving if part.id not in self._online)
        return frozenset(id for id in found if self._scores(id))

    def _scores(self, id: str) -> bool:
        flows = (*self.facts.flows_to(id, *BROUGHT), *self.facts.flows_from(id, *GIVEN))
        return bool(flows)

    @cached_property
    def before(self) -> frozenset[str]:
        """What the scorers read, and all that brings it."""
        flows = [
            flow
            for flow in self.facts.design.flows
            if _carries(flow, *BROUGHT)
            and not flow.answer
            and (flow.target in self.scorers or flow.target not in self._online)
            and not self._stands_apart(flow.source)
            and flow.source not in self._handing_on
        ]
        found = self.facts.graph.reachable(self.scorers, flows, backwards=True)
        return found - self.scorers

    @cached_property
    def after(self) -> frozenset[str]:
        """What gets their results, and hands them on; nothing that stands before."""
        found = self.facts.graph.reachable(self.scorers, self.onward)
        return found - self.scorers - self.before

    @cached_property
    def _handing_on(self) -> frozenset[str]:
        """What gets results and hands them on, which what brings data does not."""
        found = self.facts.graph.reachable(self.scorers, self.onward)
        onward = {flow.source for flow in self.onward if flow.carries}
        return (found & onward) - self.scorers

    @cached_property
    def onward(self) -> tuple[Flow, ...]:
        """The flows by which results move on, to nobody who only learns from them."""
        return tuple(
            flow
            for flow in self.facts.design.flows
            if _carries(flow, *GIVEN)
            and flow.source not in self._online
            and not has_role(self._part(flow.source), Role.PROTECTS)
            and not self._comes_later(flow.target)
        )

    @cached_property
    def controls(self) -> frozenset[str]:
        """What else starts a step or says what it goes by, and what a result needs."""
        inside = self.before | self.after | self.scorers
        return frozenset(
            flow.source
            for flow in self.facts.design.flows
            if flow.target in inside
            and flow.source not in inside
            and (self._steers(flow) or self._is_read_after(flow))
        )

    def _steers(self, flow: Flow) -> bool:
        """Whether a step goes by what `flow` says; what only keeps rows is no step."""
        is_step = not has_role(self._part(flow.target), Role.KEEPS_ROWS)
        return is_step and flow.carries in STEERED

    def _is_read_after(self, flow: Flow) -> bool:
        is_read = flow.target in self.after and flow.carries in VALUES
        return is_read and not self._stands_apart(flow.source)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows among all these that the run is about."""
        inside = self.before | self.after | self.controls | self.scorers
        flows = self.facts.design.flows
        return tuple(f for f in flows if inside.issuperset(f.ends) and is_of_run(f))

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The components that these flows join, in the order of the file."""
        joined = {id for flow in self.flows for id in flow.ends}
        return tuple(id for id in self.facts.design.components if id in joined)

    @cached_property
    def is_streamed(self) -> bool:
        """Whether what is scored comes event by event, and nothing of it in a batch."""
        read = (flow for flow in self.flows if flow.target in self.scorers)
        brought = [flow.mode for flow in read if flow.carries in BROUGHT]
        return Mode.STREAM in brought and Mode.BATCH not in brought

    @cached_property
    def _online(self) -> frozenset[str]:
        """What a request waits for, which has a path of its own."""
        return awaited(self.facts) if has_requests(self.facts) else frozenset()

    def _part(self, id: str) -> Component:
        return self.facts.design.components[id]

    def _stands_apart(self, id: str) -> bool:
        """Whether a part learns, looks on or protects, and brings nothing to a run."""
        return self._learns(id) or has_role(self._part(id), Role.PROTECTS)

    def _comes_later(self, id: str) -> bool:
        """Whether a part learns from results, or hears who objects to them."""
        part = self._part(id)
        is_kept = has_role(part, Role.SINK) or not has_role(part, Role.PROTECTS)
        return self._learns(id) or not is_kept

    def _learns(self, id: str) -> bool:
        kind = self.facts.kind_of(id)
        is_trial = kind.stage is Stage.EXPERIMENTATION and kind.plane is Plane.OFFLINE
        is_judged = has_role(self._part(id), Role.JUDGED_BY_PEOPLE)
        return is_trial or (kind.stage in LEARNING and not is_judged)


def is_of_run(flow: Flow) -> bool:
    """Whether a flow says something of a run, rather than of learning or watching."""
    return _carries(flow, *BROUGHT, *GIVEN, *STEERED)


def answers_requests(facts: Facts) -> bool:
    """Whether somebody is answered: a client asks, or parts call that are no jobs."""
    return has_requests(facts) or any(
        flow.mode is Mode.CALL
        and all(facts.kind_of(id).plane is not Plane.OFFLINE for id in flow.ends)
        for flow in facts.graph.synchronous
    )


def scores_in_batches(facts: Facts) -> bool:
    """Whether all that is scored is scored by jobs: nobody asks, and no event comes."""
    run = RunPath(facts)
    return bool(run.flows) and not run.is_streamed and not answers_requests(facts)


def _carries(flow: Flow, *types: str) -> bool:
    return flow.carries is None or flow.carries in types
