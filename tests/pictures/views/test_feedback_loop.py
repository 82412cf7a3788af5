import pytest
from inline_snapshot import snapshot

from designkit.pictures.drawing import Drawing, StepPart
from designkit.pictures.views.feedback_loop import feedback_loop
from tests.drawn import SMALL, design_of, written

CLOSED = """\
designkit: 1
name: Closed
system: generic
components:
  app: {kind: client}
  scorer: {kind: model-server}
  log: {kind: prediction-log}
  join: {kind: label-joiner}
  build: {kind: dataset-builder}
  train: {kind: trainer}
  models: {kind: model-registry}
  release: {kind: deployer}
  watch: {kind: monitor}
  again: {kind: retrain-trigger}
flows:
  calls:
    - app -> scorer: request
  streams:
    - scorer -> log: prediction
    - log -> join: prediction
    - scorer -> watch: prediction
    - watch -> again: metric
  batches:
    - join -> build: label
    - build -> train: dataset
    - train -> models: model
  control:
    - models -> release: model
    - release -> scorer: model
    - again -> train: trigger
"""


def drawn(text: str) -> Drawing:
    return feedback_loop.draw(design_of(text))


def test_the_loop_is_found_and_stands_out() -> None:
    drawing = drawn(CLOSED)

    assert drawing.caption == (
        "The loop: Scorer → Log → Join → Build → Train → Models → Release → Scorer.",
    )
    assert [(a.source, a.target) for a in drawing.arrows if a.strong] == snapshot(
        [
            ("scorer", "log"),
            ("log", "join"),
            ("join", "build"),
            ("build", "train"),
            ("train", "models"),
            ("models", "release"),
            ("release", "scorer"),
        ]
    )
    assert [node.id for node in drawing.nodes if not node.strong] == snapshot(
        ["again", "watch"]
    )


def test_the_cards_of_the_loop_are_numbered_in_its_order() -> None:
    numbers = {
        part.number: node.id
        for node in drawn(CLOSED).nodes
        for part in node.parts
        if isinstance(part, StepPart)
    }

    assert [numbers[step] for step in sorted(numbers)] == snapshot(
        ["scorer", "log", "join", "build", "train", "models", "release"]
    )


def test_the_stations_stand_in_a_ring() -> None:
    drawing = drawn(CLOSED)
    rows: dict[float, list[str]] = {}
    for group in sorted(drawing.groups, key=lambda group: group.box.x):
        rows.setdefault(group.box.y, []).append(group.title)

    assert [rows[y] for y in sorted(rows)] == [
        ["Predict and act", "Log", "Observe and label"],
        ["Watch and retrain"],
        ["Release", "Learn again"],
    ]


def test_a_loop_that_is_not_closed_is_said_to_be_open() -> None:
    open_loop = CLOSED.replace("    - log -> join: prediction\n", "")
    drawing = drawn(open_loop)

    assert drawing.caption == (
        "The loop is not closed: nothing leads from Log to Join.",
    )
    assert drawing.description == "The feedback loop of Closed: not closed."
    assert not any(arrow.strong for arrow in drawing.arrows)
    assert "the loop" not in [entry.text for entry in drawing.legend]


THROUGH_RULES = CLOSED.replace(
    "  log:", "  adjust: {kind: business-rules}\n  log:"
).replace(
    "    - scorer -> log: prediction\n",
    "    - scorer -> adjust: prediction\n    - adjust -> log: decision\n",
)
BY_TABLES = CLOSED.replace("  log:", "  lake: {kind: lake}\n  log:").replace(
    "    - log -> join: prediction\n",
    "    - log -> lake: event\n    - lake -> join: raw-table\n",
)
BY_PEOPLE = CLOSED.replace("label-joiner}", "human-labeling}").replace(
    "    - log -> join: prediction\n", "    - scorer -> join: prediction\n"
)


@pytest.mark.parametrize(
    ("text", "way", "station"),
    [
        pytest.param(
            THROUGH_RULES, "Scorer → Adjust → Log → Join", "adjust", id="rules"
        ),
        pytest.param(BY_TABLES, "Scorer → Log → Lake → Join", "lake", id="tables"),
        pytest.param(BY_PEOPLE, "Scorer → Join", "join", id="people"),
    ],
)
def test_a_loop_is_closed_through_whatever_carries_it_on(
    text: str, way: str, station: str
) -> None:
    drawing = drawn(text)

    assert drawing.caption == (
        f"The loop: {way} → Build → Train → Models → Release → Scorer.",
    )
    assert station in [node.id for node in drawing.nodes if node.strong]
    assert len([a for a in drawing.arrows if a.strong]) == drawing.caption[0].count("→")


def test_data_that_says_nothing_about_learning_is_left_out() -> None:
    carried = {arrow.carries for arrow in drawn(CLOSED).arrows}

    assert carried == {"prediction", "label", "dataset", "model", "trigger"}


def test_the_shortest_of_several_ways_round_is_the_loop() -> None:
    longer = CLOSED.replace("  watch:", "  tune: {kind: evaluator}\n  watch:").replace(
        "    - train -> models: model\n",
        "    - train -> tune: model\n    - tune -> models: model\n"
        "    - train -> models: model\n",
    )

    assert drawn(longer).caption == drawn(CLOSED).caption


def test_a_design_without_any_of_it_gives_a_picture_of_nothing() -> None:
    drawing = drawn(SMALL.partition("flows:")[0])

    assert (drawing.nodes, drawing.arrows, drawing.groups) == ((), (), ())


def test_where_nothing_is_trained_no_loop_is_missed() -> None:
    drawing = drawn("""\
designkit: 1
name: Rented
system: generic
components: {app: {kind: client}, ask: {kind: agent}, llm: {kind: hosted-model}}
flows: {calls: [app -> ask: request, ask -> llm: prompt / completion]}
""")

    assert drawing.caption == (
        "No model is trained here, so there is no loop to close.",
    )


def test_a_station_without_anything_is_named_as_the_gap() -> None:
    unlogged = "".join(
        line for line in CLOSED.splitlines(keepends=True) if "log" not in line
    )

    assert drawn(unlogged).caption == (
        "The loop is not closed: nothing stands at the station Log.",
    )


WATCHED = CLOSED.replace(
    "  again:", "  drift: {kind: monitor, window: 1 h}\n  again:"
).replace(
    "  control:",
    "    - build -> drift: dataset\n  control:\n"
    "    - watch -> again: alert\n    - drift -> again: alert",
)


def test_several_monitors_are_one_card_with_what_each_takes() -> None:
    drawing = drawn(WATCHED)
    (card,) = (node for node in drawing.nodes if node.members)

    assert {member.id: written(member.parts) for member in card.members} == snapshot(
        {
            "watch": ["Watch", "← predictions"],
            "drift": ["Drift", "← dataset", "window\xa01\xa0h"],
        }
    )
    assert [
        (arrow.source, arrow.target, arrow.mode, arrow.carries)
        for arrow in drawing.arrows
        if card.id in (arrow.source, arrow.target)
    ] == snapshot(
        [
            ("scorer", "monitoring@all", "stream", "prediction"),
            ("build", "monitoring@all", "batch", "dataset"),
            ("monitoring@all", "again", "control", "alert"),
        ]
    )


def test_what_feeds_all_monitors_names_each_flow() -> None:
    arrows = drawn(WATCHED).arrows

    assert [a.description for a in arrows if a.carries == "alert"] == snapshot(
        ["watch to again, control: alerts; drift to again, control: alerts"]
    )


def test_one_monitor_has_a_card_of_its_own() -> None:
    assert "watch" in [node.id for node in drawn(CLOSED).nodes]


GROUP = "groups: {ours: {kind: team, members: [drift, again]}}\n"


def test_a_group_of_which_a_monitor_is_a_row_gets_tags_and_no_frame() -> None:
    drawing = drawn(WATCHED + GROUP)
    (card,) = (node for node in drawing.nodes if node.members)

    assert not any(group.is_frame for group in drawing.groups)
    assert "in ours" in written(card.members[-1].parts)
