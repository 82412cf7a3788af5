"""A part inside another component: in its process, with its replicas, one level deep."""

import pytest

from designkit.model.design import Design
from designkit.model.graph import Graph
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Inside
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway}
  score: {kind: model-server, replicas: 3, latency: {p50: 5 ms, p99: 20 ms}}
  rules: {kind: business-rules, in: HOST, latency: {p50: 1 ms, p99: 2 ms}}
  cut: {kind: reranker, in: score}
flows:
  calls:
    - app -> gateway -> score: request
"""


def loaded(more: str = "", host: str = "score") -> Design:
    design = load_text(HEAD.replace("HOST", host) + more).design
    assert design is not None
    return design


def told(more: str = "", host: str = "score") -> list[str]:
    """Return what keeps it from loading."""
    return [
        f"{found.code} {found.message}; {found.help}"
        for found in load_text(HEAD.replace("HOST", host) + more).diagnostics
        if found.code < "DK030"
    ]


def test_a_part_that_nothing_leads_to_is_called_by_its_host() -> None:
    flows = [flow for flow in loaded().flows if flow.in_process]

    assert [flow.ends for flow in flows] == [("score", "rules"), ("score", "cut")]


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ("score -> rules: request", [("score", "rules"), ("score", "cut")]),
        ("score -> rules -> cut: request", [("score", "rules"), ("rules", "cut")]),
        ("gateway -> rules: request", [("score", "rules"), ("score", "cut")]),
    ],
)
def test_what_leaves_no_host_is_in_process(
    flow: str, expected: list[tuple[str, str]]
) -> None:
    flows = loaded(f"    - {flow}\n").flows

    assert [flow.ends for flow in flows if flow.in_process] == expected


def test_a_part_has_the_replicas_and_the_path_of_its_host() -> None:
    design = loaded()
    path = Graph(design).critical_path

    assert design.components["rules"].replicas == design.components["score"].replicas
    assert path.components == ("app", "gateway", "score", "rules")
    assert path.p99 == pytest.approx(0.022)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (
            "rules",
            "DK013 rules cannot be in itself; "
            "name the component that rules is a part of",
        ),
        (
            "cut",
            "DK013 rules is in cut, which is itself in score; "
            "one level is enough: write in: score",
        ),
        ("scor", "DK021 component 'scor' does not exist; did you mean score?"),
    ],
)
def test_what_can_be_no_host_is_told(host: str, expected: str) -> None:
    assert told(host=host) == [expected]


def test_what_is_in_one_process_cannot_be_said_not_to_be() -> None:
    flow = "    - score -> rules: {carries: request, in-process: false}\n"

    assert told(flow) == [
        "DK013 score and rules are in one process, since one is in the other; "
        "leave in-process out, or take the part out of its host"
    ]
