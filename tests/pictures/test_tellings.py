from designkit.model.component import Component
from designkit.pictures.arrows import merged
from designkit.pictures.cards import component_card
from designkit.pictures.drawing import Node
from designkit.pictures.tellings import split, with_tellings
from tests.drawn import SMALL, design_of, written

WATCHERS = """\
components:
  watch: {kind: monitor}
  page: {kind: alert-manager}
  trail: {kind: audit-log, name: A trail of all that was ever decided}
"""
TELLING = """\
    - gate -> watch: metric
    - scorer -> watch: metric
    - scorer -> trail: decision
    - train -> log: metric
  control:
    - watch -> page: alert
"""
DESIGN = design_of(SMALL.replace("components:\n", WATCHERS) + TELLING)
NAMES = {id: it.title for id, it in DESIGN.components.items()}


def ends(strong: set[tuple[str, str]]) -> tuple[list[str], list[str]]:
    drawn, told = split(DESIGN, merged(DESIGN.flows, strong))
    return (
        [f"{a.source} {a.target}" for a in drawn if a.source != "app"],
        [f"{a.source} {a.target}" for a in told],
    )


def test_what_goes_to_a_watcher_from_elsewhere_is_told() -> None:
    drawn, told = ends(set())

    assert told == ["gate watch", "scorer watch", "scorer trail", "train log"]
    assert "watch page" in drawn


def test_the_critical_path_is_drawn_wherever_it_goes() -> None:
    assert "gate watch" in ends({("gate", "watch")})[0]


def card(id: str) -> Node:
    component: Component = DESIGN.components[id]
    told = split(DESIGN, merged(DESIGN.flows))[1]
    return with_tellings(component_card(component), told, NAMES)


def test_a_card_grows_by_the_lines_that_it_tells() -> None:
    node = card("scorer")
    plain = component_card(DESIGN.components["scorer"])

    assert [written(telling.parts) for telling in node.tellings] == [
        ["→ Watch: metrics"],
        ["→ A trail of all that was", "ever decided: decisions"],
    ]
    assert node.height == plain.height + 3 * 20
    assert node.tellings[1].carries == "decision"


def test_a_card_says_by_whom_it_is_told() -> None:
    assert written(card("trail").parts)[-1] == "← Scorer"
    assert written(card("watch").parts)[-1] == "← 2 cards"


def test_a_card_without_any_stays_as_it_is() -> None:
    assert card("app") == component_card(DESIGN.components["app"])
