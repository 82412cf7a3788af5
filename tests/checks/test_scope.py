"""A scope says as data whom a rule asks, and names only what there is."""

from collections.abc import Iterator
from functools import cache

import pytest

from designkit.analysis.facts import Facts
from designkit.catalog.kinds import kind
from designkit.catalog.systems import system
from designkit.checks.rule import Rule
from designkit.checks.rules import all_rules
from designkit.checks.scope import EVERYONE, Scope
from designkit.model.design import Design
from designkit.source.loader import load_text
from tests.mutated import DESIGNS, shipped
from tests.rule_examples import load_example

DESIGN = """\
designkit: 1
name: Payments
system: fraud-detection
components:
  app: {kind: client}
  score: {kind: model-server, queue-delay: 5 ms}
  deploy: {kind: deployer, rollback: none}
flows:
  calls:
    - app -> score: {carries: request, fan-out: 20}
objectives: {latency: {p99: 100 ms}, freshness: {velocity: 5 s}}
experiment: none
"""

SEVERAL = """\
designkit: 1
name: Several
system: generic
problem:
  labels:
    click:
      delay: {p50: 1 min}
      positive-rate: 5%
      censored-by: stock
      operating-point: {recall: 80%}
components:
  store: {kind: online-store, tables: {clicks: {ttl: 1 d}}}
  llm: {kind: hosted-model, limit-requests: 4 k/min}
models:
  rank: {heads: {click: {label: click}}}
experiment:
  split: {control: 50%, new: 50%}
  metrics: {clicks: {baseline-rate: 5%, mde: 1%}}
"""
"""Several of what a shipped design has one of."""

OF_ONE = """\
designkit: 1
name: Of one
system: generic
problem: {label: {name: fraud, operating-point: {recall: 80%}}}
objectives: {answer: {p99: 9 s}, per-token: {p50: 50 ms}, cost-per-success: 0.5 USD}
components:
  score: {kind: model-server}
  door: {kind: llm-gateway, routes: [llm]}
  llm: {kind: hosted-model, limit-input-tokens: 2 M/min, cache-ttl: 5 min}
models: {m: {heads: {fraud: {operating-point: {recall: 80%}}}}}
"""
"""What may be said of a label and of a head, and is said elsewhere in a shipped one."""

every_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


@cache
def facts() -> Facts:
    design = load_text(DESIGN).design
    assert design is not None
    return Facts(design)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        pytest.param(EVERYONE, True, id="everyone"),
        pytest.param(Scope(systems=("news-feed", "fraud-detection")), True, id="system"),
        pytest.param(Scope(systems=("news-feed",)), False, id="another system"),
        pytest.param(Scope(kinds=("cache", "client")), True, id="kind"),
        pytest.param(Scope(kinds=("cache",)), False, id="a kind that is not there"),
        pytest.param(Scope(keys=("objectives.latency.p99",)), True, id="key"),
        pytest.param(Scope(keys=("objectives.latency.p50",)), False, id="key not stated"),
        pytest.param(Scope(keys=("objectives.freshness",)), True, id="mapping"),
        pytest.param(Scope(keys=("features",)), False, id="empty mapping"),
        pytest.param(Scope(keys=("experiment",)), False, id="section said to be absent"),
        pytest.param(Scope(keys=("components.*.queue-delay",)), True, id="any component"),
        pytest.param(Scope(keys=("components.*.memory",)), False, id="no component"),
        pytest.param(Scope(keys=("components.*.rollback",)), False, id="said to be absent"),
        pytest.param(Scope(keys=("flows.*.fan-out",)), True, id="any flow"),
        pytest.param(Scope(keys=("flows.*.retries",)), False, id="no flow"),
        pytest.param(Scope(keys=("models.*.size", "objectives.latency")), True, id="one of two keys"),
        pytest.param(Scope((), ("client",), ("models",)), False, id="kind without key"),
        pytest.param(Scope((), ("cache",), ("objectives",)), False, id="key without kind"),
    ],
)  # fmt: skip
def test_a_scope_covers_what_has_one_of_each(scope: Scope, expected: bool) -> None:
    assert scope.covers(facts()) is expected


@every_rule
def test_a_scope_names_systems_and_kinds_that_there_are(rule: Rule) -> None:
    assert all(system(name) for name in rule.scope.systems)
    assert all(kind(name) for name in rule.scope.kinds)


@every_rule
def test_a_scope_names_keys_that_designs_state(rule: Rule) -> None:
    designs = (*known(), *examples(rule))
    unstated = [
        key
        for key in rule.scope.keys
        if not any(Scope(keys=(key,)).covers(Facts(design)) for design in designs)
    ]

    assert unstated == []


@cache
def known() -> tuple[Design, ...]:
    several = tuple(map(load_text, (SEVERAL, OF_ONE)))
    assert all(each.design for each in several), [it.diagnostics for it in several]
    loaded = (*several, *map(shipped, DESIGNS))
    return tuple(each.design for each in loaded if each.design)


def examples(rule: Rule) -> Iterator[Design]:
    for text in (rule.page.bad, rule.page.good):
        if design := load_example(text, rule).design:
            yield design
