"""The keys that each part of a design may have."""

import pytest

from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.model.learning import Feature, Retrain, Rung
from designkit.model.problem import Percentiles
from designkit.source.keys import keys_of, meaning_of, mend_keys, section_at
from designkit.source.node import Path
from designkit.source.reader import read
from designkit.source.report import DiagnosticLog


def test_keys_are_spelt_as_an_author_spells_them() -> None:
    assert keys_of(Retrain) == ("every", "on", "max-age", "cooldown")


def test_what_is_filled_from_elsewhere_is_no_key() -> None:
    assert {"id", "attributes"} & set(keys_of(Component)) == set()
    assert {"source", "target", "mode"} & set(keys_of(Flow)) == set()
    assert "absent" not in keys_of(Design)


@pytest.mark.parametrize(
    ("path", "section"),
    [
        pytest.param((), Design, id="the whole"),
        pytest.param(("features", "name"), Feature, id="an id that is also a key"),
        pytest.param(("models", "m", "ladder", 2), Rung, id="an item of a list"),
        pytest.param(("problem", "label", "delay"), Percentiles, id="deep inside"),
        pytest.param(("workload", "funnel"), None, id="any key may stand here"),
        pytest.param(("name",), None, id="a text"),
        pytest.param(("nothing", "here"), None, id="an unknown key"),
    ],
)
def test_a_path_leads_to_a_section(path: Path, section: type | None) -> None:
    assert section_at(Design, path) is section


def test_a_key_has_a_meaning() -> None:
    assert meaning_of(Design, ("models", "m", "ladder", 0, "why")) == (
        "What it gains over the step before."
    )
    assert meaning_of(Design, ("nothing", "here")) == ""


def test_a_key_is_put_right_only_where_it_is_sure_and_free() -> None:
    root = read("{evry: 7 d, whatever: 1, cooldwn: 2, cooldown: 3}").root
    assert root is not None
    report = DiagnosticLog("design.yaml", root)
    node = mend_keys((), keys_of(Retrain), report)

    assert node is not None
    assert list(node.entries) == ["every", "whatever", "cooldwn", "cooldown"]
    assert [found.message for found in report.found] == ["unknown key 'evry'"]
