"""Every shipped design is whole, and true to what it says of itself."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path as FilePath

import pytest

from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kind
from designkit.model.design import Design
from designkit.model.figures import stated_quantities
from designkit.model.graph import Graph
from designkit.quantities.quantity import Origin
from designkit.source.flows import ID
from designkit.source.loader import Loaded, load_file
from designkit.source.node import Path, YamlNode

DESIGNS = FilePath(__file__).parents[1] / "designs"
NAMES = tuple(sorted(path.stem for path in DESIGNS.glob("*.yaml")))
SECTIONS = [
    "designkit",
    "name",
    "system",
    "summary",
    "tier",
    "owner",
    "problem",
    "requirements",
    "clarifications",
    "workload",
    "objectives",
    "components",
    "flows",
    "features",
    "models",
    "datasets",
    "evaluation",
    "experiment",
    "privacy",
    "scenarios",
    "tradeoffs",
    "failure-modes",
    "questions",
    "sources",
]

every_design = pytest.mark.parametrize("name", NAMES)


@cache
def loaded(name: str) -> Loaded:
    return load_file(DESIGNS / f"{name}.yaml", name)


def design_of(name: str) -> Design:
    design = loaded(name).design
    assert design is not None
    return design


def test_there_are_designs_to_look_at() -> None:
    assert {"ad-click", "fraud", "recommendation", "search-ranking"} <= set(NAMES)


@every_design
def test_it_loads_and_nothing_is_wrong_with_it(name: str) -> None:
    assert loaded(name).diagnostics == ()


def blanks(node: YamlNode, path: Path = ()) -> Iterator[Path]:
    """Give the keys with nothing behind them, as a comma in braces makes them."""
    if node.is_blank:
        yield path
    for key, child in node.entries.items():
        yield from blanks(child, (*path, key))
    for index, item in enumerate(node.value if isinstance(node.value, tuple) else ()):
        yield from blanks(item, (*path, index))


@every_design
def test_no_text_in_it_is_cut_at_a_comma(name: str) -> None:
    root = loaded(name).root

    assert root is not None
    assert list(blanks(root)) == []


@every_design
def test_it_has_every_section_in_the_order_of_an_interview(name: str) -> None:
    root = loaded(name).root

    assert root is not None
    assert list(root.entries) == SECTIONS


@every_design
def test_it_has_every_stage(name: str) -> None:
    kinds = [kind(component.kind) for component in design_of(name).components.values()]

    assert {found.stage for found in kinds if found} == set(Stage)


@every_design
def test_its_components_stand_stage_by_stage(name: str) -> None:
    text = loaded(name).text

    assert [
        line.removeprefix("  # ---- ").partition(":")[0]
        for line in text.splitlines()
        if line.startswith("  # ")
    ] == [
        "outside",
        "ingestion",
        "features",
        "labels",
        "training",
        "registry and release",
        "serving",
        "experimentation",
        "monitoring",
        "retraining",
        "governance",
    ]


@every_design
def test_it_fits_on_a_picture(name: str) -> None:
    design = design_of(name)

    assert 35 <= len(design.components) <= 45
    assert 60 <= len(design.flows) <= 80


@every_design
def test_its_names_fit_on_a_card(name: str) -> None:
    components = design_of(name).components.values()

    assert [c.id for c in components if not 1 <= len(c.name or "") <= 24] == []
    assert [c.id for c in components if not 1 <= len(c.technology or "") <= 26] == []


@every_design
def test_every_component_says_why_it_is_there_and_who_answers_for_it(name: str) -> None:
    components = design_of(name).components.values()

    assert [c.id for c in components if not c.why or not c.owner] == []


@every_design
def test_its_arguments_are_as_deep_as_those_of_the_others(name: str) -> None:
    design = design_of(name)

    assert 5 <= len(design.scenarios) <= 6
    assert 6 <= len(design.tradeoffs) <= 8
    assert 8 <= len(design.failure_modes) <= 10
    assert 7 <= len(design.clarifications) <= 9
    assert 10 <= len(design.features) <= 12
    assert len(design.questions) >= 15
    assert {question.level for question in design.questions} == {
        "core",
        "senior",
        "staff",
    }


def untagged(part: object, section: str) -> Iterator[str]:
    for path, quantity in stated_quantities(part, (section,)):
        if quantity.origin is Origin.STATED:
            yield ".".join(map(str, path))


@every_design
def test_every_figure_it_starts_from_says_where_it_comes_from(name: str) -> None:
    design = design_of(name)
    assert design.problem is not None

    assert list(untagged(design.workload, "workload")) == []
    assert list(untagged(design.objectives, "objectives")) == []
    assert list(untagged(design.problem.costs, "costs")) == []


@every_design
def test_its_ids_are_ids(name: str) -> None:
    design = design_of(name)
    sections = (design.components, design.features, design.models, design.datasets)

    assert [
        id for ids in (*sections, design.sources) for id in ids if not ID.match(id)
    ] == []


@every_design
def test_all_that_a_request_waits_for_says_how_long_it_takes(name: str) -> None:
    design = design_of(name)
    waiting = [
        design.components[id]
        for id in sorted(Graph(design).in_request)
        if design.components[id].kind != "client"
    ]

    assert waiting
    for component in waiting:
        latency = component.latency
        assert latency is not None, component.id
        assert latency.p50, component.id
        assert latency.p99, component.id
        assert latency.p50.value < latency.p99.value, component.id


@pytest.mark.parametrize(
    ("name", "p50", "p99"),
    [
        ("ad-click", 27, 72),
        ("fraud", 17, 51),
        ("recommendation", 68, 194),
        ("search-ranking", 81, 224),
    ],
)
def test_its_critical_path_takes_what_its_text_says(
    name: str, p50: float, p99: float
) -> None:
    path = Graph(design_of(name)).critical_path

    assert round(path.p50 * 1000, 6) == p50
    assert round(path.p99 * 1000, 6) == p99


@every_design
def test_its_critical_path_keeps_its_promise(name: str) -> None:
    design = design_of(name)
    assert design.objectives is not None
    assert design.objectives.latency is not None
    assert design.objectives.latency.p99 is not None

    assert Graph(design).critical_path.p99 < design.objectives.latency.p99.value


def test_the_same_parts_go_by_the_same_ids() -> None:
    shared = {
        "event-log": "log",
        "lake": "lake",
        "offline-store": "offline",
        "online-store": "online",
        "materializer": "materialise",
        "feature-log": "feature-log",
        "label-joiner": "label-join",
        "dataset-builder": "dataset",
        "evaluator": "evaluate",
        "experiment-tracker": "tracker",
        "orchestrator": "orchestrator",
        "model-registry": "registry",
        "deployer": "deploy",
        "gateway": "gateway",
        "fallback": "fallback",
        "prediction-log": "prediction-log",
        "experiment-service": "experiments",
        "exploration-policy": "explore",
        "experiment-analysis": "analysis",
        "alert-manager": "alerts",
        "retrain-trigger": "retrain",
    }
    for name in ("ad-click", "fraud", "recommendation", "search-ranking"):
        components = design_of(name).components.values()

        assert {c.kind: c.id for c in components if c.kind in shared} == shared
