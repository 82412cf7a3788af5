"""Each system is said, drawn, computed and printed whole: nothing stands for another."""

import pytest

from designkit.documents.rendering import RenderOptions, render_design
from designkit.handouts.variant import HandoutOptions
from designkit.handouts.variants import find_variant
from designkit.model.component import Flow
from designkit.model.design import Design
from tests.judgement.judging import NAMES, loaded

every_system = pytest.mark.parametrize("name", NAMES)


def design_of(name: str) -> Design:
    found = loaded(name).design
    assert found is not None
    return found


def is_inside(design: Design, flow: Flow) -> bool:
    """Whether a flow is only that one of its ends runs inside the other."""
    return design.components[flow.target].host == flow.source


@every_system
def test_every_flow_says_what_it_carries(name: str) -> None:
    design = design_of(name)
    unsaid = [it for it in design.flows if not it.carries and not is_inside(design, it)]

    assert unsaid == []


@every_system
def test_pictures_and_write_ups_name_every_component(name: str) -> None:
    design = design_of(name)
    files = {
        it.name: it.data for it in render_design(loaded(name), name, RenderOptions())
    }
    full = files["full.svg"].decode()
    reference = files[f"{name}-reference.md"].decode()

    assert [id for id in design.components if f'data-id="{id}"' not in full] == []
    assert [
        it.title for it in design.components.values() if it.title not in reference
    ] == []


@every_system
def test_a_handout_tells_a_system_in_seven_steps(name: str) -> None:
    (paper,) = find_variant("full").make(loaded(name), name, HandoutOptions()).papers
    titles = [getattr(block, "text", "") for block in paper.blocks]
    steps = {title[0] for title in titles if title[:2].strip().isdigit()}

    assert steps == set("1234567")
