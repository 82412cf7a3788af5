"""The reasons: scenarios, trade-offs, failure modes, questions, sources, waivers."""

from typing import Literal

from pydantic import Field

from designkit.quantities.fields import Retention, SpecPart, Text, Texts


class ScenarioStep(SpecPart):
    """One flow of a scenario, with what happens there."""

    source: str
    target: str
    note: Text | None = None


class Scenario(SpecPart):
    """A numbered walk through the flows."""

    name: Text = Field(description="What happens.")
    steps: tuple[ScenarioStep, ...] = Field((), description="Flows, in order.")
    note: Text | None = Field(None, description="What to take from it.")


class Tradeoff(SpecPart):
    """A choice: what was chosen, what was rejected, and why."""

    name: Text | None = Field(None, description="What the choice is about.")
    chosen: Text = Field(description="What this design does.")
    rejected: Text = Field(description="What it could have done.")
    because: Text = Field(description="Why.")
    revisit_when: Text | None = Field(None, description="What would change it.")


class FailureMode(SpecPart):
    """A way in which the system fails."""

    name: Text | None = Field(None, description="What people call it.")
    at: Texts = Field((), description="Ids of the components concerned.")
    symptom: Text = Field(description="What is seen first.")
    cause: Text = Field(description="What went wrong.")
    effect: Text | None = Field(None, description="What the user sees.")
    mitigation: Text = Field(description="What limits or mends it.")


class FollowUpQuestion(SpecPart):
    """A follow-up that an interviewer asks, with its answer."""

    question: Text = Field(description="As asked.")
    answer: Text = Field(description="A short answer that holds.")
    level: Literal["core", "senior", "staff"] | None = Field(
        None, description="Who is expected to know."
    )
    concept: Text | None = Field(
        None, description="The concept it rests on: id or another word of its card."
    )


class Source(SpecPart):
    """Where a fact or a figure comes from."""

    title: Text = Field(description="Its title.")
    by: Text | None = Field(None, description="Author or publisher.")
    year: Text | None = Field(None, description="Year.")
    url: Text | None = Field(None, description="Where to read it.")
    note: Text | None = Field(None, description="What was taken from it.")


class Waiver(SpecPart):
    """A finding that is accepted, with the reason."""

    rule: Text = Field(description="Code or name of the rule.")
    at: Text | None = Field(None, description="Id of the element; all if unsaid.")
    reason: Text = Field(description="Why it is accepted.")
    until: Text | None = Field(None, description="Its last day, like 2027-06-30.")


class Privacy(SpecPart):
    """What personal data there is, and what is done about it."""

    data: Texts = Field((), description="Personal data that the system holds.")
    basis: Text | None = Field(None, description="Why it may be held.")
    retention: Retention | None = Field(None, description="How long it is kept.")
    deletion: Text | None = Field(None, description="How a person is forgotten.")
    access: Text | None = Field(None, description="Who may see it.")
    fairness: Text | None = Field(None, description="Who could be treated worse.")
    recourse: Text | None = Field(None, description="How a person can object.")
