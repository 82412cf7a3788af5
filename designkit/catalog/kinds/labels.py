"""Kinds of the label stage: how the system learns what was true."""

from designkit.catalog.attributes import (
    count,
    duration,
    fraction,
    lag,
    money,
    percentiles,
    rate,
    schedule,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="label-joiner",
        stage=Stage.LABELS,
        plane=Plane.ASYNC,
        roles=(Role.LOOP_LABELS,),
        glyph="join",
        definition=(
            "Finds, for each logged prediction, what happened afterwards, and waits a "
            "stated time for it. Wait too little and late positives are learnt as "
            "negatives; wait too long and the model is old."
        ),
        takes=(
            "event",
            "prediction",
            "raw-table",
            "label",
            "feature-table",
            "decision",
        ),
        gives=("label",),
        attributes=(
            text("join-key", "id by which an outcome meets its prediction"),
            duration("window", "how long after a prediction an outcome still counts"),
            percentiles("delay", "time from the prediction to its outcome"),
            fraction(
                "positive-rate", "part of the predictions with a positive outcome"
            ),
            duration("watermark", "how long it waits for late events"),
            text(
                "public-labels",
                "what keeps a few people from teaching the model what they like",
                "weighted",
                "capped",
                "trapped",
            ),
            lag("the outcome to its label"),
            *schedule("join"),
        ),
        technologies=("Flink", "Spark", "Beam"),
    ),
    Kind(
        name="human-labeling",
        stage=Stage.LABELS,
        plane=Plane.ASYNC,
        roles=(
            Role.JUDGED_BY_PEOPLE,
            Role.LOOP_LABELS,
        ),
        glyph="annotator",
        definition=(
            "People who judge cases by a written guideline. Without a second opinion "
            "and known test cases, nobody can tell a hard case from a careless judge."
        ),
        takes=(
            "review-task",
            "event",
            "raw-table",
            "prediction",
            "trace",
            "completion",
        ),
        gives=("label",),
        attributes=(
            rate("capacity", "labels that people can give in a time"),
            money("label-cost", "price of one label"),
            count("redundancy", "people who judge the same case"),
            fraction("agreement-min", "agreement below which labels are refused"),
            fraction("gold-rate", "part of the cases whose answer is already known"),
        ),
        technologies=("Label Studio", "Scale AI", "Toloka", "SageMaker Ground Truth"),
    ),
    Kind(
        name="weak-labeler",
        stage=Stage.LABELS,
        plane=Plane.OFFLINE,
        roles=(Role.LOOP_LABELS,),
        glyph="tags",
        definition=(
            "Rules or other models that vote on a label where true ones are scarce. "
            "The labels are cheap and wrong in the same way each time, so they must "
            "be measured against a few true ones."
        ),
        takes=(
            "raw-table",
            "event",
            "prediction",
            "completion",
            "policy",
        ),
        gives=(
            "label",
            "prompt",
        ),
        attributes=(
            *schedule("labelling"),
            fraction("coverage", "part of the cases that get a label"),
            fraction("accuracy", "estimated part of the labels that are right"),
            text("method", "what votes", "rules", "model", "llm"),
        ),
        technologies=("Snorkel", "LLM", "Cleanlab"),
        example=(
            "{technology: Snorkel, interval: 1 d, runtime: 40 min, coverage: 35%, "
            "accuracy: 82%}"
        ),
    ),
)
