import pytest

from designkit.checks.rules.completeness.no_objective import no_objective
from tests.rule_examples import told

SERVER = "components:\n  score: {kind: model-server}\n"


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        pytest.param(
            "",
            ["5 warning: the problem has no objective, task or decision"],
            id="no problem at all is a question",
        ),
        pytest.param(
            "problem: none\n",
            ["1 error: the problem has no objective, task or decision"],
            id="said to have none is a fault",
        ),
        pytest.param(
            "problem:\n  objective: less fraud\n  task: classification\n",
            ["1 warning: the problem has no decision"],
            id="one is not said",
        ),
        pytest.param(
            "problem:\n  task: ranking\n  decision: none\n",
            ["3 error: the problem has no objective or decision"],
            id="the finding stands where it is denied",
        ),
    ],
)
def test_it_tells_denied_from_not_said(problem: str, expected: list[str]) -> None:
    assert told(problem + SERVER, no_objective) == expected
