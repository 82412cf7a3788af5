"""What is learnt and how: features, datasets, models, evaluation, experiment."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from designkit.model.operating import OperatingPoint
from designkit.quantities.fields import (
    Bytes,
    Change,
    Cost,
    Count,
    Duration,
    Flag,
    Fraction,
    Sensitivity,
    SpecPart,
    Text,
    Texts,
)

Output = Literal[
    "score", "probability", "rank", "quantile", "embedding", "value", "effect"
]
"""What a number that a model gives may mean; an effect is what an action changes."""


class Feature(SpecPart):
    """A feature, or a family of features that are made the same way."""

    name: Text | None = Field(None, description="What people call it.")
    entity: Text | None = Field(None, description="What it describes: user, card.")
    group: Literal["user", "item", "context", "cross"] | None = Field(
        None, description="Whose property it is."
    )
    count: Count | None = Field(None, description="How many features of this family.")
    definition: Text | None = Field(None, description="How it is computed.")
    dtype: Text | None = Field(None, description="Type of its value.")
    default: Text | None = Field(None, description="Value when there is none.")
    offline_by: Text | None = Field(
        None, description="Component: makes it for training."
    )
    online_by: Text | None = Field(None, description="Component: makes it for serving.")
    data_from: Texts = Field(
        (),
        description="Components its data comes from; all before its maker if unsaid.",
    )
    freshness: Duration | None = Field(None, description="Oldest value allowed.")
    window: Duration | None = Field(None, description="Time it looks back over.")
    available_at: Literal["before", "request", "after"] | None = Field(
        None, description="When its value is known, relative to the request."
    )
    parity: Text | None = Field(
        None, description="What proves that both components make the same value."
    )
    used_by: Texts = Field((), description="Ids of the models that read it.")
    pii: Sensitivity | None = Field(None, description="Personal data in it.")
    basis: Text | None = Field(None, description="What allows a sensitive value.")
    owner: Text | None = Field(None, description="The team that answers for it.")
    why: Text | None = Field(None, description="Why it helps.")


class Rung(SpecPart):
    """One step of a model ladder: a model, and why it is worth the climb."""

    model: Text = Field(description="The model of this step.")
    why: Text = Field(description="What it gains over the step before.")


class Retrain(SpecPart):
    """When a model is trained again."""

    every: Duration | None = Field(None, description="Time between scheduled runs.")
    on: Texts = Field((), description="What starts a run: schedule, drift, …")
    max_age: Duration | None = Field(None, description="Oldest model allowed.")
    cooldown: Duration | None = Field(None, description="Least time between runs.")


class Head(SpecPart):
    """One of several outputs of a model."""

    name: Text | None = Field(None, description="What people call it.")
    label: Text | None = Field(
        None, description="Id of the label it learns; that of the problem if unsaid."
    )
    output: Output | None = Field(None, description="What its output means.")
    calibration: Text | None = Field(
        None, description="How its scores become probabilities."
    )
    operating_point: OperatingPoint | None = Field(
        None, description="Where its threshold is set."
    )


class Model(SpecPart):
    """A model: how it is made, where it runs, when it is made again."""

    name: Text | None = Field(None, description="What people call it.")
    task: Text | None = Field(None, description="What it predicts.")
    algorithm: Text | None = Field(None, description="Its family and shape.")
    loss: Text | None = Field(None, description="What it minimises.")
    trained_by: Text | None = Field(None, description="The component that fits it.")
    served_by: Texts = Field((), description="The components that run it.")
    datasets: Texts = Field((), description="Ids of the datasets it learns from.")
    labels: Texts = Field((), description="Ids of the labels it learns.")
    heads: dict[str, Head] = Field(
        default_factory=dict, description="Its outputs, where it has several."
    )
    output: Output | None = Field(None, description="What its output means.")
    calibration: Text | None = Field(
        None, description="How scores become probabilities."
    )
    bounds: Text | None = Field(None, description="What its output is held within.")
    size: Bytes | None = Field(None, description="Size of the artefact.")
    count: Count | None = Field(
        None, description="How many of this shape: one a store; the rest is of one."
    )
    pretrained: Text | None = Field(None, description="What it starts from.")
    why: Text | None = Field(None, description="Why this and nothing simpler.")
    ladder: tuple[Rung, ...] = Field((), description="From the baseline up.")
    fallback: Text | None = Field(None, description="What answers when it cannot.")
    version: Text | None = Field(
        None, description="Exact version or digest, of a model taken as it is."
    )
    retrain: Retrain | None = Field(None, description="When it is trained again.")

    @property
    def outputs(self) -> tuple[Output | None, ...]:
        """What its heads give, or what it gives where it has none."""
        heads = tuple(head.output or self.output for head in self.heads.values())
        return heads or (self.output,)

    @property
    def calibrations(self) -> tuple[str | None, ...]:
        """How the scores of each of its heads become probabilities, or its own do."""
        heads = (head.calibration or self.calibration for head in self.heads.values())
        return tuple(heads) or (self.calibration,)


def learners_of(models: Mapping[str, Model]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the models that name each dataset, by the id of the dataset.

    Those that name none stand under the empty id: they may learn from any.
    """
    found: dict[str, list[str]] = {}
    for id, model in models.items():
        for dataset in dict.fromkeys(model.datasets or ("",)):
            found.setdefault(dataset, []).append(id)
    return {dataset: tuple(ids) for dataset, ids in found.items()}


class Dataset(SpecPart):
    """A versioned set of examples."""

    name: Text | None = Field(None, description="What people call it.")
    built_by: Text | None = Field(None, description="The component that builds it.")
    join: Literal["point-in-time", "latest", "logged"] | None = Field(
        None, description="How labels meet features."
    )
    split: Texts = Field((), description="time, random, group; one or more.")
    gap: Duration | None = Field(
        None, description="Time between the newest training example and the test."
    )
    group_by: Text | None = Field(None, description="What must not straddle a split.")
    linked_within: Text | None = Field(
        None, description="Group whose examples are linked: ring, household, lot."
    )
    lookback: Duration | None = Field(None, description="How far back it reaches.")
    labels: Texts = Field((), description="Ids of the labels in it.")
    maturity: Duration | None = Field(
        None, description="Age at which labels are final."
    )
    youngest: Duration | None = Field(
        None, description="Age of the youngest example that is learnt from."
    )
    delayed_feedback: Text | None = Field(
        None, description="How outcomes that are still to come are made up for."
    )
    censoring: Text | None = Field(
        None, description="How outcomes that a limit cuts off are made up for."
    )
    position_bias: Text | None = Field(
        None,
        description="How it is made up for that what stands first is clicked for it.",
    )
    treatment: Literal["random", "chosen"] | None = Field(
        None, description="Whether chance or somebody chose who was treated."
    )
    confounding: Text | None = Field(
        None, description="How what led to a chosen treatment is made up for."
    )
    examples: Count | None = Field(None, description="How many examples.")
    positive_rate: Fraction | None = Field(None, description="Share of positives.")
    negative_rate: Fraction | None = Field(None, description="Share of negatives kept.")
    reweighted: Flag | None = Field(None, description="Whether sampling is corrected.")
    held_out: Literal["natural", "resampled"] | None = Field(
        None, description="The class rates of the part that judges; none without it."
    )
    preprocess_fit_on: Text | None = Field(
        None, description="The part that scalers and encoders are fitted on."
    )
    versioned: Flag | None = Field(None, description="Whether snapshots are kept.")
    note: Text | None = Field(None, description="Anything else worth knowing.")


class TestSet(SpecPart):
    """A set of cases by which a language-model system is judged."""

    id: Text = Field(description="What it is called.")
    cases: Count | None = Field(None, description="How many cases.")
    purpose: Literal["retrieval", "generation", "task", "attack"] | None = Field(
        None, description="What is judged by it: one half, the whole, or its defences."
    )
    source: Text | None = Field(None, description="Where its cases come from.")
    frozen: Flag | None = Field(
        None, description="Whether it stays as it is while versions are compared."
    )
    unanswerable_share: Fraction | None = Field(
        None, description="Cases that nothing in the documents answers."
    )
    attack_share: Fraction | None = Field(
        None, description="Cases that try to make it do what it must not."
    )
    trials: Count | None = Field(None, description="How often each case is tried.")
    margin: Fraction | None = Field(
        None,
        description="Smallest difference, in cases of all, that a gate has to see; of "
        "attacks the largest share that may succeed.",
    )
    flips: Fraction | None = Field(
        None, description="Cases on which two versions differ, one way or the other."
    )


class Evaluation(SpecPart):
    """How a candidate is judged before users see it."""

    baseline: Text | None = Field(None, description="What it is compared with.")
    metrics: Texts = Field((), description="What is measured.")
    slices: Texts = Field((), description="Parts that are looked at alone.")
    gates: Texts = Field((), description="Conditions that let a candidate pass.")
    sets: tuple[TestSet, ...] = Field(
        (), description="Sets of cases for prompts, passages and agents."
    )
    judge: Text | None = Field(
        None, description="Component: grades answers, besides people."
    )
    operating_point: OperatingPoint | None = Field(
        None, description="Where the threshold is set."
    )
    calibration: Text | None = Field(None, description="How calibration is checked.")
    fairness: Text | None = Field(None, description="How fairness is checked.")
    correlation: Text | None = Field(
        None, description="How offline gains are tied to online ones."
    )
    note: Text | None = Field(None, description="Anything else worth knowing.")


class TrialMetric(SpecPart):
    """A metric of an experiment: one that decides, or a guardrail with its margin."""

    name: Text | None = Field(None, description="What people call it.")
    baseline_rate: Fraction | None = Field(None, description="A rate, as it is today.")
    mean: Cost | None = Field(None, description="A mean per unit, as it is today.")
    deviation: Cost | None = Field(
        None, description="Standard deviation of one unit; of a ratio, linearised."
    )
    mde: Change | None = Field(
        None,
        description="Smallest effect worth detecting; below 0 where less is better.",
    )
    margin: Change | None = Field(
        None, description="How much worse a guardrail may be and still pass."
    )
    alpha: Fraction | None = Field(
        None, description="Its own false alarm rate; one-sided with a margin."
    )
    correlation: Fraction | None = Field(
        None, description="Of it with itself before the test (CUPED)."
    )
    cluster_size: Count | None = Field(
        None, description="Observations in one unit: visits of a user."
    )
    icc: Fraction | None = Field(
        None, description="Correlation of the observations in one unit."
    )


class Experiment(SpecPart):
    """How a candidate proves its worth on users."""

    design: Literal["ab", "interleaving", "switchback", "stepped-wedge"] | None = Field(
        None,
        description=(
            "Parallel arms, mixed lists, arms in time, or clusters that cross over to "
            "the treatment for good, some at each step."
        ),
    )
    unit: Text | None = Field(None, description="What is randomised.")
    shared_within: Text | None = Field(
        None, description="Unit within which arms compete: depot, market, queue."
    )
    primary: Text | None = Field(None, description="The metric that decides.")
    counted_per: Text | None = Field(
        None, description="What the primary metric counts: user, card, order."
    )
    guardrails: Texts = Field((), description="Metrics that may stop it.")
    baseline_rate: Fraction | None = Field(None, description="The metric today.")
    mde: Change | None = Field(
        None,
        description="Smallest effect worth detecting; below 0 where less is better.",
    )
    alpha: Fraction | None = Field(None, description="False alarm rate.")
    power: Fraction | None = Field(None, description="Chance to see a true effect.")
    allocation: Fraction | None = Field(None, description="Share of traffic in it.")
    arms: Count | None = Field(None, description="How many variants.")
    split: dict[str, Fraction] = Field(
        default_factory=dict,
        description="Share of its units in each arm, by name, the control first.",
    )
    treatment_cost: dict[str, Cost] = Field(
        default_factory=dict,
        description="What a letter, a call or a discount costs a unit, by arm.",
    )
    units_per_day: Count | None = Field(None, description="New units on a day.")
    pool: Count | None = Field(
        None, description="All units that there are, where no new ones come."
    )
    cluster_size: Count | None = Field(
        None,
        description=(
            "Observations in one unit: orders of a shop; of a stepped wedge those of "
            "one cluster between two steps."
        ),
    )
    icc: Fraction | None = Field(
        None, description="Correlation of the observations in one unit."
    )
    clusters: Count | None = Field(
        None, description="Clusters of a stepped wedge: branches, clinics, depots."
    )
    steps: Count | None = Field(
        None,
        description="Steps of a stepped wedge: at each some clusters cross over, until "
        "all have.",
    )
    step_every: Duration | None = Field(
        None,
        description="Time from one step of a stepped wedge to the next, and before the "
        "first.",
    )
    outcome_window: Duration | None = Field(
        None, description="Time from joining until the outcome of a unit is known."
    )
    duration: Duration | None = Field(
        None, description="How long it runs, the last outcome included."
    )
    metrics: dict[str, TrialMetric] = Field(
        default_factory=dict,
        description="Further metrics that decide, and guardrails with a margin.",
    )
    multiplicity: Literal["bonferroni", "holm"] | None = Field(
        None, description="How the false alarm rate is shared by several comparisons."
    )
    srm_check: Flag | None = Field(
        None, description="Whether sample ratio mismatch is tested."
    )
    correlation: Fraction | None = Field(
        None, description="Of the metric with itself before the test (CUPED)."
    )
    variance_reduction: Text | None = Field(None, description="CUPED and the like.")
    correction: Text | None = Field(None, description="For several comparisons.")
    ethics: Text | None = Field(None, description="Who could be hurt, and the limit.")
    note: Text | None = Field(None, description="Anything else worth knowing.")
