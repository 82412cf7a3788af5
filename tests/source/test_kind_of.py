"""The kind of a component, with what the component itself decides of it."""

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.model.component import Component
from designkit.source.kind_of import glyph_of, kind_of, stated_stage
from designkit.source.loader import load_text


def component(kind: str, **attributes: str) -> Component:
    return Component(id="part", kind=kind, attributes=attributes)


def test_a_general_kind_works_in_the_stage_that_it_states() -> None:
    found = kind_of(component("job", stage="serving"))

    assert found is not None
    assert (found.name, found.stage) == ("job", Stage.SERVING)


def test_without_a_stage_it_stands_in_that_of_its_kind_and_does_no_work_of_it() -> None:
    found = kind_of(component("job"))

    assert found is not None
    assert found.stage is Stage.INGESTION
    assert stated_stage(component("job")) is None


def test_only_a_general_kind_has_a_stage_of_its_own() -> None:
    assert stated_stage(component("lake", stage="serving")) is None


def test_an_unknown_kind_has_a_box() -> None:
    assert kind_of(component("oracle")) is None
    assert glyph_of(component("oracle")) == "box"
    assert glyph_of(component("person")) == "person"


STAGED = """\
designkit: 1
name: Staged
system: generic
components:
  orders: {kind: source-db}
  copy: {kind: job%s}
flows: {batches: [orders -> copy: raw-table]}
"""


def lacking(stage: str) -> list[Stage]:
    design = load_text(STAGED % stage).design
    assert design is not None
    facts = Facts(design)
    return [each for each in (Stage.INGESTION, Stage.SERVING) if facts.lacks(each)]


def test_a_general_kind_does_the_work_of_the_stage_that_it_states_and_no_other() -> (
    None
):
    assert lacking("") == [Stage.INGESTION, Stage.SERVING]
    assert lacking(", stage: ingestion") == [Stage.SERVING]
    assert lacking(", stage: serving") == [Stage.INGESTION]
