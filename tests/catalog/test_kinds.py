"""The kinds of components: each whole in itself, all of them in agreement."""

import re
from collections import Counter

import pytest
from inline_snapshot import snapshot

from designkit.catalog.data_types import DATA_TYPES, data_type
from designkit.catalog.kind import Kind, Plane, Shape, Stage
from designkit.catalog.kinds import (
    all_kinds,
    converters,
    kind,
    kinds_with,
    may_give,
)
from designkit.catalog.role import Role
from designkit.catalog.technologies import technology

KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")

COMMON = {
    "name",
    "technology",
    "why",
    "note",
    "owner",
    "latency",
    "timeout",
    "availability",
    "replicas",
    "cost",
    "pii",
    "region",
}
"""What a component of any kind may state, and no kind states again."""


each_kind = pytest.mark.parametrize(
    "kind", all_kinds(), ids=[item.name for item in all_kinds()]
)


def test_there_are_kinds_in_every_stage() -> None:
    assert {item.stage for item in all_kinds()} == set(Stage)


def test_kinds_come_stage_by_stage_in_reading_order() -> None:
    stages = [item.stage for item in all_kinds()]

    assert stages == sorted(stages, key=list(Stage).index)


def test_each_name_occurs_once() -> None:
    names = [item.name for item in all_kinds()]

    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_that_of_several_kinds(role: Role) -> None:
    assert len(kinds_with(role)) > 1


@pytest.mark.parametrize("stage", [*Stage])
def test_kinds_of_a_role_may_be_asked_by_stage(stage: Stage) -> None:
    essential = kinds_with(Role.ESSENTIAL, stage)

    assert all((found := kind(name)) and found.stage is stage for name in essential)
    assert set(essential) <= set(kinds_with(Role.ESSENTIAL))


def test_each_of_the_six_stages_has_an_essential_kind() -> None:
    stages = {stage for stage in Stage if kinds_with(Role.ESSENTIAL, stage)}

    assert stages == {
        Stage.INGESTION,
        Stage.FEATURES,
        Stage.TRAINING,
        Stage.REGISTRY,
        Stage.SERVING,
        Stage.MONITORING,
    }


def test_a_kind_is_found_by_its_name() -> None:
    found = kind("online-store")

    assert found is not None
    assert (found.stage, found.plane) == (Stage.FEATURES, Plane.ONLINE)


def test_an_unknown_kind_is_nothing() -> None:
    assert kind("online_store") is None


@each_kind
def test_names_are_kebab_case(kind: Kind) -> None:
    names = [kind.name, *(item.name for item in kind.attributes)]

    assert [name for name in names if not KEBAB.fullmatch(name)] == []


@each_kind
def test_what_flows_is_a_known_data_type_named_once(kind: Kind) -> None:
    for names in (kind.takes, kind.needs, *kind.needs_one, kind.gives):
        assert [name for name in names if data_type(name) is None] == []
        assert len(set(names)) == len(names)


@each_kind
def test_what_a_kind_needs_it_also_takes(kind: Kind) -> None:
    assert {*kind.needs}.union(*kind.needs_one) <= {*kind.takes}


@each_kind
def test_every_kind_takes_and_gives_something(kind: Kind) -> None:
    assert kind.takes
    assert kind.gives


@each_kind
def test_a_definition_is_one_or_two_sentences(kind: Kind) -> None:
    sentences = re.findall(r"[^.]+\.", kind.definition)

    assert 1 <= len(sentences) <= 2
    assert "".join(sentences) == kind.definition
    assert kind.definition[0].isupper()
    assert "  " not in kind.definition


@each_kind
def test_technologies_are_known_by_their_main_name(kind: Kind) -> None:
    unknown = [
        name
        for name in kind.technologies
        if (found := technology(name)) is None or found.name != name
    ]

    assert unknown == []


@each_kind
def test_attributes_occur_once_and_are_not_those_of_every_component(kind: Kind) -> None:
    names = [item.name for item in kind.attributes]

    assert len(set(names)) == len(names)
    assert COMMON.isdisjoint(names)


@each_kind
def test_each_meaning_is_a_phrase(kind: Kind) -> None:
    odd = [
        item.meaning
        for item in kind.attributes
        if item.meaning.endswith(".") or item.meaning[0].isupper()
    ]

    assert odd == []


@each_kind
def test_only_texts_and_lists_have_choices(kind: Kind) -> None:
    for item in kind.attributes:
        if item.choices:
            assert item.holds in {Shape.TEXT, Shape.LIST}
            assert [word for word in item.choices if not KEBAB.fullmatch(word)] == []


def test_a_name_holds_one_thing_but_for_steps_of_releases_and_agents() -> None:
    holds: dict[str, set[str]] = {}
    for item in all_kinds():
        for attribute in item.attributes:
            holds.setdefault(attribute.name, set()).add(attribute.holds.value)

    assert {name: kept for name, kept in holds.items() if len(kept) > 1} == {
        "steps": {"count", "percentiles of a count"}
    }


def test_a_kind_with_a_runtime_has_an_interval() -> None:
    lone = [
        item.name
        for item in all_kinds()
        if item.attribute("runtime") and not item.attribute("interval")
    ]

    assert lone == []


def test_what_states_a_lag_follows_events() -> None:
    lagging = [item for item in all_kinds() if item.attribute("lag")]

    assert {item.plane for item in lagging} == {Plane.ASYNC}


def test_a_model_server_states_what_its_model_does() -> None:
    server = kind("model-server")
    assert server is not None

    role = server.attribute("role")

    assert role is not None
    assert role.choices == (
        "pre-rank",
        "rank",
        "classify",
        "regress",
        "encode",
        "transcribe",
        "speak",
    )


def test_every_kind_may_give_metrics_and_audit_records() -> None:
    store = kind("cache")
    assert store is not None

    assert sorted(may_give(store)) == snapshot(
        [
            "audit-record",
            "candidates",
            "completion",
            "feature-values",
            "metric",
            "prediction",
            "request",
            "response",
        ]
    )


def test_a_kind_that_turns_one_type_into_another_is_a_converter() -> None:
    assert "label-joiner" in converters("event", "label")
    assert "event-collector" not in converters("event", "label")


def test_what_works_on_a_type_alone_comes_first() -> None:
    assert converters("prediction", "decision") == (
        "decision-engine",
        "auction",
        "optimizer",
        "reranker",
        "business-rules",
        "review-queue",
        "exploration-policy",
        "agent",
    )


def test_where_nothing_converts_there_are_no_converters() -> None:
    assert converters("response", "model") == ()


def test_every_data_type_is_given_and_taken_by_some_kind() -> None:
    given = {name for item in all_kinds() for name in may_give(item)}
    taken = {name for item in all_kinds() for name in item.takes}
    known = {item.name for item in DATA_TYPES}

    assert known - given == set()
    assert known - taken == set()
