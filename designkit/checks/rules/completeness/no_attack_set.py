"""DK152 no-attack-set."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import outside_text, stops
from designkit.analysis.test_sets import CaseSet, sets_for
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

SETS = ("evaluation", "sets")
ALL = ("retrieval", "generation", "task", "attack")


@rule("DK152", Severity.WARNING, kinds=("guardrail",))
def no_attack_set(facts: Facts) -> Iterator[Finding]:
    """A guard against attacks should be measured by attacks.

    A guard that nobody has attacked is a hope, and one that stopped ten known attacks
    has shown that they are known. What gets through is a rate with an interval: no
    success in 300 attempts still leaves 1%. Who attacks reads the defences, so that
    last month's cases flatter.

    It asks where a guard stops something and text of others reaches an agent, or where
    a guard states what it misses.

    Bad:
    ```yaml
    components:
      page: {kind: third-party, trust: outside}
      ask: {kind: agent}
      check:                                       # <- 20% of what?
        kind: guardrail
        side: input
        mode: block
        miss-rate: 20%
      model: {kind: hosted-model}
    flows:
      calls: [ask -> model: prompt]
      streams: [page -> check -> ask: event]
    evaluation:
      sets: [{id: answers, cases: 400, purpose: task}]
    ```

    Good:
    ```yaml
    components:
      page: {kind: third-party, trust: outside}
      ask: {kind: agent}
      check: {kind: guardrail, side: input, mode: block, miss-rate: 20%}
      model: {kind: hosted-model}
    flows:
      calls: [ask -> model: prompt]
      streams: [page -> check -> ask: event]
    evaluation:
      sets:
        - {id: answers, cases: 400, purpose: task}
        - {id: attacks, cases: 300, purpose: attack, source: monthly red team}
    ```

    Fix: Add a set of cases with `purpose: attack`, or an `attack-share` to another, let
    people who know the defences renew it each month, and gate on what succeeds.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM01 prompt injection (adversarial
    testing); NIST AI 600-1 (2024), information security.
    """
    if _attacks(facts):
        return
    guards = [part for part in facts.of_kind("guardrail") if stops(part)]
    told = [part for part in guards if part.quantity("miss-rate")]
    asked = told or (guards if _is_reached(facts) else [])
    if asked:
        yield Finding(
            ("components", asked[0].id),
            f"nothing attacks {listed(part.id for part in asked)} before others do",
            unstated=facts.state(*SETS) is State.UNSTATED,
        )


def _attacks(facts: Facts) -> bool:
    """Whether a set of cases attacks, or one with no purpose may."""
    return any(map(_may_attack, sets_for(facts, *ALL)))


def _may_attack(cases: CaseSet) -> bool:
    share = cases.stated.attack_share
    return cases.stated.purpose in (None, "attack") or bool(share and share.high)


def _is_reached(facts: Facts) -> bool:
    """Whether text that others can write reaches an agent."""
    return any(outside_text(facts, agent.id) for agent in facts.of_kind("agent"))
