"""Kinds of the registry stage: which model is out, and how to take it back."""

from designkit.catalog.attributes import (
    SENDS,
    count,
    duration,
    environments,
    flag,
    fraction,
    schedule,
    several,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="model-registry",
        stage=Stage.REGISTRY,
        plane=Plane.CONTROL,
        roles=(
            Role.ESSENTIAL,
            Role.RELEASES,
        ),
        glyph="versions",
        definition=(
            "Keeps every model version with its origin and its approval, and knows "
            "which one is in service. A rollback needs an older version that still "
            "exists and still loads."
        ),
        takes=("model", "decision"),
        needs=("model",),
        gives=("model",),
        attributes=(
            count("keep-versions", "versions that stay ready to be served"),
            text("approval", "who lets a version pass; automatic if nobody"),
            flag("stores-lineage", "whether code, data and features are recorded"),
            flag("signed", "whether a version can be proved unaltered"),
        ),
        technologies=("MLflow", "SageMaker", "Vertex AI", "Weights & Biases"),
    ),
    Kind(
        name="deployer",
        stage=Stage.REGISTRY,
        plane=Plane.CONTROL,
        roles=(Role.RELEASES,),
        glyph="steps",
        definition=(
            "Lets a new model meet real traffic step by step and takes it back when a "
            "guardrail breaks. Released all at once, a fault reaches everybody before "
            "anybody sees it."
        ),
        takes=(
            "model",
            "index",
            "metric",
            "alert",
            "policy",
            "decision",
            "trigger",
        ),
        needs_one=(("model", "policy", "index"),),
        gives=("model", "policy"),
        attributes=(
            several(
                "strategy",
                "steps of a release, in order",
                "shadow",
                "canary",
                "ab",
                "interleaving",
                "switchback",
                "ramp",
                "blue-green",
                "holdout",
            ),
            fraction("canary", "part of the traffic in the first step"),
            duration("bake", "how long a step is watched before the next"),
            environments(),
            count("steps", "steps of each release that are watched; one if unsaid"),
            duration("ramp", "time from the last of them until all get the version"),
            count("harm", "rise of a bad outcome that a step must be able to show"),
            several("gates", "conditions, with numbers, for the next step"),
            text("rollback", "who takes a bad version back", "auto", "manual"),
            duration("rollback-time", "time until the old version serves all again"),
            *SENDS,
        ),
        technologies=(
            "Argo Rollouts",
            "Seldon",
            "KServe",
            "Spinnaker",
            "Flagger",
            "SageMaker",
        ),
    ),
    Kind(
        name="index-builder",
        stage=Stage.REGISTRY,
        plane=Plane.OFFLINE,
        glyph="hammer",
        definition=(
            "Builds the structures that retrieval searches and publishes them. What is "
            "not in the index yet cannot be found, and an index of another encoder "
            "version finds nonsense."
        ),
        takes=(
            "embedding",
            "raw-table",
            "event",
            "feature-table",
            "trigger",
            "policy",
            "passages",
        ),
        gives=("index",),
        attributes=(
            *schedule("build"),
            count("items", "items in the index"),
            text("encoder", "model, with its version, that made the vectors"),
            flag("incremental", "whether new items get in without a full build"),
        ),
        technologies=("Faiss", "ScaNN", "hnswlib", "Lucene", "Elasticsearch", "Spark"),
    ),
    Kind(
        name="code-repository",
        stage=Stage.REGISTRY,
        plane=Plane.CONTROL,
        roles=(Role.SINK,),
        glyph="fork",
        definition=(
            "Keeps every version of the code and of the settings, and who changed and "
            "who reviewed it. A model whose commit is not known cannot be built again."
        ),
        takes=("feature-def", "policy", "schema", "trigger"),
        gives=("feature-def", "policy", "schema", "trigger"),
        technologies=("GitHub", "GitLab"),
        example="{technology: GitLab, note: two people review each change}",
    ),
    Kind(
        name="ci-pipeline",
        stage=Stage.REGISTRY,
        plane=Plane.CONTROL,
        roles=(Role.SINK,),
        glyph="checks",
        definition=(
            "Builds and tests each change of code, schema, features or model, and "
            "starts a release only if all tests pass. Without it the first test of a "
            "change is its first request."
        ),
        takes=(
            "trigger",
            "feature-def",
            "policy",
            "dataset",
            "model",
            "metric",
        ),
        gives=("trigger", "metric", "alert", "model", "feature-def", "policy"),
        technologies=("GitHub Actions", "GitLab CI", "Jenkins"),
        example="{technology: GitLab CI, note: 'schema, skew and replay tests'}",
    ),
)
