"""A design: everything that one file says about one system."""

from collections.abc import Mapping

from pydantic import Field

from designkit.model.component import Component, Flow
from designkit.model.groups import ComponentGroup
from designkit.model.learning import Dataset, Evaluation, Experiment, Feature, Model
from designkit.model.problem import (
    Clarification,
    Objectives,
    Problem,
    Requirements,
    Workload,
)
from designkit.model.reasons import (
    FailureMode,
    FollowUpQuestion,
    Privacy,
    Scenario,
    Source,
    Tradeoff,
    Waiver,
)
from designkit.model.unknown import chosen
from designkit.model.vocabulary import Vocabulary
from designkit.quantities.fields import SpecPart, Text, Texts, Tier, Version

BY_ID = ("components", "groups", "features", "models", "datasets", "sources")
"""The sections of a design that are mappings from ids."""


class Design(SpecPart):
    """One ML system: problem, numbers, components, flows, and the reasons.

    `absent` holds the dotted paths of what the design says it does not have
    (``rollback: none``); what is neither there nor in `absent` is unstated.
    """

    designkit: Version = Field(description="Version of the language: 1.")
    id: Text | None = Field(
        None, description="What it is known by for good; its name, if unsaid."
    )
    name: Text = Field(description="What the system is called.")
    system: Text = Field(description="The profile: what a design of this kind needs.")
    summary: Text | None = Field(None, description="The system in one sentence.")
    tier: Tier | None = Field(
        None, description="1 money, safety or people; 2 core; 3 nice to have."
    )
    owner: Text | None = Field(None, description="The team that answers for it.")
    problem: Problem | None = Field(None, description="What is to be decided.")
    requirements: Requirements | None = Field(None, description="What it must do.")
    clarifications: tuple[Clarification, ...] = Field(
        (), description="Questions to ask first, with the answers assumed."
    )
    workload: Workload | None = Field(None, description="How much there is to do.")
    objectives: Objectives | None = Field(None, description="What it promises.")
    include: Texts = Field(
        (), description="Files with more components, flows …, from this one's place."
    )
    vocabulary: Vocabulary | None = Field(
        None, description="Kinds and data types of its own."
    )
    components: Mapping[str, Component] = Field(description="Its parts, by id.")
    groups: dict[str, ComponentGroup] = Field(
        default_factory=dict, description="Components that belong together, by id."
    )
    flows: tuple[Flow, ...] = Field((), description="What moves between them.")
    features: dict[str, Feature] = Field(
        default_factory=dict, description="What models read, by id."
    )
    models: dict[str, Model] = Field(default_factory=dict, description="By id.")
    datasets: dict[str, Dataset] = Field(default_factory=dict, description="By id.")
    evaluation: Evaluation | None = Field(None, description="How models are judged.")
    experiment: Experiment | None = Field(None, description="How they prove worth.")
    privacy: Privacy | None = Field(None, description="What of personal data.")
    scenarios: tuple[Scenario, ...] = Field((), description="Walks through flows.")
    tradeoffs: tuple[Tradeoff, ...] = Field((), description="Choices and why.")
    failure_modes: tuple[FailureMode, ...] = Field((), description="What can fail.")
    questions: tuple[FollowUpQuestion, ...] = Field(
        (), description="What will be asked."
    )
    sources: dict[str, Source] = Field(
        default_factory=dict, description="Where facts come from, by id."
    )
    waivers: tuple[Waiver, ...] = Field((), description="Findings accepted.")
    absent: frozenset[str] = Field(frozenset(), exclude=True)

    @property
    def covered(self) -> frozenset[str]:
        """The components that others say that they cover, by id or by name."""
        named = {
            name.lower()
            for part in self.components.values()
            for name in part.texts("covers")
        }
        parts = self.components.values()
        return frozenset(p.id for p in parts if {p.id, p.title.lower()} & named)

    def of_kind(self, *kinds: str) -> tuple[Component, ...]:
        """Return the components of any of `kinds`, in the order of the file."""
        return chosen(self.components.values(), lambda c: c.kind in kinds)

    def is_denied_training(self, model: str) -> bool:
        """Whether it is said that nobody here trains `model`: `trained-by: none`."""
        return f"models.{model}.trained-by" in self.absent

    @property
    def off_the_shelf(self) -> Mapping[str, Model]:
        """The models taken as others trained them, downloaded or rented, by id.

        They are `pretrained` and `trained-by: none`; one that does not say who trains
        it may as well be tuned here.
        """
        return {
            id: model
            for id, model in self.models.items()
            if model.pretrained and self.is_denied_training(id)
        }
