"""A text keeps what its author wrote, and a number what it is worth."""

import pytest

from designkit.source.loader import load_text
from designkit.text.spelled import Spelled, as_spelled, meant_by


def test_a_number_written_as_it_is_printed_stays_a_number() -> None:
    assert [type(as_spelled(*pair)) for pair in ((3, "3"), (0.5, "0.5"))] == [
        int,
        float,
    ]


@pytest.mark.parametrize(
    ("value", "text"), [(3.1, "3.10"), (7, "007"), (1000.0, "1e3"), (True, "TRUE")]
)
def test_any_other_keeps_text_and_value(value: float | bool, text: str) -> None:
    spelled = as_spelled(value, text)

    assert isinstance(spelled, Spelled)
    assert (str(spelled), meant_by(spelled)) == (text, value)


def test_texts_of_a_design_stay_as_they_were_written() -> None:
    design = load_text(
        """\
designkit: 1
name: 0042
system: generic
tier: 02
owner: 0o7
summary: True
problem: {objective: .50, metrics: {offline: [2e1, 0x1A, 1.0], trap: 5.}}
workload: {items: 2e6, candidates: {value: 0100, assumed: 1.20}}
components:
  app: {kind: client, technology: 3.20, region: [010, 2]}
  api: {kind: gateway, note: FALSE, technology: 1_0}
  score: {kind: model-server, hardware: 4.90}
flows:
  calls:
    - app -> api: {carries: request, contract: 2.30, note: 1e2}
scenarios: [{name: 08, steps: [{app -> api: 6.0}, {app -> api: 6.10}]}]
"""
    ).design

    assert design is not None
    assert design.problem is not None
    assert design.workload is not None
    assert design.workload.candidates is not None
    assert design.problem.metrics is not None
    parts, scenario = design.components, design.scenarios[0]
    assert (design.name, design.tier, design.owner, design.summary) == (
        *("0042", 2, "0o7"),
        "True",
    )
    assert design.problem.objective == ".50"
    assert design.problem.metrics.offline == ("2e1", "0x1A", "1.0")
    assert design.problem.metrics.trap == "5."
    assert str(design.workload.items) == "2e6"
    assert design.workload.candidates.value == 100
    assert design.workload.candidates.note == "1.20"
    assert (parts["app"].technology, parts["app"].region) == ("3.20", ("010", "2"))
    assert (parts["api"].note, parts["api"].technology) == ("FALSE", "1_0")
    assert (design.flows[0].contract, design.flows[0].note) == ("2.30", "1e2")
    assert scenario.name == "08"
    assert [step.note for step in scenario.steps] == ["6.0", "6.10"]
