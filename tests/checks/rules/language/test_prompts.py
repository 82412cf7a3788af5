"""Prompts: where their versions are kept, and what measures a change."""

import pytest

from designkit.checks.rules.language.no_prompt_version import no_prompt_version
from designkit.checks.rules.language.prompt_change_without_eval import (
    prompt_change_without_eval,
)
from designkit.checks.rules.language.secrets_in_prompt import secrets_in_prompt
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  assist: {{kind: agent}}
  model: {{kind: hosted-model}}
  prompts: {{kind: prompt-registry}}
  evaluate: {{kind: evaluator}}
  release: {{kind: deployer}}
  log: {{kind: event-log}}
flows:
  calls: [app -> assist: request, assist -> model: prompt, model -> assist: completion]
  control:
    - {control}
"""
UNMEASURED = (
    "3 error: prompts of prompts reach assist before anything has measured them"
)
PAST = (
    "3 error: prompts of prompts reach assist past evaluate before anything has "
    "measured them"
)


@pytest.mark.parametrize(
    ("control", "expected"),
    [
        pytest.param("prompts -> assist: policy", [UNMEASURED], id="edited, and live"),
        pytest.param(
            "prompts -> evaluate -> release -> assist: policy", [], id="on the way"
        ),
        pytest.param(
            "prompts -> release -> assist: policy\n"
            "    - prompts -> evaluate: policy\n"
            "    - evaluate -> prompts: metric",
            [],
            id="the registry goes by the verdict",
        ),
        pytest.param(
            "prompts -> release -> assist: policy\n"
            "    - prompts -> evaluate: policy\n"
            "    - evaluate -> release: metric",
            [],
            id="the release goes by the verdict",
        ),
        pytest.param(
            "prompts -> release -> assist: policy\n    - evaluate -> release: metric",
            [UNMEASURED],
            id="the verdict is about something else",
        ),
        pytest.param(
            "prompts -> evaluate -> release -> assist: policy\n"
            "    - prompts -> assist: policy",
            [PAST],
            id="a way past it",
        ),
        pytest.param("prompts -> assist", [], id="nobody says what is carried"),
    ],
)
def test_a_changed_prompt_is_measured(control: str, expected: list[str]) -> None:
    assert told(DESIGN.format(control=control), prompt_change_without_eval) == expected


@pytest.mark.parametrize(
    ("control", "found"),
    [
        pytest.param(
            "prompts -> release -> assist: policy", False, id="through others"
        ),
        pytest.param("prompts -> assist", False, id="probably"),
        pytest.param("prompts -> release: policy", True, id="they do not get there"),
        pytest.param("release -> assist: policy", True, id="from nowhere"),
    ],
)
def test_prompts_come_from_where_versions_are_kept(control: str, found: bool) -> None:
    assert bool(told(DESIGN.format(control=control), no_prompt_version)) is found


@pytest.mark.parametrize(
    ("stated", "way", "expected"),
    [
        pytest.param(
            ", secrets: key of the order system",
            "prompts -> assist: policy",
            [
                "2 error: the prompts of prompts tell assist a secret: key of the order "
                "system"
            ],
            id="the agent reads it",
        ),
        pytest.param(
            ", secrets: a token",
            "prompts -> release -> door: policy",
            ["2 error: the prompts of prompts tell door a secret: a token"],
            id="through a release",
        ),
        pytest.param(", secrets: none", "prompts -> assist: policy", [], id="none"),
        pytest.param("", "prompts -> assist: policy", [], id="unsaid"),
        pytest.param("", "vault -> assist: secret", [], id="the program logs in"),
    ],
)
def test_a_prompt_holds_no_secret(stated: str, way: str, expected: list[str]) -> None:
    text = f"""\
components:
  prompts: {{kind: prompt-registry{stated}}}
  vault: {{kind: secret-store}}
  release: {{kind: deployer}}
  door: {{kind: llm-gateway}}
  assist: {{kind: agent}}
flows: {{control: [{way}]}}
"""
    assert told(text, secrets_in_prompt) == expected


LABELLING = """\
components:
  teacher: {{kind: weak-labeler, method: llm}}
  model: {{kind: hosted-model}}
  prompts: {{kind: prompt-registry}}
  evaluate: {{kind: evaluator}}
  release: {{kind: deployer}}
flows:
  batches: [teacher -> model: prompt, model -> teacher: completion]
  control: [{control}]
"""


@pytest.mark.parametrize(
    ("control", "unversioned", "unmeasured"),
    [
        ("prompts -> evaluate -> release -> teacher: policy", 0, 0),
        ("prompts -> teacher: policy", 0, 1),
        ("prompts -> evaluate -> release: policy", 1, 0),
    ],
)
def test_what_labels_with_a_model_has_prompts_too(
    control: str, unversioned: int, unmeasured: int
) -> None:
    text = LABELLING.format(control=control)

    assert len(told(text, no_prompt_version)) == unversioned
    assert len(told(text, prompt_change_without_eval)) == unmeasured


def test_a_labeler_that_asks_no_model_has_no_prompt() -> None:
    text = LABELLING.format(control="prompts -> evaluate -> release: policy")
    rules = text.replace("teacher -> model: prompt", "teacher -> model")

    assert told(rules, no_prompt_version) == []
