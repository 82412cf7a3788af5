from designkit.model.component import Flow, Mode
from designkit.pictures.arrows import (
    LINES,
    MEANINGS,
    arrow,
    describe,
    legend_of,
    merged,
)
from designkit.pictures.drawing import Arrow, LegendEntry, LineStyle


def flow(ends: str, carries: str | None = None, mode: Mode = Mode.CALL) -> Flow:
    return Flow(source=ends[0], target=ends[1], mode=mode, carries=carries)


def test_a_flow_becomes_an_arrow_drawn_as_its_mode() -> None:
    made = arrow(flow("ab", "event", Mode.STREAM), "events", strong=True)

    assert made == Arrow(
        source="a",
        target="b",
        carries="event",
        mode="stream",
        line=LineStyle.DASHED,
        text="events",
        strong=True,
        description="a to b, stream: events",
    )


def test_a_flow_is_described_with_its_note() -> None:
    noted = flow("ab", "model").model_copy(update={"note": "canary 1 % for 30 min"})

    assert describe(noted) == "a to b, call: model (canary 1 % for 30 min)"
    assert describe(flow("ab")) == "a to b, call"


def test_flows_of_one_mode_between_two_components_share_an_arrow() -> None:
    flows = [
        flow("ab", "request"),
        flow("ba", "response"),
        flow("ab", "feature-values"),
        flow("ab", "request"),
        flow("ab", "event", Mode.STREAM),
        flow("ab"),
    ]
    found = merged(flows, {("a", "b")})

    assert [(a.source + a.target, a.mode, a.carries, a.strong) for a in found] == [
        ("ab", "call", "request feature-values", True),
        ("ba", "call", "response", False),
        ("ab", "stream", "event", True),
    ]
    assert [a.text for a in found] == ["requests\nfeature values", "response", "events"]
    assert found[0].description.split("; ") == [
        "a to b, call: requests",
        "a to b, call: feature values",
        "a to b, call: requests",
        "a to b, call",
    ]


def test_every_mode_has_its_own_line_and_meaning() -> None:
    assert list(LINES) == list(MEANINGS) == list(Mode)
    assert len(set(LINES.values())) == len(Mode)


def test_the_legend_explains_the_modes_that_are_shown_in_their_order() -> None:
    assert legend_of(["batch", "call", "batch"]) == (
        LegendEntry(LineStyle.SOLID, "call: the caller waits"),
        LegendEntry(LineStyle.DOUBLE, "batch job"),
    )


def test_the_legend_begins_with_what_stands_out() -> None:
    assert legend_of(["control"], strong="critical path") == (
        LegendEntry(LineStyle.SOLID, "critical path", strong=True),
        LegendEntry(LineStyle.DOTTED, "control"),
    )


def test_nothing_shown_needs_no_legend() -> None:
    assert legend_of([]) == ()


def test_arrows_have_the_notes_of_their_flows_where_these_are_wanted() -> None:
    flows = [
        flow("ab", "event").model_copy(update={"note": "hourly"}),
        flow("ab", "model").model_copy(update={"note": "weekly"}),
        flow("ba", "event"),
    ]

    assert [it.note for it in merged(flows, noted=True)] == ["hourly \u00b7 weekly", ""]
    assert [it.note for it in merged(flows)] == ["", ""]
