import pytest
from inline_snapshot import snapshot

from designkit.model.design import Design
from designkit.pictures.drawing import Drawing, LegendEntry, LineStyle
from designkit.pictures.views.overview import MOST_ARROWS, overview
from designkit.source.inputs import shipped
from tests.drawn import SMALL, design_of, shipped_design

every_design = pytest.mark.parametrize("name", shipped())

LOOP = """\
designkit: 1
name: Loop
system: generic
components:
  app: {kind: client}
  scorer: {kind: model-server}
  watch: {kind: monitor}
  again: {kind: retrain-trigger}
  join: {kind: label-joiner}
  train: {kind: trainer}
  trail: {kind: audit-log}
  ab: {kind: experiment-service}
flows:
  calls:
    - app -> scorer: request
    - ab -> scorer: assignment
  streams:
    - scorer -> watch: prediction
    - scorer -> trail: audit-record
  control:
    - again -> train: trigger
"""


def drawn(text: str) -> Drawing:
    return overview.draw(design_of(text))


def cards(drawing: Drawing) -> dict[str, list[str]]:
    return {node.id: [member.id for member in node.members] for node in drawing.nodes}


def wires(drawing: Drawing) -> list[tuple[str, str, str, bool]]:
    return [
        (f"{a.source} -> {a.target}", a.text, a.mode, a.strong) for a in drawing.arrows
    ]


def test_stages_are_cards_and_components_their_lines() -> None:
    assert cards(drawn(SMALL)) == snapshot(
        {
            "problem": ["app"],
            "ingestion": ["log"],
            "features": ["store"],
            "training": ["train"],
            "serving": ["gate", "scorer"],
        }
    )


def test_minor_stages_share_the_card_of_a_major_one() -> None:
    assert cards(drawn(LOOP)) == snapshot(
        {
            "problem": ["app"],
            "training": ["join", "train"],
            "serving": ["scorer"],
            "monitoring": ["watch", "again"],
            "experimentation": ["ab"],
            "governance": ["trail"],
        }
    )


def test_the_flows_between_two_cards_are_one_arrow() -> None:
    assert wires(drawn(SMALL)) == snapshot(
        [
            ("problem -> serving", "requests", "bundle", True),
            ("serving -> problem", "response", "bundle", True),
            ("problem -> ingestion", "events", "bundle", False),
            ("features -> serving", "feature values", "bundle", True),
            ("ingestion -> training", "dataset", "bundle", False),
        ]
    )


def test_feedback_is_dashed_and_the_request_stands_out() -> None:
    drawing = drawn(LOOP)

    assert wires(drawing) == snapshot(
        [
            ("problem -> serving", "requests", "bundle", True),
            ("serving -> monitoring", "predictions", "bundle", False),
            ("monitoring -> training", "triggers", "feedback", False),
            ("experimentation -> serving", "experiment arms", "bundle", True),
            ("serving -> governance", "audit records", "bundle", False),
        ]
    )
    assert [a.line for a in drawing.arrows if a.feedback] == [LineStyle.DASHED]


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    assert drawn(LOOP).legend == snapshot(
        (
            LegendEntry(
                line=LineStyle.SOLID, text="a request waits for this", strong=True
            ),
            LegendEntry(line=LineStyle.SOLID, text="data and models, forward"),
            LegendEntry(
                line=LineStyle.DASHED,
                text="feedback: what was served becomes what is learnt",
            ),
        )
    )
    assert drawn(SMALL.partition("flows:")[0]).legend == ()


def test_a_bookkeeping_flow_gives_no_label_where_there_is_a_better_one() -> None:
    decided = "trail: audit-record\n    - scorer -> trail: decision"
    both = LOOP.replace("trail: audit-record", decided)
    (arrow,) = (a for a in drawn(both).arrows if a.target == "governance")
    (alone,) = (a for a in drawn(LOOP).arrows if a.target == "governance")

    assert (arrow.text, arrow.carries) == snapshot(
        ("decisions", "audit-record decision")
    )
    assert alone.text == "audit records"


@every_design
def test_the_composition_is_the_same_for_every_design(name: str) -> None:
    drawing = overview.draw(shipped_design(name))
    rows: dict[float, list[str]] = {}
    for node in sorted(drawing.nodes, key=lambda node: node.box.x):
        rows.setdefault(node.box.y, []).append(node.id)

    assert [rows[y] for y in sorted(rows)] == [
        ["ingestion", "features", "training", "registry"],
        ["problem", "serving", "monitoring"],
        ["governance", "experimentation"],
    ]
    assert [node.title for node in drawing.nodes] == [
        "Clients",
        "1 Data ingestion",
        "2 Feature store",
        "3 Labels and training",
        "4 Registry and release",
        "5 Serving",
        "6 Monitoring and retraining",
        "Governance",
        "Experimentation",
    ]


@every_design
def test_there_are_at_most_sixteen_arrows_each_between_two_cards(name: str) -> None:
    drawing = overview.draw(shipped_design(name))
    ends = [(a.source, a.target) for a in drawing.arrows]

    assert len(ends) == len(set(ends)) <= MOST_ARROWS
    assert {id for pair in ends for id in pair} <= {node.id for node in drawing.nodes}


def test_a_stage_that_a_design_lacks_leaves_its_place_empty() -> None:
    whole = shipped_design("fraud")
    less = without_kinds(whole, "model-registry", "deployer")
    places = {node.id: node.place for node in overview.draw(whole).nodes}
    left = {node.id: node.place for node in overview.draw(less).nodes}

    assert set(places) - set(left) == {"registry"}
    assert left["ingestion"] == places["ingestion"]
    assert left["training"] == places["training"]


def without_kinds(design: Design, *kinds: str) -> Design:
    components = {id: c for id, c in design.components.items() if c.kind not in kinds}
    flows = tuple(f for f in design.flows if set(f.ends) <= set(components))
    return design.model_copy(update={"components": components, "flows": flows})


def test_the_planes_have_names_above_their_first_cards() -> None:
    drawing = overview.draw(shipped_design("fraud"))

    assert [(g.title, g.is_tinted) for g in drawing.groups] == [
        ("Offline: learns", False),
        ("Online: answers", False),
        ("Across both planes", False),
    ]


@pytest.mark.parametrize(
    ("flow", "title"),
    [
        ("batches: [lake -> scorer: feature-table]", "Batch: predicts"),
        ("streams: [lake -> scorer: feature-table]", "Online: answers"),
        ("calls: [app -> scorer: request]", "Online: answers"),
    ],
    ids=["a nightly run", "event by event", "on request"],
)
def test_what_is_scored_in_batches_answers_nobody(flow: str, title: str) -> None:
    drawing = drawn(
        "designkit: 1\nname: Score\nsystem: generic\n"
        "components:\n"
        "  app: {kind: client}\n"
        "  lake: {kind: offline-store}\n"
        "  scorer: {kind: batch-scorer}\n"
        f"flows: {{{flow}}}\n"
    )

    assert title in [group.title for group in drawing.groups]


def test_nothing_that_a_request_waits_for_is_left_out_for_want_of_room() -> None:
    arrows = wires(overview.draw(shipped_design("ad-click")))

    assert len(arrows) <= MOST_ARROWS
    assert ("governance -> serving", "policy", "bundle", True) in arrows


def test_a_design_with_one_component_has_one_card() -> None:
    drawing = drawn(SMALL.partition("  gate:")[0])

    assert (len(drawing.nodes), drawing.arrows) == (1, ())
    assert drawing.description == "Overview of Small. "


BATCH = """\
designkit: 1
name: Batch
system: generic
components:
  history: {kind: offline-store}
  score: {kind: batch-scorer}
  select: {kind: decision-engine}
  printer: {kind: client}
flows:
  batches:
    - history -> score: feature-table
    - score -> select: prediction
    - select -> printer: decision
"""


def test_where_nobody_waits_nothing_is_drawn_as_waited_for() -> None:
    drawing = drawn(BATCH)

    assert wires(drawing) == [
        ("serving -> problem", "decisions", "bundle", False),
        ("features -> serving", "feature history", "bundle", False),
    ]
    assert [entry.text for entry in drawing.legend] == ["data and models, forward"]


STREAMED = """\
designkit: 1
name: Streamed
system: generic
components:
  app: {kind: client}
  log: {kind: event-log}
  online: {kind: online-store}
  score: {kind: stream-scorer}
flows:
  lookups:
    - online -> score: feature-values
  streams:
    - app -> log -> score: event
    - score -> app: decision
"""


def test_a_lookup_for_which_no_request_waits_is_not_drawn_as_waited_for() -> None:
    arrows = drawn(STREAMED).arrows

    assert [arrow.source for arrow in arrows if arrow.strong] == []


def test_the_lookup_of_a_request_is_drawn_as_waited_for() -> None:
    asked = "flows:\n  calls: [app -> score: request, score -> app: response]\n"
    arrows = drawn(STREAMED.replace("flows:\n", asked)).arrows

    assert [(it.source, it.target) for it in arrows if it.strong] == [
        ("problem", "serving"),
        ("serving", "problem"),
        ("features", "serving"),
    ]
