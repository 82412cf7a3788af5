"""Small designs for the tests of the simulation."""

import re

from designkit.model.graph import Graph
from tests.drawn import design_of

ASK = "app -> rank"


def graph_of(*components: str, calls: str = ASK, lookups: str = "") -> Graph:
    """Return the graph of a client `app` and `components`.

    Flows are parted by semicolons, their options in braces at the end.
    """
    lines = [f"  {component}\n" for component in ("app: {kind: client}", *components)]
    return Graph(
        design_of(
            "designkit: 1\nname: Example\nsystem: generic\n"
            f"components:\n{''.join(lines)}"
            f"flows:\n  calls: [{_flows(calls)}]\n  lookups: [{_flows(lookups)}]\n"
        )
    )


def _flows(written: str) -> str:
    """Write flows as a list of YAML."""
    ends = re.findall(r"([^;{]+?)\s*({[^}]*})?\s*(?:;|$)", written)
    return ", ".join(f'{{"{flow}": {options or "{}"}}}' for flow, options in ends)


def part(id: str, latency: str = "", kind: str = "gateway", **attributes: str) -> str:
    """Write a component; `latency` holds its p50 and p99 in ms: ``5 15``."""
    stated = dict(zip(("p50", "p99"), latency.split(), strict=False))
    times = ", ".join(f"{name}: {value} ms" for name, value in stated.items())
    more = "".join(
        f", {name.replace('_', '-')}: {value}" for name, value in attributes.items()
    )
    return f"{id}: {{kind: {kind}{f', latency: {{{times}}}' if times else ''}{more}}}"


def server(id: str, latency: str = "10 10", *, time: str = "10 ms", places: int) -> str:
    """Write a model server that is a station with so many places."""
    return part(
        id,
        latency,
        "model-server",
        service_time=time,
        concurrency=str(places),
        replicas="1",
    )
