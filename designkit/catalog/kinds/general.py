"""General kinds: for what no kind of its own stands for; rules see through them."""

from designkit.catalog.attributes import (
    SENDS,
    STORAGE_PRICE,
    at_a_desk,
    count,
    draws,
    duration,
    energy,
    flag,
    fraction,
    key_spaces,
    lag,
    money,
    percentiles,
    rate,
    retention,
    schedule,
    size,
    text,
    volume,
)
from designkit.catalog.data_types import DATA_TYPES
from designkit.catalog.kind import Attribute, Kind, Plane, Stage
from designkit.catalog.role import Role

ANYTHING: tuple[str, ...] = tuple(item.name for item in DATA_TYPES)
"""All data types, in the order of the catalogue."""

STAGE: Attribute = text(
    "stage",
    "stage whose work it does; without it, it does the work of none",
    *(str(stage) for stage in Stage),
)

WORKERS: tuple[Attribute, ...] = (
    duration("service-time", "time that one call keeps a worker busy"),
    count("concurrency", "calls that one replica works on at once"),
    count("zones", "zones or regions that the replicas are spread over"),
    count("standby", "replicas among these that carry nothing until others fail"),
    fraction("target-utilisation", "part of its places that may be busy at peak"),
)
"""What says how many calls the replicas of something can carry."""

KINDS: tuple[Kind, ...] = (
    Kind(
        name="device",
        stage=Stage.PROBLEM,
        plane=Plane.ANY,
        roles=(Role.GENERAL, Role.ORIGIN, Role.SINK),
        glyph="device",
        definition=(
            "A phone, a sensor, a machine or a car that holds data, works or acts "
            "outside of our buildings. It is offline at times and runs old versions, "
            "so what it sends comes late and what it is sent may not arrive."
        ),
        takes=ANYTHING,
        gives=ANYTHING,
        attributes=(
            STAGE,
            count("count", "devices in the field"),
            size("memory", "memory that one device has for models"),
            size(
                "update-size",
                "bytes sent to one device for a new version; its models if unsaid",
            ),
            volume("link", "bytes in a time that one device can be sent"),
            fraction("online", "part of the time in which one device can be reached"),
            percentiles(
                "update-delay",
                "time until a device runs a version that all of them are offered",
            ),
            duration(
                "update-interval",
                "time from one version to the next; that of its models if unsaid",
            ),
            count(
                "supported-versions",
                "versions that our side works with, the newest among them",
            ),
            flag("keeps-previous", "whether the version before stays on the device"),
            rate(
                "predictions",
                "predictions that one device makes in a time; its part of the "
                "requests if unsaid",
            ),
            energy("battery", "energy that a full battery of one device holds"),
            fraction("battery-share", "part of the battery that models may take a day"),
            *draws(),
        ),
        technologies=("iOS", "Android"),
        example=(
            "{technology: Android, count: 40 k, memory: 300 MB, link: 500 kB/s, "
            "online: 20%}"
        ),
    ),
    Kind(
        name="person",
        stage=Stage.PROBLEM,
        plane=Plane.ANY,
        roles=(
            Role.GENERAL,
            Role.ORIGIN,
            Role.SINK,
            Role.JUDGED_BY_PEOPLE,
            Role.LOOP_LABELS,
        ),
        glyph="person",
        definition=(
            "Somebody who works with the system and acts: an employee, a clinician, a "
            "dispatcher. People get tired, disagree and go home at five, so what waits "
            "for one needs somewhere to wait."
        ),
        takes=ANYTHING,
        gives=ANYTHING,
        attributes=(STAGE, *at_a_desk()),
        example="{name: Radiologist, task-time: 4 min, working-day: 6 h, sla: 2 h}",
    ),
    Kind(
        name="job",
        stage=Stage.INGESTION,
        plane=Plane.OFFLINE,
        roles=(Role.GENERAL, Role.SINK, Role.SCHEDULED_FEED),
        glyph="run",
        definition=(
            "A program that runs in batches, by the clock or when its input is there. "
            "Prefer a kind that says what it does, where there is one: then rules "
            "know more than that rows go in and come out."
        ),
        takes=ANYTHING,
        gives=ANYTHING,
        attributes=(STAGE, *schedule("run")),
        technologies=("Spark", "Beam", "dbt", "Ray"),
        example=(
            "{technology: Spark, stage: serving, interval: 24 h, runtime: 40 min}"
        ),
    ),
    Kind(
        name="stream-job",
        stage=Stage.INGESTION,
        plane=Plane.ASYNC,
        roles=(Role.GENERAL, Role.SINK, Role.STREAM_READER),
        glyph="eddy",
        definition=(
            "A program that works on each event as it comes. Prefer a kind that says "
            "what it does, where there is one; a job that falls behind makes "
            "everything after it old, whatever it does."
        ),
        takes=ANYTHING,
        gives=ANYTHING,
        attributes=(
            STAGE,
            rate("max-events", "events in a time that it keeps up with"),
            lag("the event to what it makes of it"),
        ),
        technologies=("Flink", "Kafka Streams", "Beam"),
        example="{technology: Flink, max-events: 20 k/s, lag: 5 s}",
    ),
    Kind(
        name="store",
        stage=Stage.INGESTION,
        plane=Plane.ANY,
        roles=(
            Role.GENERAL,
            Role.KEEPS_ROWS,
            Role.KEEPS_HISTORY,
            Role.KEEPS_ANSWERS,
            Role.KEEPS_PREDICTIONS,
            Role.KEYED,
        ),
        glyph="crate",
        definition=(
            "A database, a bucket or a disk that keeps what it is given. Prefer a kind "
            "that says what it keeps, where there is one; what lies here is as "
            "personal and as old as what came in."
        ),
        takes=ANYTHING,
        gives=ANYTHING,
        attributes=(
            STAGE,
            count("entities", "keys that it holds"),
            size("entity-size", "size of what it holds for one key"),
            key_spaces(),
            count("replication", "copies kept of each key"),
            rate("max-reads", "reads in a time that it can serve"),
            size("memory", "memory or disk of the whole cluster"),
            fraction("fill-max", "part of the memory that may be used"),
            retention("how long a row is kept"),
            STORAGE_PRICE,
            *SENDS,
        ),
        technologies=("PostgreSQL", "MongoDB", "S3", "Redis"),
        example=(
            "{technology: PostgreSQL, entities: 2 M, entity-size: 4 kB, "
            "replication: 2, retention: 90 d}"
        ),
    ),
    Kind(
        name="service",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.GENERAL, Role.SINK, Role.SERVES_CALLS),
        glyph="service",
        definition=(
            "A program that answers calls, or acts when it is told to, such as one "
            "that sends letters. Prefer a kind that says what it does, where there is "
            "one: then rules know more than that it is called and answers."
        ),
        takes=ANYTHING,
        gives=ANYTHING,
        attributes=(
            STAGE,
            *WORKERS,
            money("call-cost", "price of one call"),
            *SENDS,
        ),
        technologies=("Envoy", "API Gateway", "gRPC"),
        example=(
            "{service-time: 8 ms, concurrency: 16, replicas: 6, "
            "latency: {p50: 5 ms, p99: 20 ms}}"
        ),
    ),
)
