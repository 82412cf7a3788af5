import pytest

from designkit.source.loader import load_text
from designkit.source.waivers import read_waivers

DESIGN = """\
designkit: 1
name: "A design # designkit: ignore[no-baseline] is no comment in a text"
system: generic
waivers:
  - {rule: no-rollback, at: deploy, reason: batch scores}
components:
  deploy: {kind: deployer}  # designkit: ignore[no-canary, DK503] released by hand
  # designkit: ignore[no-watch] watched by the platform
  score:
    kind: model-server
    role: rank
  bare: {kind: gateway}  # designkit: ignore no rule named
"""


def written() -> list[tuple[str, str, str, tuple[int, int] | None]]:
    return [
        (w.rule, w.reason, w.at, (w.lines.start, w.lines.stop - 1) if w.lines else None)
        for w in read_waivers(load_text(DESIGN))
    ]


def test_entries_and_comments_are_read_with_what_they_speak_for():
    assert written() == [
        ("no-rollback", "batch scores", "deploy", None),
        ("no-canary", "released by hand", "", (7, 7)),
        ("DK503", "released by hand", "", (7, 7)),
        ("no-watch", "watched by the platform", "", (8, 11)),
        ("", "no rule named", "", (12, 12)),
    ]


@pytest.mark.parametrize(
    ("at", "element", "covers"),
    [
        pytest.param("deploy", "components.deploy", True, id="a component by its id"),
        pytest.param("deploy", "components.deploy.rollback", True, id="what is below"),
        pytest.param("components.deploy", "components.deploy", True, id="its path"),
        pytest.param("deploy", "components.deploy-2", False, id="a longer id"),
        pytest.param("a -> b", "flows.a->b:model", True, id="a flow as it is written"),
        pytest.param("a -> b", "flows.a->bb:model", False, id="another flow"),
        pytest.param("a", "flows.a->b:model", True, id="a component at its flow"),
        pytest.param("b", "flows.a->b:model.retries", True, id="or at the other end"),
        pytest.param("c", "flows.a->b:model", False, id="no end of the flow"),
        pytest.param("", "experiment", True, id="the whole design"),
    ],
)
def test_an_entry_covers_the_element_it_names(at: str, element: str, covers: bool):
    from designkit.diagnostics import Diagnostic, Severity, Span
    from designkit.source.waivers import Waived

    span = Span(1, 1, 1, 2)
    found = Diagnostic(
        "DK502", "no-rollback", Severity.ERROR, "m", "d.yaml", span, element
    )

    assert Waived("no-rollback", "reason", span, at).covers(found) is covers
