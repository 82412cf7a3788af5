from inline_snapshot import snapshot

from designkit.pictures.drawing import Drawing, NodeRole
from designkit.pictures.views.request_path import request_path
from designkit.source.starter import started
from tests.drawn import SMALL, design_of, written

WIDE = """\
designkit: 1
name: Wide
system: generic
components:
%s
flows:
  calls:
    - %s
"""


def drawn(text: str) -> Drawing:
    return request_path.draw(design_of(text))


def columns(drawing: Drawing) -> list[list[str]]:
    """The cards from left to right, those that stand above each other together."""
    found: dict[float, list[str]] = {}
    for node in (n for n in drawing.nodes if n.role is NodeRole.COMPONENT):
        found.setdefault(round(node.box.centre[0]), []).append(node.id)
    return [found[x] for x in sorted(found)]


def lanes(drawing: Drawing) -> dict[str, list[str]]:
    """The cards in each lane, by its id."""
    return {
        lane.id: [n.id for n in drawing.nodes if lane.box.contains(n.box)]
        for lane in drawing.groups
    }


def test_who_waits_for_whom_is_shown_from_left_to_right() -> None:
    assert columns(drawn(SMALL)) == [["app"], ["gate"], ["store", "scorer"]]


def test_what_is_read_stands_above_the_path_and_what_helps_below() -> None:
    helped = SMALL.replace(
        "components:",
        "components:\n  rules: {kind: business-rules}\n  spare: {kind: fallback}",
    ).replace(
        "  lookups:",
        "    - gate -> rules: request\n    - rules -> scorer: policy\n"
        "    - gate -> spare: request\n    - spare -> app: response\n  lookups:",
    )

    assert lanes(drawn(helped)) == {
        "read-1": ["store"],
        "path-1": ["app", "gate", "scorer"],
        "beside-1": ["rules"],
        "fails-1": ["spare"],
    }


def test_a_step_without_a_time_is_in_the_line_as_well() -> None:
    untimed = SMALL.replace(", latency: {p50: 2 ms, p99: 6 ms}", "")

    assert lanes(drawn(untimed))["path-1"] == ["app", "gate", "scorer"]


def test_what_is_called_in_turn_on_the_critical_path_is_not_beside_it() -> None:
    assistant = drawn(started("assistant-with-retrieval"))

    assert [lane.title for lane in assistant.groups] == [
        "Read on the way",
        "Critical path",
        "Called on the way",
        "When it fails",
    ]


def test_lookups_alone_stand_in_one_line() -> None:
    only = "designkit: 1\nname: X\nsystem: generic\n" + (
        "components: {a: {kind: online-store}, b: {kind: model-server}}\n"
        "flows: {lookups: [a -> b: feature-values]}\n"
    )

    assert columns(drawn(only)) == [["a"], ["b"]]
    assert [group.title for group in drawn(only).groups] == ["The longest path"]


def test_what_is_on_the_critical_path_stands_out() -> None:
    drawing = drawn(SMALL)

    assert [node.id for node in drawing.nodes if node.strong] == snapshot(
        ["store", "app", "gate", "scorer"]
    )
    assert [(a.source, a.target, a.strong) for a in drawing.arrows] == snapshot(
        [
            ("app", "gate", True),
            ("gate", "scorer", True),
            ("scorer", "app", False),
            ("store", "scorer", True),
        ]
    )


def test_cards_say_how_long_a_hop_takes() -> None:
    texts = [
        text
        for node in drawn(SMALL).nodes
        if node.role is NodeRole.COMPONENT
        for text in written(node.parts)
    ]

    assert texts == snapshot(
        [
            "Store",
            "Redis",
            "p50 1 · p99 3 ms",
            "14% of the budget",
            "Web shop",
            "Gate",
            "Envoy",
            "p50 2 · p99 6 ms",
            "29% of the budget",
            "Scorer",
            "p50 5 · p99 12 ms",
            "57% of the budget",
        ]
    )


def test_the_caption_names_the_path_and_its_budget() -> None:
    assert drawn(SMALL).caption == (
        "Critical path: Web shop → Gate → Store → Scorer.",
        "Budget: the p99 of its hops add up to 21 ms; the medians add up to 8 ms. "
        "Percentiles do not add, so the budget is an upper bound; "
        "likely is a p99 of 15.9 ms.",
        "Replicas and memory: what the peak needs, of what is stated.",
    )


def test_the_budget_is_compared_with_the_objective() -> None:
    budgets = [
        drawn(f"{SMALL}objectives: {{latency: {{p99: {wanted}}}}}\n").caption[1]
        for wanted in ("100 ms", "10 ms", "21 ms")
    ]

    assert [text.partition(";")[0].partition("up to ")[2] for text in budgets] == (
        snapshot(
            [
                "21 ms of the 100 ms objective, 79% to spare",
                "21 ms of the 10 ms objective, 110% over",
                "21 ms of the 21 ms objective, 0% to spare",
            ]
        )
    )


def test_a_budget_of_seconds_is_written_in_milliseconds() -> None:
    slow = SMALL.replace("p99: 12 ms", "p99: 1.5 s")

    assert "add up to 1,509 ms" in drawn(slow).caption[1]


def test_without_times_there_is_no_caption() -> None:
    drawing = drawn(
        "designkit: 1\nname: X\nsystem: generic\n"
        "components: {a: {kind: client}, b: {kind: gateway}}\n"
        "flows: {calls: [a -> b: request]}\n"
    )

    assert (drawing.caption, drawing.description) == ((), "The request path of X. ")
    assert [entry.text for entry in drawing.legend] == ["call: the caller waits"]


def test_a_long_path_goes_on_in_another_line() -> None:
    ids = [f"hop-{i}" for i in range(9)]
    components = "\n".join(f"  {id}: {{kind: gateway}}" for id in ids)
    drawing = drawn(WIDE % (components, " -> ".join(ids) + ": request"))

    assert lanes(drawing) == {"path-1": ids[:5], "path-2": ids[5:]}
    assert [node.box.x for node in drawing.nodes[:4]] == (
        [node.box.x for node in drawing.nodes[5:]]
    )


def test_what_both_lines_read_stands_in_both() -> None:
    ids = [f"hop-{i}" for i in range(8)]
    components = "\n".join(f"  {id}: {{kind: gateway}}" for id in ids)
    text = WIDE % (
        f"{components}\n  store: {{kind: online-store}}",
        " -> ".join(ids) + ": request",
    )
    reads = "  lookups: [store -> hop-1: event, store -> hop-6: event]\n"
    drawing = drawn(text + reads)

    assert [node.id for node in drawing.nodes if node.component == "store"] == [
        "store",
        "store@2",
    ]
    assert [(a.source, a.target) for a in drawing.arrows if a.mode == "lookup"] == [
        ("store", "hop-1"),
        ("store@2", "hop-6"),
    ]


def test_what_takes_no_part_in_a_request_is_left_out() -> None:
    batches = "  batches:\n    - log -> train: dataset\n"
    drawing = drawn(SMALL.partition("  calls:")[0] + batches)

    assert (drawing.nodes, drawing.arrows, drawing.legend) == ((), (), ())


def test_components_that_wait_for_each_other_are_drawn_without_a_path() -> None:
    ring = SMALL.replace("- scorer -> app: response", "- scorer -> gate: request")
    drawing = drawn(ring)

    assert not any(node.strong for node in drawing.nodes)
    assert drawing.caption == ()
    assert {node.id for node in drawing.nodes} == {"app", "gate", "store", "scorer"}
    assert {group.title for group in drawing.groups} >= {"The longest path"}


def test_language_models_say_their_tokens_and_agents_their_limit() -> None:
    text = """\
designkit: 1
name: Asked
system: generic
components:
  app: {kind: client}
  ask: {kind: agent, max-steps: 6}
  llm:
    kind: hosted-model
    input-tokens: {p50: 6 k}
    output-tokens: {p50: 400}
    first-token: {p50: 600 ms, p99: 1.8 s}
flows:
  calls:
    - app -> ask: request
    - ask -> llm: prompt
    - llm -> ask: completion
    - ask -> app: response
"""
    drawing = drawn(text)

    assert [line for node in drawing.nodes for line in written(node.parts)] == [
        "App",
        "Ask",
        "steps, at most 6",
        "Llm",
        "first token p99 1.8 s",
        "6 k tokens in",
        "400 tokens out",
        "Budget, hop by hop, at p99",
        "Llm 1,800 ms",
    ]
    assert drawing.caption == (
        "The first token waits for: App → Ask → Llm.",
        "Budget: the p99 of its hops add up to 1,800 ms.",
    )


ON_A_PHONE = """\
designkit: 1
name: Phone
system: generic
components:
  phone: {kind: device}
  guess: {kind: model-server, in: phone, latency: {p50: 4 ms, p99: 12 ms}}
  other: {kind: device}
flows:
  calls: [phone -> guess: request / prediction]
"""


def test_a_request_that_leaves_no_card_still_shows_it() -> None:
    drawing = drawn(ON_A_PHONE)

    assert [n.id for n in drawing.nodes if n.role is NodeRole.COMPONENT] == ["phone"]
    assert drawing.arrows == ()
