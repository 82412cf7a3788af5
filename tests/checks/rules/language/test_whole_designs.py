"""What rules written for scores say of language models, and faults of whole designs."""

import pytest

from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.source.loader import load_text
from designkit.source.profiles import profile

ANSWERS = """\
designkit: 1
name: Answers
system: generic
tier: 2
problem:
  metrics: {offline: [answer accuracy]}
  label: {name: contact within a week, positive-rate: 2%}
components:
  app: {kind: client}
  assist: {kind: agent, control: agent, max-steps: 8}
  door: {kind: llm-gateway}
  main: {kind: hosted-model, model-version: m-2026-01-01}
  look: {kind: tool, effect: none}
  prompts: {kind: prompt-registry}
  cases: {kind: dataset-builder, purpose: test}
  evaluate: {kind: evaluator, gates: [answer accuracy >= 80%]}
  release: {kind: deployer, strategy: [canary]}
  recent: {kind: cache, match: exact, key: [question, prompt version]}
  traces: {kind: prediction-log, retention: 30 d}
  watch: {kind: monitor, watch: [tokens, cost, grounding, safety, business, ops]}
flows:
  calls:
    - app -> assist: request
    - assist -> door -> main: prompt
    - main -> door -> assist: completion
    - assist -> look: tool-call
    - look -> assist: tool-result
    - assist -> app: response
  streams:
    - assist -> recent: decision
    - assist -> traces -> watch: trace
  batches:
    - traces -> cases: trace
    - cases -> evaluate: dataset
  control:
    - prompts -> evaluate -> release -> assist: policy
"""


def found(text: str) -> set[str]:
    """Return the names of the rules that find something in `text`."""
    loaded = load_text(text, "answers.yaml")
    assert loaded.design is not None, loaded.diagnostics
    return {item.name for item in check(loaded, all_rules()).diagnostics}


@pytest.mark.parametrize(
    "name",
    [
        "synchronous-cycle",
        "model-without-training",
        "no-training",
        "no-registry",
        "no-eval-gate",
        "no-retraining",
        "no-replacement",
        "accuracy-on-imbalance",
        "under-provisioned",
        "cache-mixes-arms",
        "monitor-gap",
        "skew-unwatched",
    ],
)
def test_what_is_asked_of_scores_is_not_asked_of_answers(name: str) -> None:
    assert name not in found(ANSWERS)


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("key: [question, prompt version]", "key: [question]", "cache-mixes-arms"),
        ("grounding, safety, business, ops", "business, ops", "monitor-gap"),
        (
            "prompts -> evaluate -> release",
            "prompts -> release",
            "prompt-change-without-eval",
        ),
        ("    - assist -> app: response\n", "", "accuracy-on-imbalance"),
    ],
)
def test_what_takes_its_place_is_asked(before: str, after: str, name: str) -> None:
    assert before in ANSWERS
    assert name in found(ANSWERS.replace(before, after))


ASSISTANT, LOOP = "assistant-with-retrieval", "agent-with-tools"


@pytest.mark.parametrize(
    ("system", "before", "after", "name"),
    [
        (
            ASSISTANT,
            "door: {carries: prompt,",
            "door: {carries: prompt, retries: 3,",
            "retry-storm",
        ),
        (ASSISTANT, "tokens: 5.3 M", "tokens: 2 M", "rate-limit-below-peak"),
        (
            ASSISTANT,
            "first-token: {p99: 2.5",
            "first-token: {p99: 1",
            "first-token-late",
        ),
        (ASSISTANT, "per-task: 0.10 USD", "per-task: 0.01 USD", "tokens-too-dear"),
        (ASSISTANT, "out-guard -> chat", "chat", "streaming-without-output-guard"),
        (
            ASSISTANT,
            "context-window: 200 k",
            "context-window: 8 k",
            "context-over-window",
        ),
        (LOOP, "fail-mode: closed", "fail-mode: open", "guard-fail-mode-unstated"),
        (ASSISTANT, "  answer: {", "  answer: {p99: 1 s}  # {", "answer-late"),
        (LOOP, "secrets: none", "secrets: deploy key", "open-sandbox"),
        (LOOP, "3.6 k/h", "none", "no-action-limit"),
        (LOOP, "retention: 90 d}", "retention: for ever}", "traces-are-personal-data"),
    ],
)
def test_a_fault_in_a_whole_design_is_found(
    system: str, before: str, after: str, name: str
) -> None:
    text = profile(system).starter

    assert before in text
    assert name in found(text.replace(before, after))
