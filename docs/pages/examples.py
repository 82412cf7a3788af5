"""Examples of the kinds that no shipped design uses yet."""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.source.node import Plain

EXAMPLES: Mapping[str, dict[str, Plain]] = MappingProxyType(
    {
        "weak-labeler": {
            "technology": "Snorkel",
            "interval": "1 d",
            "runtime": "40 min",
            "coverage": "35%",
            "accuracy": "82%",
        },
        "tuner": {
            "technology": "Optuna",
            "interval": "30 d",
            "runtime": "9 h",
            "trials": 60,
            "metric": "PR-AUC on the validation week",
            "early-stopping": True,
        },
        "cache": {
            "technology": "Redis",
            "hit-ratio": "70%",
            "ttl": "5 min",
            "key": ["query", "country", "model version"],
            "memory": "64 GB",
        },
        "batch-scorer": {
            "technology": "Spark",
            "interval": "24 h",
            "runtime": "3 h",
            "entities": "40 M",
            "throughput": "3.7 k/s",
        },
        "stream-scorer": {
            "technology": "Flink",
            "max-events": "12 k/s",
            "service-time": "6 ms",
            "concurrency": 96,
            "lag": "2 s",
        },
        "prediction-store": {
            "technology": "DynamoDB",
            "entities": "40 M",
            "entity-size": "2 kB",
            "ttl": "36 h",
        },
        "hash-matcher": {
            "technology": "PDQ",
            "hashes": "3 M",
            "distance-max": 31,
            "lag": "1 min",
        },
        "routing-engine": {
            "technology": "Valhalla",
            "edges": "25 M",
            "source-freshness": "2 min",
        },
        "optimizer": {
            "technology": "OR-Tools",
            "interval": "30 s",
            "time-limit": "10 s",
            "variables": "200 k",
            "gap": "2%",
            "incumbent-fallback": True,
        },
    }
)
"""What a component of such a kind states, by the name of the kind."""
