"""The shipped designs say what they are about, as they do when they are loaded."""

from designkit.source.inputs import shipped
from designkit.source.shipped import ShippedDesign, shipped_designs
from tests.drawn import shipped_design


def test_a_shipped_design_is_told_as_it_loads() -> None:
    told = {
        name: ShippedDesign(name, design.name, design.system, design.summary or "")
        for name in shipped()
        for design in [shipped_design(name)]
    }

    assert {item.name: item for item in shipped_designs()} == told
