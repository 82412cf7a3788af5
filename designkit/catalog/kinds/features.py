"""Kinds of the feature stage: one value, the same in training and in serving."""

from designkit.catalog.attributes import (
    STORAGE_PRICE,
    count,
    duration,
    flag,
    fraction,
    key_spaces,
    lag,
    rate,
    retention,
    schedule,
    size,
    text,
)
from designkit.catalog.kind import Attribute, Kind, Plane, Stage
from designkit.catalog.role import Role

CODE: tuple[Attribute, ...] = (
    text("language", "language that the feature is written in"),
    text("code", "where the code of the feature lives"),
)

KINDS: tuple[Kind, ...] = (
    Kind(
        name="batch-transform",
        stage=Stage.FEATURES,
        plane=Plane.OFFLINE,
        roles=(
            Role.TRANSFORM,
            Role.COMPUTES,
            Role.SCHEDULED_FEED,
        ),
        glyph="gear",
        definition=(
            "A job that computes features over history by the clock: cheap, easy to "
            "repeat, and always behind. What must react within the hour does not "
            "belong here."
        ),
        takes=(
            "feature-def",
            "raw-table",
            "event",
            "feature-table",
            "embedding",
            "label",
            "trigger",
            "policy",
        ),
        gives=("feature-table", "raw-table"),
        attributes=(
            *schedule("computation"),
            duration("window", "how far back a feature looks"),
            *CODE,
        ),
        technologies=("Spark", "dbt", "BigQuery", "Beam", "Trino"),
    ),
    Kind(
        name="stream-transform",
        stage=Stage.FEATURES,
        plane=Plane.ASYNC,
        roles=(
            Role.TRANSFORM,
            Role.COMPUTES,
            Role.STREAM_READER,
        ),
        glyph="window",
        definition=(
            "Counts and sums over sliding windows, brought up to date with each event. "
            "Behaviour of the last minutes is invisible without it; the price is late "
            "events and a second engine that must agree with the batch one."
        ),
        takes=("feature-def", "event"),
        needs=("event",),
        gives=("feature-values", "feature-table", "event"),
        attributes=(
            duration("window", "how far back an aggregate looks"),
            duration("slide", "time between two updates of an aggregate"),
            duration("watermark", "how long it waits for late events"),
            lag("the event to the updated value"),
            rate("max-events", "events in a time that it keeps up with"),
            *CODE,
        ),
        technologies=(
            "Flink",
            "Spark Structured Streaming",
            "Kafka Streams",
            "RisingWave",
        ),
    ),
    Kind(
        name="on-demand-transform",
        stage=Stage.FEATURES,
        plane=Plane.ONLINE,
        roles=(
            Role.TRANSFORM,
            Role.COMPUTES,
        ),
        glyph="bolt",
        definition=(
            "A feature worked out from the request itself, such as the distance to the "
            "shop or the amount against the average. It must be the same code that "
            "made the training data, or the model meets numbers it never saw."
        ),
        takes=("feature-def", "request", "feature-values", "event"),
        needs=("request",),
        gives=("feature-values",),
        attributes=CODE,
        technologies=("Feast", "Chronon", "Tecton", "pandas"),
    ),
    Kind(
        name="embedding-job",
        stage=Stage.FEATURES,
        plane=Plane.OFFLINE,
        roles=(Role.COMPUTES,),
        glyph="vector",
        definition=(
            "A job that runs an encoder over all items or users to get their vectors. "
            "When the encoder changes, every vector must be made anew: old and new "
            "ones do not compare."
        ),
        takes=(
            "model",
            "raw-table",
            "feature-table",
            "event",
            "trigger",
            "policy",
            "passages",
        ),
        needs=("model",),
        gives=("embedding",),
        attributes=(
            *schedule("encoding"),
            count("entities", "entities that get a vector"),
            count("dimensions", "numbers in one vector"),
            count("context-window", "tokens of a text that its encoder reads"),
            text("encoder", "model, with its version, that makes the vectors"),
        ),
        technologies=("Spark", "PyTorch", "Ray", "Triton", "Sentence Transformers"),
    ),
    Kind(
        name="feature-registry",
        stage=Stage.FEATURES,
        plane=Plane.CONTROL,
        glyph="book",
        definition=(
            "The catalogue of features: what each means, who owns it, what it is made "
            "from, who uses it. Without it teams build the same feature twice, and "
            "nobody dares to remove one."
        ),
        takes=("feature-def",),
        gives=("feature-def",),
        attributes=(
            count("features", "features that it lists"),
            fraction("owner-coverage", "part of the features that have an owner"),
        ),
        technologies=("Feast", "Tecton", "Hopsworks", "Databricks"),
    ),
    Kind(
        name="offline-store",
        stage=Stage.FEATURES,
        plane=Plane.OFFLINE,
        roles=(
            Role.ESSENTIAL,
            Role.KEEPS_ROWS,
            Role.KEEPS_HISTORY,
        ),
        glyph="disks",
        definition=(
            "Every value that a feature ever had, with its time. It lets a training "
            "row see what was known at that moment and no later; without event times, "
            "the future leaks into the past."
        ),
        takes=("feature-table", "feature-values", "embedding", "raw-table"),
        gives=("feature-table", "embedding"),
        attributes=(
            retention("how long feature history is kept"),
            size("size", "data that it holds now, one copy of it"),
            STORAGE_PRICE,
            flag("keeps-event-time", "whether each value carries the time it was true"),
        ),
        technologies=("Parquet", "Iceberg", "BigQuery", "Snowflake", "Hive"),
    ),
    Kind(
        name="materializer",
        stage=Stage.FEATURES,
        plane=Plane.OFFLINE,
        roles=(Role.SCHEDULED_FEED,),
        glyph="lift",
        definition=(
            "The job that carries the newest row of each entity from the offline to "
            "the online store. If it runs more rarely than rows expire, features "
            "vanish between two runs."
        ),
        takes=(
            "feature-def",
            "feature-table",
            "embedding",
            "prediction",
            "trigger",
            "policy",
        ),
        gives=("feature-values", "prediction"),
        attributes=(
            *schedule("copy"),
            rate("throughput", "rows written to the online store in a time"),
        ),
        technologies=("Feast", "Spark", "Tecton"),
    ),
    Kind(
        name="online-store",
        stage=Stage.FEATURES,
        plane=Plane.ONLINE,
        roles=(
            Role.KEYED,
            Role.ESSENTIAL,
            Role.KEEPS_ROWS,
        ),
        glyph="key",
        definition=(
            "A key-value store that gives the current features of an entity within "
            "milliseconds. When it is slow, full or expired, the model still answers, "
            "but from defaults."
        ),
        takes=("feature-values", "embedding", "feature-table", "request"),
        gives=("feature-values", "embedding"),
        attributes=(
            count("entities", "keys that it holds"),
            size("entity-size", "size of all features of one key"),
            rate("max-reads", "reads in a time that it can serve"),
            duration("ttl", "how long a value lives without being refreshed"),
            key_spaces(),
            count("replication", "copies kept of each key"),
            size("memory", "memory or disk of the whole cluster"),
            fraction("fill-max", "part of the memory that may be used"),
        ),
        technologies=(
            "Redis",
            "DynamoDB",
            "Cassandra",
            "ScyllaDB",
            "Bigtable",
            "Aerospike",
        ),
    ),
    Kind(
        name="feature-log",
        stage=Stage.FEATURES,
        plane=Plane.ASYNC,
        roles=(
            Role.KEEPS_ROWS,
            Role.KEEPS_PREDICTIONS,
            Role.SERVING_LOG,
            Role.LOOP_LOGS,
        ),
        glyph="scroll",
        definition=(
            "A record of the very values that the model saw for each prediction. It is "
            "the simplest cure for training-serving skew, and without it the skew "
            "cannot even be measured."
        ),
        takes=("feature-values", "prediction", "event", "decision"),
        needs=("feature-values",),
        gives=("feature-table", "event"),
        attributes=(
            fraction("sample-rate", "part of the predictions that are recorded"),
            retention("how long a record is kept"),
            text("join-key", "id by which a record meets its prediction"),
            size("row-size", "size of one record"),
            count("rows-per-request", "records that one request leaves; 1 if unsaid"),
            count("replication", "copies kept of each record; 1 if unsaid"),
            STORAGE_PRICE,
            lag("the prediction to its record"),
        ),
        technologies=("Kafka", "Iceberg", "Parquet"),
    ),
)
