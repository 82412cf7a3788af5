"""Components by what their kinds do."""

from designkit.analysis.roles import has_role, with_role
from designkit.catalog.role import Role
from designkit.model.design import Design
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Example
system: generic
components:
  score: {kind: model-server}
  nightly: {kind: batch-scorer}
  app: {kind: client}
"""


def design() -> Design:
    loaded = load_text(DESIGN, "example.yaml").design
    assert loaded is not None
    return loaded


def test_components_are_found_by_what_their_kinds_do_in_the_order_of_the_file():
    assert [c.id for c in with_role(design(), Role.RUNS_MODEL)] == ["score", "nightly"]
    assert with_role(design(), Role.TRANSFORM) == ()


def test_a_component_has_the_roles_of_its_kind():
    score = design().components["score"]

    assert has_role(score, Role.READS_LIVE)
    assert not has_role(score, Role.ORIGIN)
