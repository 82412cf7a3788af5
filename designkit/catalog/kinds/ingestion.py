"""Kinds of the ingestion stage: how facts get in, and where they rest."""

from designkit.catalog.attributes import (
    STORAGE_PRICE,
    count,
    flag,
    fraction,
    lag,
    money,
    rate,
    retention,
    schedule,
    several,
    size,
    text,
    trust,
    volume,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.kinds.general import ANYTHING, STAGE
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="source-db",
        stage=Stage.INGESTION,
        plane=Plane.OFFLINE,
        roles=(
            Role.ORIGIN,
            Role.SINK,
        ),
        glyph="database",
        definition=(
            "The database of another team, such as orders or accounts, that holds the "
            "truth about the business. Without a contract its columns change "
            "unannounced, and features go wrong in silence."
        ),
        takes=("decision", "event", "policy"),
        gives=("raw-table", "event"),
        attributes=(
            count("rows", "rows that it holds"),
            size("row-size", "size of one row"),
            rate("change-rate", "inserts and updates in a time"),
            text("contract", "what its owner promises about schema and delivery"),
            trust("who can write into it"),
        ),
        technologies=("PostgreSQL", "MySQL", "DynamoDB", "MongoDB", "Oracle"),
    ),
    Kind(
        name="third-party",
        stage=Stage.INGESTION,
        plane=Plane.ANY,
        roles=(
            Role.GENERAL,
            Role.ORIGIN,
            Role.SINK,
        ),
        glyph="plug",
        definition=(
            "Data or scores bought from outside: a credit bureau, a map, a device "
            "check. It costs money on each call and fails on its own schedule, so the "
            "design needs a deadline for it and a plan without it."
        ),
        takes=ANYTHING,
        gives=ANYTHING,
        attributes=(
            STAGE,
            money("call-cost", "price of one call"),
            text("licence", "what the contract lets us keep and train on"),
            trust("who can write what it sends; anybody, if unsaid"),
        ),
        technologies=(
            "Partner API",
            "Credit bureau",
            "Maps feed",
            "Device intelligence",
        ),
    ),
    Kind(
        name="event-collector",
        stage=Stage.INGESTION,
        plane=Plane.ASYNC,
        roles=(
            Role.ESSENTIAL,
            Role.UNFILTERED,
            Role.LOOP_LOGS,
        ),
        glyph="inlet",
        definition=(
            "The endpoint that receives behaviour, gives each event an id and a time, "
            "and drops repeats. If it loses or doubles events, every label and every "
            "count built on them is biased."
        ),
        takes=("event", "policy"),
        needs=("event",),
        gives=("event",),
        attributes=(
            rate("peak-events", "events that arrive in a time at the busiest hour"),
            size("event-size", "size of one event"),
            fraction("loss-rate", "part of the events that never arrive"),
            text("dedupe-key", "fields by which a repeated event is known"),
            lag("the event to its being forwarded"),
        ),
        technologies=("Snowplow", "Segment", "RudderStack", "OpenTelemetry"),
    ),
    Kind(
        name="event-log",
        stage=Stage.INGESTION,
        plane=Plane.ASYNC,
        roles=(
            Role.ESSENTIAL,
            Role.KEEPS_ROWS,
            Role.KEEPS_HISTORY,
            Role.KEEPS_PREDICTIONS,
            Role.AWAITS_OUTCOME,
            Role.UNFILTERED,
            Role.LOOP_LOGS,
        ),
        glyph="tube",
        definition=(
            "An ordered record of events that many readers follow, each at its own "
            "pace. It lets a stream job start again after a fault and replay history; "
            "if it forgets too soon, late labels find nothing to join."
        ),
        takes=("event", "prediction", "decision", "label", "response", "review-task"),
        needs=("event",),
        gives=("event", "label"),
        attributes=(
            rate("peak-events", "events written in a time at the busiest hour"),
            rate("max-events", "events in a time that it can take"),
            size("event-size", "size of one event"),
            retention("how long an event can still be read"),
            count("partitions", "parts that can be read in parallel"),
            volume("partition-bytes", "data in a time that one partition can take"),
            rate("partition-events", "events in a time that one reader keeps up with"),
            count("replication", "copies kept of each event"),
            STORAGE_PRICE,
            text("schema", "how the shape of events is fixed and evolves"),
        ),
        technologies=("Kafka", "Kinesis", "Pub/Sub", "Pulsar", "Redpanda"),
    ),
    Kind(
        name="batch-ingest",
        stage=Stage.INGESTION,
        plane=Plane.OFFLINE,
        roles=(
            Role.ESSENTIAL,
            Role.SCHEDULED_FEED,
        ),
        glyph="tray",
        definition=(
            "A job that copies tables into the lake by the clock. All that is built on "
            "it is at least one interval old, whatever comes after."
        ),
        takes=("raw-table", "event", "trigger", "policy"),
        gives=("raw-table",),
        attributes=(
            *schedule("copy"),
            size("run-size", "data that one run copies"),
        ),
        technologies=("Airflow", "Spark", "Fivetran", "Airbyte", "Sqoop"),
    ),
    Kind(
        name="stream-ingest",
        stage=Stage.INGESTION,
        plane=Plane.ASYNC,
        roles=(
            Role.ESSENTIAL,
            Role.STREAM_READER,
        ),
        glyph="current",
        definition=(
            "A job that carries each change of a source into the log or the lake as it "
            "happens. Without it, stock, prices and account states are only as fresh "
            "as the last nightly copy."
        ),
        takes=("event", "raw-table"),
        gives=("event", "raw-table"),
        attributes=(
            lag("a change at the source to its arrival"),
            rate("max-events", "changes in a time that it keeps up with"),
        ),
        technologies=("Debezium", "Kafka Connect", "Flink", "Dataflow"),
    ),
    Kind(
        name="lake",
        stage=Stage.INGESTION,
        plane=Plane.OFFLINE,
        roles=(
            Role.ESSENTIAL,
            Role.KEEPS_ROWS,
            Role.KEEPS_HISTORY,
            Role.KEEPS_PREDICTIONS,
            Role.UNFILTERED,
        ),
        glyph="lake",
        definition=(
            "The long memory of the system: raw and cleaned tables from which features "
            "and datasets can be made again. Without it nobody can retrain on a past "
            "period or find out when a number went wrong."
        ),
        takes=(
            "raw-table",
            "event",
            "label",
            "prediction",
            "feature-table",
            "metric",
            "decision",
            "trace",
            "tool-call",
            "tool-result",
        ),
        gives=("raw-table", "label", "feature-table"),
        attributes=(
            size("size", "data that it holds now, one copy of it"),
            volume("volume", "data that is added in a time"),
            retention("how long data is kept"),
            count("replication", "copies kept of each file"),
            STORAGE_PRICE,
            text("format", "table format, which decides on deletes and time travel"),
        ),
        technologies=("S3", "Iceberg", "Delta Lake", "BigQuery", "Snowflake", "Hive"),
    ),
    Kind(
        name="data-validator",
        stage=Stage.INGESTION,
        plane=Plane.OFFLINE,
        glyph="shield",
        definition=(
            "A gate that compares incoming data with what was promised (columns, "
            "ranges, counts, freshness, shape) and stops what does not fit. Without it "
            "a broken pipe looks like drift, and the next model learns the fault."
        ),
        takes=("raw-table", "event", "feature-table", "dataset", "trigger", "policy"),
        gives=("raw-table", "event", "feature-table", "dataset", "alert"),
        attributes=(
            *schedule("check"),
            several(
                "checks", "what is tested: schema, range, volume, freshness, drift"
            ),
            flag("blocking", "whether bad data is held back, not only reported"),
            text("reference", "data that the new data is compared with"),
        ),
        technologies=("TFDV", "Great Expectations", "Deequ", "Pandera", "Soda"),
    ),
    Kind(
        name="dead-letter-queue",
        stage=Stage.INGESTION,
        plane=Plane.ASYNC,
        roles=(
            Role.KEEPS_ROWS,
            Role.KEEPS_HISTORY,
        ),
        glyph="dead-letter",
        definition=(
            "Where messages go that could not be worked on, with the reason, until "
            "somebody repairs them and sends them again. One that nobody reads loses "
            "the same data, only later."
        ),
        takes=(
            "event",
            "raw-table",
            "request",
            "feature-values",
            "prediction",
            "decision",
            "label",
        ),
        gives=("event", "raw-table", "review-task", "alert"),
        attributes=(retention("how long a message waits to be repaired"),),
        technologies=("Kafka", "SQS", "Pub/Sub"),
        example="{technology: SQS, retention: 14 d}",
    ),
    Kind(
        name="schema-registry",
        stage=Stage.INGESTION,
        plane=Plane.CONTROL,
        glyph="schema",
        definition=(
            "Keeps the schema of every topic and table in numbered versions, and "
            "refuses a version that readers of the last one could not read. Without "
            "it a renamed field is found out by the model that missed it."
        ),
        takes=("schema",),
        gives=("schema",),
        technologies=("Schema Registry",),
        example="{technology: Schema Registry, note: backward compatible}",
    ),
)
