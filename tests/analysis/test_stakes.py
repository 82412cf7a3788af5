"""What a decision can do, and to whom."""

import pytest

from designkit.analysis.facts import Facts
from designkit.analysis.stakes import (
    actions_of,
    chooses_among_items,
    falls_on_people,
    hides_outcomes,
)
from designkit.source.loader import load_text

HEAD = "designkit: 1\nname: Example\nsystem: generic\n"


def facts_of(*components: str, tier: int = 2) -> Facts:
    parts = [f"  part-{n}: {{kind: {part}}}\n" for n, part in enumerate(components)]
    text = f"{HEAD}tier: {tier}\ncomponents:\n  app: {{kind: client}}\n{''.join(parts)}"
    loaded = load_text(text, "example.yaml")
    assert loaded.design is not None, loaded.diagnostics
    return Facts(loaded.design)


def deciding(*actions: str, tier: int = 2) -> Facts:
    said = f", actions: [{', '.join(actions)}]" if actions else ""
    return facts_of(f"decision-engine{said}", tier=tier)


def test_the_actions_of_all_engines_count() -> None:
    facts = facts_of(
        "decision-engine, actions: [allow, decline]",
        "decision-engine",
        "decision-engine, actions: suspend",
    )

    assert actions_of(facts) == ("allow", "decline", "suspend")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(deciding("allow", "decline", tier=1), True, id="grave refusal"),
        pytest.param(deciding("allow", "decline"), False, id="refusal"),
        pytest.param(deciding("suspend the account", tier=3), True, id="sanction"),
        pytest.param(deciding("raise", "hold", "lower"), False, id="a price is kept"),
        pytest.param(deciding("raise", "lower", tier=1), False, id="grave, of prices"),
        pytest.param(deciding(tier=1), True, id="grave, of what nobody says"),
        pytest.param(deciding(), False, id="nobody says"),
        pytest.param(deciding("blockade", tier=1), False, id="another word"),
        pytest.param(facts_of("model-server", tier=1), False, id="nothing decides"),
    ],
)
def test_a_decision_falls_on_people(facts: Facts, expected: bool) -> None:
    assert falls_on_people(facts) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(deciding("allow", "auto-remove"), True, id="removed"),
        pytest.param(deciding("allow", "review"), False, id="looked at"),
        pytest.param(deciding(tier=1), False, id="nobody says"),
        pytest.param(
            facts_of("decision-engine, actions: [block]", "routing-engine"),
            False,
            id="a road that is closed",
        ),
    ],
)
def test_a_decision_hides_what_would_have_been(facts: Facts, expected: bool) -> None:
    assert hides_outcomes(facts) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(facts_of("reranker"), True, id="a page is put together"),
        pytest.param(facts_of("auction"), True, id="one bid wins"),
        pytest.param(facts_of("candidate-generator"), True, id="a shortlist"),
        pytest.param(
            facts_of("candidate-generator", "optimizer"), False, id="a plan for all"
        ),
        pytest.param(facts_of("model-server, role: rank"), True, id="a ranker"),
        pytest.param(facts_of("model-server, role: pre-rank"), True, id="a first pass"),
        pytest.param(facts_of("model-server, role: classify"), False, id="a classifier"),
        pytest.param(facts_of("model-server"), False, id="nobody says"),
    ],
)  # fmt: skip
def test_some_of_many_items_are_shown(facts: Facts, expected: bool) -> None:
    assert chooses_among_items(facts) is expected
