"""Kinds of the serving stage that make predictions, and keep them."""

from designkit.catalog.attributes import (
    STORAGE_PRICE,
    count,
    draws,
    duration,
    fraction,
    key_spaces,
    lag,
    rate,
    retention,
    schedule,
    several,
    size,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.kinds.general import WORKERS
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="model-server",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.SERVES_CALLS,
            Role.RUNS_MODEL,
            Role.READS_LIVE,
            Role.ESSENTIAL,
            Role.COMPUTES,
            Role.ON_DEMAND,
            Role.ALTERNATES,
            Role.LOOP_PREDICTS,
        ),
        glyph="chip",
        definition=(
            "Runs a model on the features of a request and returns its predictions, "
            "or its vectors. It is where the latency budget is spent; too few "
            "replicas make a queue that grows faster than the traffic."
        ),
        takes=(
            "request",
            "candidates",
            "feature-values",
            "embedding",
            "model",
            "assignment",
            "prediction",
            "passages",
            "policy",
        ),
        needs=("model",),
        gives=(
            "prediction",
            "embedding",
            "explanation",
            "passages",
            "request",
        ),
        attributes=(
            text(
                "role",
                "what the model does in the path",
                "pre-rank",
                "rank",
                "classify",
                "regress",
                "encode",
                "transcribe",
                "speak",
            ),
            count("items-in", "items that are scored for one request"),
            count("items-out", "items that go on to the next step"),
            count("features", "features that the model reads"),
            *WORKERS,
            count("batch-max", "most calls that are computed together"),
            duration("queue-delay", "longest wait for a batch to fill"),
            size("memory", "memory that one replica needs"),
            text("hardware", "what one replica runs on"),
            *draws(),
        ),
        technologies=(
            "Triton",
            "TorchServe",
            "TensorFlow Serving",
            "KServe",
            "Ray Serve",
            "BentoML",
            "ONNX Runtime",
            "vLLM",
        ),
    ),
    Kind(
        name="batch-scorer",
        stage=Stage.SERVING,
        plane=Plane.OFFLINE,
        roles=(
            Role.RUNS_MODEL,
            Role.ESSENTIAL,
            Role.LOOP_PREDICTS,
        ),
        glyph="calendar",
        definition=(
            "Scores everybody by the clock and stores the result. It is cheap and "
            "calm, but it knows nothing that happened since the last run and wastes "
            "work on those who never come."
        ),
        takes=(
            "model",
            "feature-table",
            "dataset",
            "embedding",
            "trigger",
            "policy",
            "completion",
            "raw-table",
        ),
        needs_one=(("model", "completion"),),
        gives=(
            "prediction",
            "prompt",
        ),
        attributes=(
            *schedule("scoring"),
            count("entities", "entities that one run scores"),
            rate("throughput", "entities scored in a time"),
            size("memory", "memory of one worker"),
        ),
        technologies=("Spark", "Ray", "Beam", "SageMaker"),
        example=(
            "{technology: Spark, interval: 24 h, runtime: 3 h, entities: 40 M, "
            "throughput: 3.7 k/s}"
        ),
    ),
    Kind(
        name="stream-scorer",
        stage=Stage.SERVING,
        plane=Plane.ASYNC,
        roles=(
            Role.RUNS_MODEL,
            Role.READS_LIVE,
            Role.ESSENTIAL,
            Role.STREAM_READER,
            Role.LOOP_PREDICTS,
        ),
        glyph="ripple",
        definition=(
            "Scores each event as it passes, with nobody waiting for the answer. It "
            "reacts within seconds where there is no request to hold up, as in "
            "moderation, but a backlog turns the seconds into hours."
        ),
        takes=("event", "model", "feature-values", "embedding"),
        needs=("model", "event"),
        gives=("prediction", "event"),
        attributes=(
            rate("max-events", "events in a time that it keeps up with"),
            *WORKERS,
            lag("the event to its prediction"),
        ),
        technologies=("Flink", "ONNX Runtime", "Kafka Streams", "Ray", "Triton"),
        example=(
            "{technology: Flink, max-events: 12 k/s, service-time: 6 ms, "
            "concurrency: 96, lag: 2 s}"
        ),
    ),
    Kind(
        name="prediction-store",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.KEYED,
            Role.KEEPS_ROWS,
            Role.KEEPS_ANSWERS,
            Role.NARROWS,
        ),
        glyph="drawers",
        definition=(
            "Predictions made beforehand and read by key. It makes serving trivial; "
            "the price is stale answers, and none at all for whoever is new."
        ),
        takes=("prediction", "request"),
        needs=("prediction",),
        gives=("prediction", "candidates", "response"),
        attributes=(
            count("entities", "keys that it holds"),
            size("entity-size", "size of the predictions of one key"),
            key_spaces(),
            duration("ttl", "how long a prediction stays valid"),
            rate("max-reads", "reads in a time that it can serve"),
            count("replication", "copies kept of each key"),
            size("memory", "memory or disk of the whole cluster"),
            fraction("fill-max", "part of the memory that may be used"),
        ),
        technologies=("Redis", "DynamoDB", "Cassandra"),
        example=(
            "{technology: DynamoDB, entities: 40 M, entity-size: 2 kB, ttl: 36 h}"
        ),
    ),
    Kind(
        name="hash-matcher",
        stage=Stage.SERVING,
        plane=Plane.ASYNC,
        glyph="hash",
        definition=(
            "Recognises content that is already known to be bad by its fingerprint. "
            "It stops copies at once and for almost nothing, where a model would "
            "have to judge every copy anew."
        ),
        takes=("event", "index"),
        gives=("decision", "event", "prediction"),
        attributes=(
            count("hashes", "fingerprints that it knows"),
            count("distance-max", "bits by which a match may differ"),
            lag("the upload to the verdict"),
        ),
        technologies=("PDQ", "TMK", "PhotoDNA"),
        example="{technology: PDQ, hashes: 3 M, distance-max: 31, lag: 1 min}",
    ),
    Kind(
        name="prediction-log",
        stage=Stage.SERVING,
        plane=Plane.ASYNC,
        roles=(
            Role.KEEPS_ROWS,
            Role.AWAITS_OUTCOME,
            Role.SERVING_LOG,
            Role.UNFILTERED,
            Role.FEEDS_TRAINING,
            Role.LOOP_LOGS,
        ),
        glyph="scroll",
        definition=(
            "A record of each prediction with its id, model version, arm, position and "
            "decision. It is what labels are joined to and what quality is measured "
            "on; what is not logged here can be neither learnt nor proved."
        ),
        takes=(
            "prediction",
            "decision",
            "response",
            "candidates",
            "assignment",
            "explanation",
            "event",
            "label",
            "trace",
            "completion",
            "tool-call",
            "tool-result",
            "policy",
        ),
        gives=(
            "prediction",
            "event",
            "decision",
            "trace",
        ),
        attributes=(
            text("join-key", "id by which a later outcome meets its prediction"),
            fraction("sample-rate", "part of the predictions that are recorded"),
            retention("how long a record is kept"),
            size("row-size", "size of one record"),
            count("rows-per-request", "records that one request leaves; 1 if unsaid"),
            count("replication", "copies kept of each record; 1 if unsaid"),
            STORAGE_PRICE,
            several("fields", "what a record holds, such as position or propensity"),
            lag("the prediction to its record"),
        ),
        technologies=("Kafka", "Iceberg", "BigQuery"),
    ),
)
