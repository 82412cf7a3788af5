"""A design that lacks one of the six stages altogether is told so once, by its name."""

import json
from collections.abc import Iterable
from functools import cache

import pytest
from inline_snapshot import snapshot

from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kind
from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.diagnostics import Diagnostic
from designkit.model.component import MODE_KEYS, Flow
from designkit.model.design import Design
from designkit.source.loader import Loaded, load_text
from tests.mutated import DESIGNS, shipped

SAYS = {
    Stage.INGESTION: ("DK117", "data ingestion is missing: "),
    Stage.FEATURES: ("DK118", "feature store is missing: "),
    Stage.TRAINING: ("DK119", "training is missing: "),
    Stage.REGISTRY: ("DK108", "model registry is missing: "),
    Stage.SERVING: ("DK109", "serving is missing: "),
    Stage.MONITORING: ("DK110", "monitoring is missing: "),
}

Tree = dict  # a YAML document without places

every_design = pytest.mark.parametrize("name", DESIGNS)
every_stage = pytest.mark.parametrize("stage", SAYS)


@cache
def without(name: str, stage: Stage) -> Loaded:
    """Load a shipped design from which a stage was taken, and all that names it."""
    loaded = shipped(name)
    assert loaded.root is not None
    assert loaded.design is not None
    tree = loaded.root.plain()
    assert isinstance(tree, dict)
    gone = {
        c.id for c in loaded.design.components.values() if stage_of(c.kind) is stage
    }
    assert gone
    take_out(tree, gone, loaded.design)
    return load_text(json.dumps(tree, indent=1, ensure_ascii=False), f"{name}.yaml")


def stage_of(name: str) -> Stage:
    found = kind(name)
    assert found is not None
    return found.stage


def take_out(tree: Tree, gone: set[str], design: Design) -> None:
    for id in gone:
        del tree["components"][id]
    tree["flows"] = {
        key: [written(flow) for flow in kept(design.flows, gone) if flow.mode is mode]
        for key, mode in MODE_KEYS.items()
    }
    for section, keys in {
        "features": ("online-by", "offline-by", "data-from"),
        "models": ("trained-by", "served-by"),
        "datasets": ("built-by",),
    }.items():
        for part in tree[section].values():
            forget(part, keys, gone)
    for mode in tree["failure-modes"]:
        forget(mode, ("at",), gone)
    for index, scenario in enumerate(design.scenarios):
        tree["scenarios"][index]["steps"] = [
            {f"{step.source} -> {step.target}": step.note or "and on"}
            for step in kept(scenario.steps, gone)
        ]


def kept(flows: Iterable, gone: set[str]) -> list:
    return [flow for flow in flows if gone.isdisjoint((flow.source, flow.target))]


def written(flow: Flow) -> Tree:
    options = flow.model_dump(by_alias=True, exclude_none=True)
    ends = f"{options.pop('source')} -> {options.pop('target')}"
    del options["mode"]
    return {ends: options}


def forget(part: Tree, keys: Iterable[str], gone: set[str]) -> None:
    for key in keys:
        named = part.pop(key, [])
        ids = [named] if isinstance(named, str) else named
        if rest := [id for id in ids if id not in gone]:
            part[key] = rest if isinstance(named, list) else named


@cache
def found(name: str, stage: Stage) -> tuple[Diagnostic, ...]:
    return check(without(name, stage), all_rules()).diagnostics


@every_design
@every_stage
def test_a_design_without_a_stage_still_loads(name: str, stage: Stage) -> None:
    loaded = without(name, stage)

    assert loaded.design is not None, loaded.diagnostics
    assert all(stage_of(c.kind) is not stage for c in loaded.design.components.values())


@every_design
@every_stage
def test_completeness_names_the_stage_once_and_says_no_more(
    name: str, stage: Stage
) -> None:
    code, beginning = SAYS[stage]
    of_completeness = [d for d in found(name, stage) if "DK101" <= d.code <= "DK119"]

    assert [d.code for d in of_completeness] == [code]
    assert of_completeness[0].message.startswith(beginning)
    assert of_completeness[0].element == "components"


def codes_besides(stage: Stage) -> dict[str, str]:
    code, _ = SAYS[stage]
    return {
        name: " ".join(sorted(d.code for d in found(name, stage) if d.code != code))
        for name in DESIGNS
    }


def test_what_else_is_found_without_a_stage() -> None:
    """Mostly inputs that are gone; a rule that adds a follow-on is seen here."""
    assert {str(stage): codes_besides(stage) for stage in SAYS} == snapshot(
        {
            "ingestion": {
                "ad-click": "DK031 DK031",
                "fraud": "DK031 DK302",
                "recommendation": "DK031",
                "search-ranking": "DK031",
            },
            "features": {
                "ad-click": "DK141 DK302",
                "fraud": "",
                "recommendation": "DK136",
                "search-ranking": "",
            },
            "training": {
                "ad-click": "DK031 DK136",
                "fraud": "DK031 DK136",
                "recommendation": "DK031 DK136",
                "search-ranking": "DK031 DK136",
            },
            "registry": {
                "ad-click": "DK031 DK031 DK031 DK136",
                "fraud": "DK031 DK136",
                "recommendation": "DK031 DK031 DK031 DK031 DK031 DK136 DK136",
                "search-ranking": "DK031 DK031 DK031 DK031 DK031 DK031 DK136 DK136",
            },
            "serving": {
                "ad-click": "DK031 DK033 DK033 DK033 DK136 DK136 DK141 DK141 DK317",
                "fraud": "DK031 DK031 DK033 DK033 DK136 DK136 DK317",
                "recommendation": "DK033 DK033 DK136 DK136 DK141 DK317",
                "search-ranking": "DK033 DK136 DK141 DK317",
            },
            "monitoring": {
                "ad-click": "",
                "fraud": "",
                "recommendation": "DK136",
                "search-ranking": "",
            },
        }
    )
