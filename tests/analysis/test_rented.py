"""A design whose models others run trains nothing, and is asked as such."""

import pytest

from designkit.analysis.facts import Facts
from designkit.checks.rules.completeness.monitor_gap import monitor_gap
from designkit.checks.rules.completeness.no_fallback import no_fallback
from designkit.source.loader import load_text
from tests.rule_examples import told

DESIGN = """\
designkit: 1
name: Rented
system: generic
components:
  app: {{kind: client}}
  assist: {{kind: agent}}
  model: {{kind: hosted-model}}
  other: {{kind: {other}}}
  door: {{kind: llm-gateway}}
  watch: {{kind: monitor, watch: [{watch}]}}
flows:
  calls: [app -> assist: request, {asked}]
{models}
"""


def design(
    other: str = "event-log",
    models: str = "",
    watch: str = "ops",
    asked: str = "assist -> model: prompt",
) -> str:
    return DESIGN.format(other=other, models=models, watch=watch, asked=asked)


@pytest.mark.parametrize(
    ("keys", "trains_nothing"),
    [
        pytest.param({}, True, id="all are rented"),
        pytest.param({"other": "model-server"}, False, id="one is run here"),
        pytest.param({"other": "trainer"}, False, id="something is trained"),
        pytest.param(
            {"models": "models: {main: {served-by: model}}"}, True, id="named"
        ),
        pytest.param(
            {"models": "models: {main: {task: answers}}"},
            False,
            id="of one nobody runs",
        ),
    ],
)
def test_what_others_run_is_not_trained_here(
    keys: dict[str, str], trains_nothing: bool
) -> None:
    loaded = load_text(design(**keys))
    found = loaded.design or loaded.partial
    assert found is not None

    assert Facts(found).trains_nothing is trains_nothing


@pytest.mark.parametrize(
    ("watch", "expected"),
    [
        (
            "ops",
            [
                "10 warning: no monitor watches tokens or cost, what is answered or "
                "business"
            ],
        ),
        ("tokens, grounding, business, ops", []),
    ],
)
def test_other_things_are_watched_then(watch: str, expected: list[str]) -> None:
    assert told(design(watch=watch), monitor_gap) == expected


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("assist -> model: prompt", 1),
        ("assist -> door -> model: prompt", 1),
        ("assist -> door -> model: prompt, door -> other: prompt", 0),
    ],
)
def test_a_second_route_answers_where_the_first_is_down(asked: str, found: int) -> None:
    text = design(other="hosted-model", asked=asked)

    assert len(told(text, no_fallback)) == found
