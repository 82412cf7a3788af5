"""What an estimate assumes where a design says nothing: the numbers, and why.

Every one of them shows up in the working of the figures that use it, marked as assumed,
with the place where a design states its own. None is used in silence, and none is used
by the checker, which counts only what is stated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from designkit.quantities.quantity import Dimension


@dataclass(frozen=True, slots=True)
class Default:
    """A number that is assumed, the reason, and the source if there is one."""

    value: str
    dimension: Dimension
    why: str
    source: str = ""


DEFAULTS: Mapping[str, Default] = MappingProxyType(
    {
        # ---- load
        "target-utilisation": Default(
            "60%",
            Dimension.FRACTION,
            "queues grow fast above 70% busy",
            "Harchol-Balter 2013, Performance Modeling and Design of Computer Systems",
        ),
        "concurrency": Default(
            "1",
            Dimension.COUNT,
            "a replica that says nothing else works on one call at a time",
        ),
        "calls-per-request": Default(
            "1", Dimension.COUNT, "an arrow that says nothing else is one call"
        ),
        "keys": Default(
            "1", Dimension.COUNT, "a lookup that says nothing else reads one key"
        ),
        # ---- stores and logs
        "replication": Default(
            "1", Dimension.COUNT, "one copy, where no other number is stated"
        ),
        "fill-max": Default(
            "100%", Dimension.FRACTION, "all of the memory, so this is the least"
        ),
        "sample-rate": Default(
            "100%", Dimension.FRACTION, "a log that says nothing else keeps all"
        ),
        "partition-bytes": Default(
            "10 MB/s",
            Dimension.BYTE_RATE,
            "a cautious rate for one partition of a log",
            "Rao 2015, How to choose the number of topics/partitions, Confluent",
        ),
        "partition-events": Default(
            "10 k/s", Dimension.RATE, "what one reader of a partition keeps up with"
        ),
        "outage": Default(
            "10 min",
            Dimension.DURATION,
            "a restart with somebody looking for the cause",
        ),
        # ---- language models
        "gpus-per-replica": Default(
            "1", Dimension.COUNT, "one card, where no other number is stated"
        ),
        "memory-share": Default(
            "100%", Dimension.FRACTION, "all of the memory, so this is the most room"
        ),
        "parallel-efficiency": Default(
            "100%",
            Dimension.FRACTION,
            "nothing is lost between cards, so this is the fastest",
        ),
        # ---- index
        "links": Default(
            "32",
            Dimension.COUNT,
            "links per vector of an HNSW graph; 16 to 48 are usual",
            "Malkov and Yashunin 2018, IEEE TPAMI 42(4)",
        ),
        "lists": Default(
            "4,096", Dimension.COUNT, "lists of an inverted file of tens of millions"
        ),
        "skew": Default(
            "1",
            Dimension.COUNT,
            "exponent of Zipf's law; 0.6 to 1 was measured on the web",
            "Breslau and others 1999, Web Caching and Zipf-like Distributions",
        ),
        # ---- errors
        "working-day": Default(
            "6 h", Dimension.DURATION, "what is left of a day of 8 h for cases"
        ),
        "false-alarm-rate": Default(
            "1%", Dimension.FRACTION, "of one test of one feature"
        ),
        # ---- experiment
        "alpha": Default(
            "5%", Dimension.FRACTION, "the usual level of a two-sided test"
        ),
        "power": Default(
            "80%", Dimension.FRACTION, "the usual chance to see a true effect"
        ),
        "allocation": Default(
            "100%", Dimension.FRACTION, "all units take part, so this is the soonest"
        ),
        "arms": Default("2", Dimension.COUNT, "a control and one variant"),
        # ---- training
        "devices": Default("1", Dimension.COUNT, "one device, where none is stated"),
        "epochs": Default("1", Dimension.COUNT, "one pass over the examples"),
        "efficiency": Default(
            "85%",
            Dimension.FRACTION,
            "part of the speed of all devices that is left when they work together",
        ),
    }
)
"""Every default, by name."""


def default(name: str) -> Default:
    """Return the default called `name`."""
    return DEFAULTS[name]
