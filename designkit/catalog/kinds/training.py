"""Kinds of the training stage: from labels to a model that may go out."""

from designkit.catalog.attributes import (
    count,
    duration,
    flag,
    fraction,
    money,
    rate,
    retention,
    schedule,
    several,
    size,
    text,
)
from designkit.catalog.kind import Attribute, Kind, Plane, Stage
from designkit.catalog.role import Role

ON_DEVICES: tuple[Attribute, ...] = (
    count("clients-per-round", "devices that one round of federated training asks"),
    count("rounds", "rounds of one federated training"),
    duration("round-time", "time of one round, from asking to the new model"),
    size("update-size", "bytes that a device sends back; the model if unsaid"),
    fraction("drop-out", "part of the devices asked that send nothing back"),
    count("min-cohort", "fewest updates that may be added up to a new model"),
    text("aggregation", "who sees one update alone", "plain", "secure"),
    count("epsilon", "privacy loss by which the noise is set; smaller is stronger"),
)
"""What a trainer says that learns on devices, from their updates."""

KINDS: tuple[Kind, ...] = (
    Kind(
        name="dataset-builder",
        stage=Stage.TRAINING,
        plane=Plane.OFFLINE,
        roles=(
            Role.KEEPS_ROWS,
            Role.LOOP_LEARNS,
        ),
        glyph="table",
        definition=(
            "Joins each label with the features as they were at that moment, samples, "
            "splits, and freezes the result under a version. A careless join or a "
            "random split here gives fine offline numbers that never come true."
        ),
        takes=(
            "feature-def",
            "label",
            "feature-table",
            "embedding",
            "raw-table",
            "event",
            "trigger",
            "policy",
            "trace",
            "completion",
        ),
        needs=("label",),
        gives=("dataset",),
        attributes=(
            *schedule("build"),
            text(
                "join",
                "which value of a feature a label meets",
                "point-in-time",
                "latest",
                "logged",
            ),
            several(
                "split",
                "what keeps training and test examples apart",
                "time",
                "random",
                "group",
            ),
            text("group-by", "entity that may not be on both sides of the split"),
            text("linked-within", "group whose examples are linked: ring, household"),
            fraction("negative-rate", "part of the negative examples that is kept"),
            flag("reweighted", "whether weights undo the sampling of negatives"),
            text(
                "preprocess-fit-on",
                "examples that scalers and vocabularies are fitted on",
                "train",
                "all",
            ),
            duration("lookback", "how far back the examples reach"),
            flag("versioned", "whether the same dataset can be built again"),
            text("purpose", "what the examples are for", "train", "test"),
            text("form", "what one example is", "examples", "pairs", "trajectories"),
        ),
        technologies=("Feast", "Spark", "Chronon", "DVC"),
    ),
    Kind(
        name="trainer",
        stage=Stage.TRAINING,
        plane=Plane.OFFLINE,
        roles=(
            Role.ESSENTIAL,
            Role.LOOP_LEARNS,
        ),
        glyph="network",
        definition=(
            "Fits a model to a dataset. If seed, code and data are not pinned, a good "
            "run cannot be had a second time, nor a bad one explained."
        ),
        takes=("dataset", "model", "trigger", "policy"),
        needs=("dataset",),
        gives=("model",),
        attributes=(
            *schedule("training"),
            text("algorithm", "model family, and the loss it minimises"),
            count("examples", "examples in one pass"),
            count("epochs", "passes over the examples"),
            rate("throughput", "examples that one device reads in a time"),
            count("devices", "machines or accelerators that work together"),
            fraction("efficiency", "part of their speed left when they work together"),
            text("hardware", "what one device is"),
            money("run-cost", "price of one training"),
            flag("seed-pinned", "whether a run can be repeated exactly"),
            text("code", "where the training code lives"),
            text(
                "method",
                "how a model is tuned",
                "full",
                "lora",
                "qlora",
                "dpo",
                "distil",
            ),
            text("base-model", "model that it starts from, with its version"),
            count("rank", "rank of the matrices that are learnt (LoRA)"),
            count("train-tokens", "tokens that one training reads"),
            text("licence", "terms of the base model, or of a teacher's outputs"),
            *ON_DEVICES,
        ),
        technologies=(
            "XGBoost",
            "LightGBM",
            "PyTorch",
            "TensorFlow",
            "TorchRec",
            "Ray",
            "SageMaker",
            "Vertex AI",
        ),
    ),
    Kind(
        name="tuner",
        stage=Stage.TRAINING,
        plane=Plane.OFFLINE,
        glyph="sliders",
        definition=(
            "Tries many settings of a trainer and keeps the best. Judged on the test "
            "set instead of a validation set, it finds the luckiest setting."
        ),
        takes=("dataset", "model", "trigger", "policy"),
        gives=("policy", "model"),
        attributes=(
            *schedule("search"),
            count("trials", "settings that one search tries"),
            text("metric", "number that decides which setting is best"),
            flag("early-stopping", "whether hopeless trials are cut short"),
        ),
        technologies=("Optuna", "Ray Tune", "Vizier", "Katib"),
        example=(
            "{technology: Optuna, interval: 30 d, runtime: 9 h, trials: 60, "
            "metric: PR-AUC on the validation week, early-stopping: true}"
        ),
    ),
    Kind(
        name="evaluator",
        stage=Stage.TRAINING,
        plane=Plane.OFFLINE,
        roles=(Role.LOOP_LEARNS,),
        glyph="gauge",
        definition=(
            "Measures a candidate against the model in service and a simple baseline, "
            "as a whole and slice by slice, and refuses it below the line. Without it "
            "a worse model goes out as easily as a better one."
        ),
        takes=(
            "model",
            "dataset",
            "policy",
            "trigger",
            "trace",
            "metric",
        ),
        needs=("dataset",),
        needs_one=(("model", "policy"),),
        gives=(
            "model",
            "metric",
            "policy",
        ),
        attributes=(
            *schedule("evaluation"),
            several("metrics", "numbers that are computed"),
            text("baseline", "simple method that the model must beat"),
            several("slices", "groups that are measured on their own"),
            several("gates", "conditions, with numbers, for a pass"),
            flag("calibration-check", "whether probabilities are compared with rates"),
            flag("fairness-check", "whether error rates are compared across groups"),
        ),
        technologies=("TFMA", "Evidently", "scikit-learn", "Deepchecks"),
    ),
    Kind(
        name="calibrator",
        stage=Stage.TRAINING,
        plane=Plane.OFFLINE,
        roles=(Role.LOOP_LEARNS,),
        glyph="diagonal",
        definition=(
            "Bends scores until they are true probabilities, on recent data with the "
            "natural share of positives. Bids and cost thresholds do arithmetic with "
            "probabilities and go wrong with mere scores."
        ),
        takes=("model", "dataset", "trigger", "policy"),
        needs=("model",),
        gives=("model",),
        attributes=(
            *schedule("calibration"),
            text(
                "method",
                "how scores become probabilities",
                "isotonic",
                "platt",
                "sampling-correction",
            ),
        ),
        technologies=("scikit-learn", "Isotonic regression", "Platt scaling"),
    ),
    Kind(
        name="experiment-tracker",
        stage=Stage.TRAINING,
        plane=Plane.CONTROL,
        roles=(Role.SINK,),
        glyph="notebook",
        definition=(
            "The notebook of all training runs: settings, data version, code version, "
            "results. Without it the best model is the one somebody remembers."
        ),
        takes=("metric", "model", "dataset", "audit-record"),
        gives=("metric",),
        attributes=(retention("how long a run is kept"),),
        technologies=("MLflow", "Weights & Biases", "ML Metadata", "Comet"),
    ),
    Kind(
        name="orchestrator",
        stage=Stage.TRAINING,
        plane=Plane.CONTROL,
        roles=(Role.LOOP_WATCHES,),
        glyph="timetable",
        definition=(
            "Starts the steps of a pipeline in order, by the clock or on command, and "
            "tries again what failed. Without it retraining depends on a person who "
            "remembers."
        ),
        takes=("trigger", "alert"),
        gives=("trigger",),
        attributes=(
            duration("interval", "time from one scheduled run to the next"),
            count("retries", "times that a failed step is tried again"),
            flag("catch-up", "whether missed runs are made up for"),
        ),
        technologies=(
            "Airflow",
            "Kubeflow Pipelines",
            "Dagster",
            "Argo Workflows",
            "Metaflow",
            "Prefect",
        ),
    ),
    Kind(
        name="notebook",
        stage=Stage.TRAINING,
        plane=Plane.OFFLINE,
        roles=(Role.SINK,),
        glyph="cells",
        definition=(
            "Where a person looks at data and tries things, cell by cell. What it "
            "makes can be made again only if its code, data and versions are kept "
            "outside of it."
        ),
        takes=(
            "raw-table",
            "event",
            "feature-table",
            "embedding",
            "label",
            "dataset",
            "prediction",
            "metric",
            "model",
        ),
        gives=("feature-def", "policy", "trigger", "metric", "model"),
        technologies=("Jupyter",),
        example="{technology: Jupyter, note: for exploring; nothing runs from here}",
    ),
)
