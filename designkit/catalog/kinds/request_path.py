"""Kinds of the serving stage that a request meets first, or when all else fails."""

from designkit.catalog.attributes import (
    count,
    duration,
    fraction,
    rate,
    several,
    size,
    text,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

KINDS: tuple[Kind, ...] = (
    Kind(
        name="gateway",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.ALTERNATES,),
        glyph="gate",
        definition=(
            "The door of the system: it knows the caller, holds back floods, sets the "
            "deadline and spreads the work. Without a deadline set here, one slow "
            "step keeps everybody waiting."
        ),
        takes=(
            "request",
            "assignment",
            "policy",
            "candidates",
            "feature-values",
            "prediction",
            "decision",
        ),
        needs=("request",),
        gives=("request", "response", "event"),
        attributes=(
            rate("peak-requests", "requests in a time at the busiest hour"),
            text("auth", "how a caller proves who it is"),
            rate("rate-limit", "requests in a time that one caller may make"),
        ),
        technologies=("Envoy", "NGINX", "API Gateway", "GraphQL", "Kong"),
    ),
    Kind(
        name="query-understanding",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.COMPUTES,
            Role.ON_DEMAND,
        ),
        glyph="lens",
        definition=(
            "Turns what was typed into what was meant: spelling, intent, entities, "
            "rewrites, a vector. What it misreads, no later stage can find again."
        ),
        takes=("request", "model", "feature-values"),
        needs=("request",),
        gives=("request", "embedding", "feature-values"),
        attributes=(several("languages", "languages that it understands"),),
        technologies=("fastText", "BERT", "spaCy", "Hugging Face Transformers"),
    ),
    Kind(
        name="cache",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(
            Role.KEEPS_ROWS,
            Role.KEEPS_ANSWERS,
            Role.STANDS_IN,
            Role.SIFTS,
        ),
        glyph="cache",
        definition=(
            "Keeps recent answers close, so that the same question is not worked out "
            "twice. If its key leaves out the model version or the arm, experiments "
            "and rollbacks get mixed answers."
        ),
        takes=(
            "prediction",
            "candidates",
            "feature-values",
            "decision",
            "request",
            "completion",
        ),
        gives=(
            "prediction",
            "candidates",
            "feature-values",
            "response",
            "request",
            "completion",
        ),
        attributes=(
            fraction("hit-ratio", "part of the reads that it answers"),
            count("entries", "answers that it has room for"),
            count("keys", "different things that are asked for"),
            count("skew", "exponent of Zipf's law of what is asked; 0 is even"),
            duration("ttl", "how long an answer stays valid"),
            several("key", "what an answer depends on, model version and arm too"),
            size("memory", "memory of the whole cache"),
            text("match", "when a stored answer serves", "exact", "semantic"),
            fraction("similarity-min", "similarity from which a stored answer serves"),
            several(
                "scope",
                "for whom and for what an answer is good",
                "user",
                "tenant",
                "rights",
                "locale",
                "prompt-version",
                "model-version",
            ),
            fraction("false-hit-rate", "part of the hits that answer something else"),
        ),
        technologies=("Redis", "Memcached", "Hazelcast", "DragonflyDB"),
        example=(
            "{technology: Redis, hit-ratio: 70%, ttl: 5 min, "
            "key: [query, country, model version], memory: 64 GB}"
        ),
    ),
    Kind(
        name="fallback",
        stage=Stage.SERVING,
        plane=Plane.ONLINE,
        roles=(Role.SIFTS, Role.STANDS_IN),
        glyph="umbrella",
        definition=(
            "What answers when the model is late or down: a popular list, rules, the "
            "last good answer. Without it a slow model is an outage."
        ),
        takes=(
            "request",
            "candidates",
            "prediction",
            "policy",
            "feature-values",
            "event",
            "completion",
            "prompt",
        ),
        gives=(
            "response",
            "decision",
            "prediction",
            "completion",
        ),
        attributes=(
            text(
                "mode",
                "what is answered instead",
                "popular",
                "last-good",
                "rules",
                "default",
                "previous-model",
            ),
            fraction("quality-loss", "part of the benefit that is lost meanwhile"),
        ),
        technologies=("Redis", "Resilience4j", "Istio"),
    ),
)
