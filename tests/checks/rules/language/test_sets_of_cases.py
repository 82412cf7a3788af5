"""Sets of cases: large enough, tried often enough, and not all of them answerable."""

import pytest

from designkit.checks.rules.completeness.no_unanswerable_cases import (
    no_unanswerable_cases,
)
from designkit.checks.rules.language.eval_set_too_small import eval_set_too_small
from designkit.checks.rules.language.one_trial_agents import one_trial_agents
from tests.rule_examples import told

JUDGED = """\
components: {{ask: {{kind: agent}}}}
evaluation:
  sets:
    - {{id: cases{stated}}}
"""


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            ", cases: 50, margin: 2%",
            ["4 warning: cases has 50 cases; 391 show a difference of 2%"],
            id="at best: all that flip do so in one direction",
        ),
        pytest.param(", cases: 400, margin: 2%", [], id="enough at best"),
        pytest.param(
            ", cases: 400, margin: 2%, flips: 20%",
            ["4 warning: cases has 400 cases; 3,923 show a difference of 2%"],
            id="versions differ on more than they gain",
        ),
        pytest.param(", cases: 979, margin: 4%, flips: 20%", [], id="just enough"),
        pytest.param(
            ", margin: 4%, flips: 20%",
            [
                "4 info: cases does not say how many cases it has; 979 show a "
                "difference of 4%"
            ],
            id="how many?",
        ),
        pytest.param(
            ", purpose: attack, cases: 50, margin: 1%",
            ["4 warning: cases has 50 cases; 300 show a difference of 1%"],
            id="attacks by the rule of three",
        ),
        pytest.param(", purpose: attack, cases: 300, margin: 1%", [], id="none in 300"),
        pytest.param(", cases: 50", [], id="no difference is looked for"),
        pytest.param(", cases: 50, margin: 0%", [], id="nothing shows no difference"),
        pytest.param(
            ", cases: 50, margin: {value: 4%, assumed: guess}, flips: 20%",
            ["4 info: cases has 50 cases; 979 show a difference of 4%; 4% is assumed"],
            id="a margin that is assumed",
        ),
    ],
)
def test_a_set_shows_what_its_gate_looks_for(stated: str, expected: list[str]) -> None:
    assert told(JUDGED.format(stated=stated), eval_set_too_small) == expected


TRIED = """\
components:
  work: {{kind: agent, control: {control}}}
evaluation:
  sets:
    - {{id: attacks, purpose: attack}}
    - {{id: tasks, purpose: {purpose}{stated}}}
"""
LEAST = "3 trials are the least"


@pytest.mark.parametrize(
    ("stated", "control", "purpose", "expected"),
    [
        ("", "agent", "task", "info: tasks does not say how often it runs each task"),
        (", trials: 1", "agent", "task", "warning: tasks runs each task 1 x"),
        (", trials: none", "agent", "task", "warning: tasks does not run a task again"),
        (", trials: 3", "agent", "task", ""),
        ("", "workflow", "task", ""),
        ("", "agent", "generation", ""),
    ],
)
def test_an_agent_that_chooses_its_steps_is_tried_again(
    stated: str, control: str, purpose: str, expected: str
) -> None:
    text = TRIED.format(stated=stated, control=control, purpose=purpose)

    found = [f"6 {expected}; {LEAST}"] if expected else []
    assert told(text, one_trial_agents) == found


ANSWERING = """\
components:
  app: {{kind: client}}
  ask: {{kind: agent{control}}}
  words: {{kind: inverted-index}}
flows:
  calls: [app -> ask -> words: request, words -> ask: passages]
evaluation:
  sets: [{sets}]
"""
ALL = "no set of cases has questions that the documents do not answer"


@pytest.mark.parametrize(
    ("sets", "control", "expected"),
    [
        pytest.param(
            "{id: a, purpose: generation}", "", [f"8 info: {ALL}"], id="not said"
        ),
        pytest.param(
            "{id: a, purpose: task, unanswerable-share: 0%}",
            "",
            [f"8 warning: {ALL}"],
            id="none of them",
        ),
        pytest.param(
            "{id: a, purpose: task}, {id: b, purpose: task, unanswerable-share: 15%}",
            "",
            [],
            id="one set has some",
        ),
        pytest.param(
            "{id: a, purpose: retrieval}", "", [], id="search alone is judged"
        ),
        pytest.param(
            "{id: a, purpose: task}", ", control: agent", [], id="judged by what it did"
        ),
    ],
)
def test_some_questions_have_no_answer(
    sets: str, control: str, expected: list[str]
) -> None:
    text = ANSWERING.format(sets=sets, control=control)

    assert told(text, no_unanswerable_cases) == expected
