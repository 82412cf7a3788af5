"""What a system is for: the problem, the load it carries and what it promises."""

from typing import Literal

from pydantic import Field

from designkit.quantities.fields import (
    Bytes,
    Cost,
    Count,
    Duration,
    Fraction,
    Money,
    SpecPart,
    Text,
    Texts,
)


class Percentiles(SpecPart):
    """How long something takes, by percentile."""

    p50: Duration | None = Field(None, description="The median.")
    p90: Duration | None = Field(None, description="Nine in ten are below.")
    p95: Duration | None = Field(None, description="19 in 20 are below.")
    p99: Duration | None = Field(None, description="99 in 100 are below.")
    p999: Duration | None = Field(None, description="999 in 1,000 are below.")


PERCENTILES: tuple[str, ...] = tuple(Percentiles.model_fields)
"""The keys of `Percentiles`, the fastest first."""


class Label(SpecPart):
    """The outcome that a model learns."""

    name: Text | None = Field(None, description="What the label is called.")
    method: Literal["natural", "human", "weak"] | None = Field(
        None, description="Observed by itself, given by people, or by heuristics."
    )
    window: Duration | None = Field(
        None, description="How long after the prediction an outcome still counts."
    )
    delay: Percentiles | None = Field(
        None, description="Time from prediction to a trustworthy outcome."
    )
    positive_rate: Fraction | None = Field(
        None, description="Share of positive examples at the natural rate."
    )
    key: Text | None = Field(None, description="What outcome and prediction share.")
    bias: Text | None = Field(None, description="What the label does not see.")
    censored_by: Texts = Field(
        (), description="What cuts the outcome off: stock-outs, capacity, a limit."
    )


class Costs(SpecPart):
    """What each kind of error costs; without a currency, only the ratio counts."""

    false_positive: Cost | None = Field(None, description="Cost of a false alarm.")
    false_negative: Cost | None = Field(None, description="Cost of a miss.")


class Metrics(SpecPart):
    """How success is measured."""

    offline: Texts = Field((), description="Measured on held-out data.")
    online: Texts = Field((), description="Measured on users.")
    guardrails: Texts = Field((), description="Must not get worse.")
    trap: Text | None = Field(None, description="The metric that misleads, and why.")


class Problem(SpecPart):
    """What is to be decided, from what, and how success is measured."""

    objective: Text | None = Field(None, description="The business goal in one line.")
    framing: Text | None = Field(None, description="Input, output and decision.")
    task: Text | None = Field(None, description="The ML task, such as ranking.")
    decision: Text | None = Field(None, description="What is done with the output.")
    why_ml: Text | None = Field(None, description="Why rules alone do not do.")
    label: Label | None = Field(None, description="The outcome to learn.")
    baseline: Text | None = Field(None, description="What it must beat.")
    costs: Costs | None = Field(None, description="What errors cost.")
    metrics: Metrics | None = Field(None, description="How success is measured.")
    non_goals: Texts = Field((), description="What it will not do.")


class Requirements(SpecPart):
    """What the system does, and what is outside it."""

    functional: Texts = Field((), description="What it must do.")
    in_scope: Texts = Field((), description="What this design covers.")
    out_of_scope: Texts = Field((), description="What it leaves to others.")


class Clarification(SpecPart):
    """A question to ask before designing, with the answer assumed here."""

    question: Text = Field(description="What to ask the interviewer.")
    answer: Text = Field(description="The answer that this design assumes.")


class Workload(SpecPart):
    """How much there is to do."""

    daily_users: Count | None = Field(None, description="Users active on a day.")
    requests_per_user: Count | None = Field(
        None, description="Requests that a daily user makes on a day."
    )
    requests_per_day: Count | None = Field(None, description="Requests on a day.")
    peak_factor: Count | None = Field(
        None, description="Peak load over average load of the day."
    )
    items: Count | None = Field(None, description="Size of the catalogue.")
    entities: Count | None = Field(
        None, description="Entities with features: users, cards, ads."
    )
    features: Count | None = Field(None, description="Features that a model reads.")
    candidates: Count | None = Field(
        None, description="Items scored by the heaviest model for one request."
    )
    events_per_day: Count | None = Field(None, description="Events logged on a day.")
    event_size: Bytes | None = Field(None, description="Size of one event.")
    request_size: Bytes | None = Field(None, description="Size of one request.")
    response_size: Bytes | None = Field(None, description="Size of one response.")
    examples: Count | None = Field(None, description="Examples of a training run.")
    alerts_per_day: Count | None = Field(
        None, description="Cases that the model would send to people on a day."
    )
    review_capacity: Count | None = Field(
        None, description="Cases that people can look at on a day."
    )
    actions_per_day: Count | None = Field(
        None, description="Actions that are taken on a day: letters, calls, blocks."
    )
    tasks_per_day: Count | None = Field(
        None, description="Tasks on a day: what users want done, in one turn or many."
    )
    turns_per_task: Count | None = Field(
        None, description="Messages of the user in one task."
    )
    documents: Count | None = Field(None, description="Documents that are searched.")
    tokens_per_document: Count | None = Field(
        None, description="Tokens of a document, on average."
    )
    document_changes_per_day: Count | None = Field(
        None, description="Documents that are new or changed on a day."
    )
    growth: Fraction | None = Field(None, description="Growth of the load in a year.")
    funnel: dict[str, Count] = Field(
        default_factory=dict, description="Items left after each step, in order."
    )


class Objectives(SpecPart):
    """What the system promises: its service level objectives."""

    latency: Percentiles | None = Field(None, description="Of one request, end to end.")
    first_token: Percentiles | None = Field(
        None, description="Of a streamed answer: time to its first token."
    )
    answer: Percentiles | None = Field(
        None, description="Of a streamed answer or a task: time to its end."
    )
    per_token: Percentiles | None = Field(
        None, description="Of a streamed answer: time between two tokens."
    )
    availability: Fraction | None = Field(None, description="Share of good answers.")
    freshness: dict[str, Duration] = Field(
        default_factory=dict, description="Oldest value allowed, by feature or index."
    )
    cost_per_1k: Money | None = Field(None, description="Per thousand requests.")
    cost_per_month: Money | None = Field(None, description="Of all that costs money.")
    cost_per_action: Money | None = Field(
        None, description="Per action that is taken: a letter, a call, a block."
    )
    cost_per_task: Money | None = Field(
        None, description="Per task, all of its calls together."
    )
    cost_per_success: Money | None = Field(
        None, description="All that is spent, per task that succeeded."
    )
    groundedness: Fraction | None = Field(
        None, description="Claims that the passages support, of all claims made."
    )
    answer_accuracy: Fraction | None = Field(
        None, description="Right answers, of those with the right passage at hand."
    )
    abstention: Fraction | None = Field(
        None, description="Unanswerable questions that are left unanswered."
    )
    task_success: Fraction | None = Field(
        None, description="Tasks after which the world is as it should be."
    )
    handover_rate: Fraction | None = Field(
        None, description="Tasks that are handed over to a person."
    )
    recovery: Duration | None = Field(None, description="Time to restore service.")
