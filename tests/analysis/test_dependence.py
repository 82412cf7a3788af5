"""What an answer needs."""

import pytest

from designkit.analysis.dependence import needed_parts
from designkit.model.graph import Graph
from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Example
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway}
  retrieve: {kind: candidate-generator}
  rank: {kind: model-server}
  decide: {kind: decision-engine}
  store: {kind: online-store}
  table: {kind: online-store}
  popular: {kind: fallback}
flows:
  calls:
    - app -> gateway -> retrieve: request
    - retrieve -> rank: candidates
    - rank -> decide: prediction
    - decide -> app: response
  lookups:
    - store -> rank: feature-values
    - table -> retrieve: feature-values
"""


def needed(*calls: str, lookups: str = "", fail_mode: str = "") -> str:
    more = "".join(f"    - {call}\n" for call in calls)
    text = DESIGN.replace("  lookups:\n", f"{more}  lookups:\n")
    text = text.replace("decision-engine", f"decision-engine{fail_mode}")
    loaded = load_text(text + (f"    - {lookups}\n" if lookups else ""))
    assert loaded.design is not None, loaded.diagnostics
    return " ".join(part.id for part in needed_parts(Graph(loaded.design)))


def test_without_an_escape_every_part_is_needed() -> None:
    assert needed() == "gateway retrieve rank decide store table"


@pytest.mark.parametrize(
    ("calls", "lookups", "expected"),
    [
        pytest.param(
            ["gateway -> popular: request", "popular -> app: response"],
            "",
            "gateway",
            id="in place of all",
        ),
        pytest.param(
            ["retrieve -> popular: candidates", "popular -> app: response"],
            "",
            "gateway retrieve table",
            id="in place of the ranker, with what retrieval reads",
        ),
        pytest.param(
            ["retrieve -> popular: candidates", "popular -> decide: prediction"],
            "",
            "gateway retrieve decide table",
            id="in place of the score",
        ),
        pytest.param(
            [
                "gateway -> popular: request",
                "retrieve -> popular: candidates",
                "popular -> app: response",
            ],
            "",
            "gateway",
            id="on two ways",
        ),
        pytest.param(
            [],
            "popular -> decide: prediction",
            "gateway decide",
            id="read where the score should be",
        ),
    ],
)
def test_a_fallback_leaves_what_lies_on_every_way_to_it(
    calls: list[str], lookups: str, expected: str
) -> None:
    assert needed(*calls, lookups=lookups) == expected


def test_a_decision_without_a_score_needs_only_the_way_in() -> None:
    assert needed(fail_mode=", fail-mode: open") == "gateway decide"


def test_two_escapes_leave_what_both_need() -> None:
    calls = "gateway -> popular: request", "popular -> app: response"

    assert needed(*calls, fail_mode=", fail-mode: open") == "gateway"


def test_a_design_without_a_client_needs_nothing() -> None:
    text = "designkit: 1\nname: x\nsystem: generic\ncomponents: {f: {kind: fallback}}\n"
    design = load_text(text).design
    assert design is not None

    assert needed_parts(Graph(design)) == ()
