"""What a request waits for: side by side, one after the other, and counted once."""

import pytest

from designkit.model.graph import Graph
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Small
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway, latency: {p50: 1 ms, p99: 5 ms}}
  features: {kind: on-demand-transform, latency: {p50: 2 ms, p99: 10 ms}}
  bureau: {kind: third-party, latency: {p50: 8 ms, p99: 40 ms}}
  store: {kind: online-store, latency: {p50: 1 ms, p99: 7 ms}}
  lists: {kind: online-store, latency: {p50: 1 ms, p99: 3 ms}}
  score: {kind: model-server, latency: {p50: 5 ms, p99: 20 ms}}
  decide: {kind: decision-engine, latency: {p50: 1 ms, p99: 2 ms}}
  fallback: {kind: fallback, latency: {p50: 1 ms, p99: 100 ms}}
"""


def path_of(flows: str, head: str = HEAD) -> tuple[str, float, float]:
    """Return the critical path, its medians and its p99s in milliseconds."""
    loaded = load_text(f"{head}flows:\n{flows}")
    assert loaded.design is not None, loaded.diagnostics
    path = Graph(loaded.design).critical_path
    hops = " ".join(path.components)
    return hops, round(path.p50 * 1000, 6), round(path.p99 * 1000, 6)


CASES = [
    pytest.param(
        "  calls:\n    - app -> features, score: request\n",
        ("app score", 5, 20),
        id="side by side, the slowest",
    ),
    pytest.param(
        "  calls:\n    - app -> features: request\n"
        "    - app -> score: {carries: request, after: [features]}\n",
        ("app features score", 7, 30),
        id="one call after the other",
    ),
    pytest.param(
        "  calls:\n    - app -> features: request\n    - features -> bureau: request\n"
        "    - app -> score: {carries: request, after: features}\n",
        ("app features bureau score", 15, 70),
        id="a call comes back when all is done that it alone calls",
    ),
    pytest.param(
        "  calls:\n    - app -> features: request\n"
        "    - app -> score: {carries: request, after: features}\n"
        "    - features, score -> decide: prediction\n",
        ("app features score decide", 8, 32),
        id="what both go on to waits for both",
    ),
    pytest.param(
        "  calls:\n    - app -> score: request\n"
        "  lookups:\n    - store, lists -> score: feature-values\n",
        ("app store score", 6, 27),
        id="lookups side by side",
    ),
    pytest.param(
        "  calls:\n    - app -> score: request\n"
        "  lookups:\n    - store -> score: feature-values\n"
        "    - lists -> score: {carries: feature-values, after: store}\n",
        ("app store lists score", 7, 30),
        id="one lookup after the other",
    ),
    pytest.param(
        "  calls:\n    - app -> gateway -> score: request\n"
        "    - gateway -> app: response\n"
        "  lookups:\n    - store -> gateway: {carries: feature-values, after: score}\n",
        ("app gateway score store", 7, 32),
        id="a lookup after a call has come back",
    ),
    pytest.param(
        "  calls:\n    - app -> gateway -> score: request\n"
        "    - gateway -> app: response\n",
        ("app gateway score", 6, 25),
        id="who answers has waited for what it called",
    ),
    pytest.param(
        "  calls:\n    - app -> gateway -> score: request\n"
        "    - gateway -> fallback: request\n    - gateway -> app: response\n",
        ("app gateway score", 6, 25),
        id="and not for its fallback",
    ),
    pytest.param(
        "  calls:\n    - app -> gateway: request\n"
        "  lookups:\n    - store -> gateway: feature-values\n",
        ("app store gateway", 2, 12),
        id="a gateway waits for what it reads",
    ),
    pytest.param(
        "  calls:\n    - app -> score: {carries: request, after: score}\n",
        ("", 0, 0),
        id="a circle has no path",
    ),
]


@pytest.mark.parametrize(("flows", "expected"), CASES)
def test_the_path_takes_what_is_waited_for(
    flows: str, expected: tuple[str, float, float]
) -> None:
    assert path_of(flows) == expected


def test_a_read_that_a_latency_includes_is_not_added() -> None:
    flows = (
        "  calls:\n    - app -> score: request\n"
        "  lookups:\n    - store, lists -> score: feature-values\n"
    )
    one = HEAD.replace("model-server,", "model-server, latency-includes: store,")
    both = HEAD.replace(
        "model-server,", "model-server, latency-includes: [store, lists],"
    )

    assert path_of(flows, one) == ("app lists score", 6, 23)
    assert path_of(flows, both) == ("app score", 5, 20)


def test_the_flows_of_a_path_are_those_by_which_its_parts_were_asked() -> None:
    flows = (
        "flows:\n  calls:\n    - app -> features: request\n"
        "    - app -> score: {carries: request, after: features}\n"
        "  lookups:\n    - store -> score: feature-values\n"
    )
    design = load_text(HEAD + flows).design
    assert design is not None

    assert sorted(Graph(design).critical_path.flows) == [
        ("app", "features"),
        ("app", "score"),
        ("store", "score"),
    ]


INSIDE = (
    HEAD
    + "  rules: {kind: business-rules, in: score, latency: {p50: 3 ms, p99: 9 ms}}\n"
)


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(
            "    - app -> score: request\n    - score -> decide: prediction\n",
            ("app score rules decide", 9, 31),
            id="what a part works out goes into the calls of its host",
        ),
        pytest.param(
            "    - app -> score: request\n    - score -> decide, rules: prediction\n",
            ("app score rules", 8, 29),
            id="a call of a part that is drawn is one of several",
        ),
        pytest.param(
            "    - app -> score: request\n"
            "    - score -> bureau: request / feature-values\n"
            "    - score -> decide: {carries: prediction, after: bureau}\n",
            ("app score rules bureau decide", 17, 71),
            id="a part is done before the first of them",
        ),
    ],
)
def test_a_part_is_the_work_of_its_host(
    flows: str, expected: tuple[str, float, float]
) -> None:
    assert path_of(f"  calls:\n{flows}", INSIDE) == expected
