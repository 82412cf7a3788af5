"""Attributes that no rule, no figure and no picture asks for are on one list."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar, overload

import pytest

from designkit.catalog.kinds import all_kinds
from designkit.catalog.only_told import ONLY_TOLD
from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.estimates.estimator import estimate
from designkit.model.component import Component, Value
from designkit.model.design import Design
from designkit.pictures.views import all_views
from designkit.source.loader import Loaded, load_text
from tests.judgement.judging import NAMES
from tests.judgement.judging import loaded as judged
from tests.language_designs import LOOP, OWN, RENTED
from tests.mutated import shipped
from tests.rule_examples import load_example

Asked = set[tuple[str, str]]
Other = TypeVar("Other")


class Watched(dict[str, Value]):
    """The attributes of a component, with a note of each that is asked for by name."""

    def __init__(self, part: Component, asked: Asked) -> None:
        super().__init__(part.attributes)
        self.kind, self.asked = part.kind, asked

    @overload
    def get(self, key: str, default: None = None, /) -> Value | None: ...

    @overload
    def get(self, key: str, default: Other, /) -> Value | Other: ...

    def get(self, key: str, default: object = None, /) -> object:
        self.asked.add((self.kind, key))
        return super().get(key, default)

    def __getitem__(self, key: str) -> Value:
        self.asked.add((self.kind, key))
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.asked.add((self.kind, str(key)))
        return super().__contains__(key)


def watched(loaded: Loaded, asked: Asked) -> tuple[Loaded, Design]:
    """Return a design whose components note what they are asked for."""
    design = loaded.design
    assert design is not None
    parts = {
        id: part.model_copy(update={"attributes": Watched(part, asked)})
        for id, part in design.components.items()
    }
    watching = design.model_copy(update={"components": parts})
    return replace(loaded, design=watching), watching


EVERY_KIND = "designkit: 1\nname: Kinds\nsystem: generic\ncomponents:\n" + "".join(
    f"  a-{kind.name}: {{kind: {kind.name}{due}}}\n"
    for kind in all_kinds()
    for due in (", by: 05:00" if kind.attribute("by") else "",)
)
"""One component of each kind, jobs with a deadline, so that each kind is asked."""


ASKED = """
designkit: 1
name: What rules ask of few
system: generic
workload: {requests-per-day: 1 M, peak-factor: 2}
components:
  app: {kind: client}
  table: {kind: batch-transform, language: SQL, code: a.sql}
  fly: {kind: on-demand-transform, language: Rust, code: b.rs}
  rank: {kind: model-server}
  price: {kind: service, service-time: 2 ms, replicas: 2}
  rates: {kind: store, entities: 1 M, entity-size: 1 kB}
  test: {kind: experiment-analysis, primary: revenue per user}
  work: {kind: agent}
  close: {kind: tool, effect: irreversible}
  recall: {kind: session-memory}
  box: {kind: code-sandbox, places: 3, cpu-limit: 2, time-limit: 1 min}
flows:
  calls: [app -> fly: request, work -> close: tool-call, fly -> rank: feature-values, fly -> price: request]
  lookups: [rates -> price: feature-values, recall -> work: passages]
features: {price: {offline-by: table, online-by: fly}}
experiment: {unit: session}
"""
"""What only a design of a certain shape is asked."""


HEAD = "designkit: 1\nname: Language models\nsystem: generic\n"
FLEET = """
designkit: 1
name: What is asked of those who send to devices, and of those who accept
system: generic
components:
  phone: {kind: device, count: 1 M}
  origin: {kind: store}
  front: {kind: service}
  deploy: {kind: deployer}
  train: {kind: trainer, clients-per-round: 500}
  price: {kind: optimizer, accepted-by: clerk, accepted-share: 5%}
  clerk: {kind: person}
flows:
  batches: [phone -> train: model]
  control: [deploy -> origin -> front -> phone: model]
models: {words: {served-by: phone, size: 20 MB}}
"""
"""What only a fleet, what sends to it, and who accepts something are asked."""
ASKED_OF_TEXT = """
designkit: 1
name: What rules and figures ask of few that read and write text
system: generic
workload:
  {requests-per-day: 1 M, documents: 5 k, tokens-per-document: 800, tasks-per-day: 1 k}
components:
  app: {kind: client}
  docs: {kind: source-db}
  parse: {kind: document-parser, passage-tokens: 400, overlap: 50}
  build: {kind: index-builder}
  words: {kind: inverted-index}
  ask:
    {kind: agent, system-tokens: 1 k, history-tokens: 1 k, passages: 6,
     passage-tokens: 400}
  send: {kind: tool, effect: reversible}
  llm: {kind: llm-server, parameters: 8 bn}
  traces: {kind: prediction-log}
  grade: {kind: judge, agreement: 60%, human-agreement: 70%, sample-rate: 2%}
  votes: {kind: weak-labeler, coverage: 30%, accuracy: 80%}
  pairs: {kind: dataset-builder, form: pairs}
  tune: {kind: trainer, method: lora, rank: 16, train-tokens: 300 M}
flows:
  calls:
    - app -> ask -> words: request
    - words -> ask: passages
    - ask -> llm: prompt
    - ask -> send: tool-call
  streams: [ask -> traces -> grade: trace]
  batches:
    - docs -> parse: raw-table
    - parse -> build: passages
    - build -> words: index
    - votes -> pairs: label
    - pairs -> tune: dataset
  control: [tune -> llm: model]
"""
"""What only a design with a language model is asked."""


def whole_designs() -> Iterator[Loaded]:
    names = ("ad-click", "fraud", "recommendation", "search-ranking")
    yield from map(shipped, names)
    yield from map(judged, NAMES)
    yield load_text(EVERY_KIND, "kinds.yaml")
    yield load_text(ASKED, "asked.yaml")
    timed = OWN.replace(
        "    prefix-cache", "    first-token: {p50: 1 s}\n    prefix-cache"
    )
    for text in (LOOP, OWN, RENTED, timed):
        yield load_text(HEAD + text, "language.yaml")
    yield load_text(FLEET, "fleet.yaml")
    yield load_text(ASKED_OF_TEXT, "text.yaml")


def asked_for() -> Asked:
    """Return what rules, figures and pictures ask of components, each with its kind."""
    asked: Asked = set()
    for loaded in whole_designs():
        design, model = watched(loaded, asked)
        check(design, all_rules())
        estimate(model)
        for view in all_views():
            view.draw(model)
    for rule in all_rules():
        for text in (rule.page.bad, rule.page.good):
            example, model = watched(load_example(text, rule), asked)
            check(example, (rule,))
            estimate(model)
    return asked


@pytest.mark.slow
def test_what_nothing_asks_for_is_on_the_list_and_nothing_else_is() -> None:
    asked = asked_for()
    never = {
        (kind.name, item.name)
        for kind in all_kinds()
        for item in kind.attributes
        if (kind.name, item.name) not in asked
    }
    told = {(kind, name) for kind, names in ONLY_TOLD.items() for name in names}

    assert sorted(never - told) == []
    assert sorted(told - never) == []
