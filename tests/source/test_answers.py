"""A call has an answer: written behind a slash, or as a flow of its own, or not at all."""

import pytest

from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Answers
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway}
  fetch: {kind: candidate-generator}
  score: {kind: model-server}
  other: {kind: model-server}
  store: {kind: online-store}
flows:
"""


def answers(flows: str) -> list[str]:
    """Return the flows that bring an answer."""
    design = load_text(f"{HEAD}{flows}").design
    assert design is not None
    return [
        f"{flow.source} -> {flow.target}: {flow.carries}"
        for flow in design.flows
        if flow.answer
    ]


def told(flows: str, *codes: str) -> list[str]:
    """Return what loading says under `codes`."""
    return [
        f"{found.code} {found.message}; {found.help}"
        for found in load_text(f"{HEAD}{flows}").diagnostics
        if found.code in codes
    ]


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ("app -> score: request / prediction", ["score -> app: prediction"]),
        (
            "app -> gateway -> score: request / prediction",
            ["gateway -> app: prediction", "score -> gateway: prediction"],
        ),
        (
            "app -> score: {carries: request/prediction, timeout: 50 ms}",
            ["score -> app: prediction"],
        ),
        ("app -> score: request", []),
    ],
)
def test_an_answer_stands_behind_a_slash(calls: str, expected: list[str]) -> None:
    assert answers(f"  calls: [{calls}]") == expected


def test_the_options_of_a_call_are_not_those_of_its_answer() -> None:
    text = "  calls: [app -> score: {carries: request / prediction, timeout: 50 ms}]"
    design = load_text(HEAD + text).design

    assert design is not None
    assert [str(flow.timeout) for flow in design.flows] == ["50 ms", "None"]


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        pytest.param(
            "app -> score: request, score -> app: prediction",
            ["score -> app: prediction"],
            id="a client",
        ),
        pytest.param(
            "app -> score: request, score -> app",
            ["score -> app: None"],
            id="that says no type",
        ),
        pytest.param(
            "score -> gateway: prediction, gateway -> score: request",
            ["score -> gateway: prediction"],
            id="written before the question",
        ),
        pytest.param(
            "fetch -> score: candidates, score -> fetch: prediction",
            ["score -> fetch: prediction"],
            id="the first one asks",
        ),
        pytest.param(
            "score -> app: prediction, app -> score",
            ["score -> app: prediction"],
            id="the client asks",
        ),
        pytest.param(
            "app -> gateway: request, gateway -> app: response, app -> gateway: event",
            ["gateway -> app: response"],
            id="a report beside a question",
        ),
        pytest.param(
            "app -> gateway -> score: request, score -> app: prediction",
            ["score -> app: prediction"],
            id="past the gateway, to the client",
        ),
        pytest.param(
            "app -> gateway -> fetch: request, fetch -> score: candidates, "
            "score -> gateway: prediction",
            ["score -> gateway: prediction"],
            id="from the end of a chain to who began it",
        ),
    ],
)
def test_a_call_against_a_call_is_its_answer(calls: str, expected: list[str]) -> None:
    flows = f"  calls: [{calls}]"

    assert answers(flows) == expected
    assert told(flows, "DK032") == []


@pytest.mark.parametrize(
    "calls",
    [
        pytest.param("score <-> other: request", id="both ask"),
        pytest.param(
            "app -> gateway -> fetch: request, fetch -> gateway: request",
            id="asks back",
        ),
        pytest.param(
            "gateway -> fetch -> score -> gateway: request", id="a circle of questions"
        ),
        pytest.param(
            "gateway -> fetch, fetch -> score, score -> gateway", id="says nothing"
        ),
    ],
)
def test_who_asks_back_is_waited_for(calls: str) -> None:
    flows = f"  calls: [{calls}]"

    assert answers(flows) == []
    assert len(told(flows, "DK032")) == 1


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ("app -> score: request / prediction", []),
        ("app -> gateway: request / decision, gateway -> score: request", []),
        ("app -> store: request / response", []),
        (
            "app -> score: request / model",
            [
                "DK030 score gives no model: its kind is model-server",
                "DK030 app takes no model: its kind is client",
            ],
        ),
    ],
)
def test_who_asks_can_use_what_may_be_asked_for(
    calls: str, expected: list[str]
) -> None:
    found = told(f"  calls: [{calls}]", "DK030")

    messages = (it.partition(";")[0] for it in found)
    assert sorted(it for it in messages if "no request" not in it) == sorted(expected)


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        (
            "  lookups: [store -> score: request / feature-values]",
            "DK014 only a call has an answer, and only one; "
            "write it under calls, like `gateway -> score: request / prediction`",
        ),
        (
            "  calls: [app -> score: request / prediction / decision]",
            "DK014 only a call has an answer, and only one; "
            "write it under calls, like `gateway -> score: request / prediction`",
        ),
        (
            "  calls: [app -> score: request / predicton]",
            "DK022 unknown data type 'predicton'; did you mean prediction?",
        ),
    ],
)
def test_what_is_no_answer_is_told(flows: str, expected: str) -> None:
    assert told(flows, "DK014", "DK022") == [expected]
