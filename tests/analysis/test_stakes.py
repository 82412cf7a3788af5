"""What a decision can do, and to whom."""

import pytest

from designkit.analysis.facts import Facts
from designkit.analysis.stakes import (
    chooses_among_items,
    falls_on_people,
    hides_outcomes,
    only_asks,
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


def having(effects: str, *actions: str, tier: int = 2) -> Facts:
    said = f", actions: [{', '.join(actions)}]" if actions else ""
    return facts_of(f"decision-engine, effects: {effects}{said}", tier=tier)


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
        pytest.param(having("burdens", "put on ice"), True, id="said, not named"),
        pytest.param(having("offers", "lock"), False, id="a price is locked"),
        pytest.param(having("withholds", tier=1), True, id="grave, said to withhold"),
        pytest.param(having("withholds"), False, id="said to withhold"),
        pytest.param(having("none", tier=1), False, id="said to do nothing"),
        pytest.param(
            facts_of("decision-engine, actions: [allow]", "decision-engine", tier=1),
            False,
            id="one of two says what it does",
        ),
        pytest.param(
            facts_of("decision-engine", "decision-engine, effects: burdens"),
            True,
            id="the other burdens",
        ),
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
        pytest.param(having("withholds", "junk"), True, id="said, not named"),
        pytest.param(having("offers", "filter"), False, id="a filter to choose by"),
    ],
)
def test_a_decision_hides_what_would_have_been(facts: Facts, expected: bool) -> None:
    assert hides_outcomes(facts) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(deciding("flag", "review"), True, id="named"),
        pytest.param(deciding("flag", "block"), False, id="it blocks as well"),
        pytest.param(having("asks", "send to Ann"), True, id="said"),
        pytest.param(having("[asks, offers]", "review"), False, id="it offers as well"),
        pytest.param(deciding(), False, id="nobody says"),
    ],
)
def test_an_engine_only_asks(facts: Facts, expected: bool) -> None:
    (engine,) = facts.of_kind("decision-engine")

    assert only_asks(facts, engine) is expected


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
