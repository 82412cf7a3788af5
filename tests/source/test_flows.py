"""Flows as they are written."""
# ruff: noqa: RUF001 - one arrow is written with a dash

from itertools import pairwise
from textwrap import fill, wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic
from designkit.source.flows import WrittenFlow, read_flows, read_steps
from designkit.source.reader import read
from designkit.source.report import DiagnosticLog


def report_of(text: str) -> DiagnosticLog:
    root = read(text).root
    assert root is not None
    return DiagnosticLog("design.yaml", root)


def shown(flow: WrittenFlow) -> str:
    carries = flow.options.get("carries", "")
    return f"{flow.mode}: {flow.source.id} -> {flow.target.id} {carries}".strip()


def flows_of(text: str) -> list[str]:
    report = report_of(f"flows:\n  calls:\n    - {text}\n")
    flows = [shown(flow) for flow in read_flows(report)]
    assert report.found == ()
    return flows


def lines(found: Diagnostic) -> str:
    """Show a finding with its place, and what helps below it."""
    at = f"{found.span.line}:{found.span.column}-{found.span.end_column}"
    said = f"{at} {found.code} {found.message}"
    wrapped = fill(said, 80, subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join([wrapped, *wrap(f"    {found.help}", 80, break_on_hyphens=False)])


def faults_of(text: str) -> str:
    report = report_of(text)
    read_flows(report)
    read_steps(report)
    return "\n".join(map(lines, report.found))


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        pytest.param("a -> b", ["call: a -> b"], id="nothing said of what it carries"),
        pytest.param("a->b: event", ["call: a -> b event"], id="no spaces"),
        pytest.param("a -> b: none", ["call: a -> b"], id="none carried"),
        pytest.param("a -> b: {carries: event}", ["call: a -> b event"], id="options"),
        pytest.param('"a -> b": event', ["call: a -> b event"], id="quoted"),
        pytest.param(
            "a -> b -> c: event",
            ["call: a -> b event", "call: b -> c event"],
            id="a chain is one flow an arrow",
        ),
        pytest.param(
            "a, b -> c, d",
            ["call: a -> c", "call: a -> d", "call: b -> c", "call: b -> d"],
            id="lists are every pair",
        ),
    ],
)
def test_a_text_stands_for_flows(text: str, flows: list[str]) -> None:
    assert flows_of(text) == flows


def test_each_group_has_its_mode() -> None:
    text = """\
flows:
  calls: [a -> b]
  lookups: [a -> b]
  streams: [a -> b]
  batches: [a -> b]
  control: [a -> b]
"""
    assert [flow.mode for flow in read_flows(report_of(text))] == [
        "call",
        "lookup",
        "stream",
        "batch",
        "control",
    ]


@pytest.mark.parametrize(
    "text", ["flows:", "flows: none", "name: x", "flows: {calls: }"]
)
def test_a_design_may_have_no_flows(text: str) -> None:
    report = report_of(text)

    assert (read_flows(report), report.found) == ((), ())


def test_every_end_knows_its_place() -> None:
    report = report_of('flows:\n  calls:\n    - a ->  bc, d\n    - "e -> f": event\n')
    words = [word for flow in read_flows(report) for word in (flow.source, flow.target)]

    assert [(w.id, w.span.line, w.span.column, w.span.end_column) for w in words] == [
        ("a", 3, 7, 8),
        ("bc", 3, 13, 15),
        ("a", 3, 7, 8),
        ("d", 3, 17, 18),
        ("e", 4, 8, 9),
        ("f", 4, 13, 14),
    ]


def test_an_escape_in_a_text_makes_the_whole_text_the_place() -> None:
    report = report_of('flows: {calls: ["a -> \\x62"]}')
    flow = read_flows(report)[0]

    assert (flow.target.id, flow.target.span.column) == ("b", 17)


def test_what_is_no_flow_is_reported_with_a_way_to_write_it() -> None:
    text = """\
components: {Odd: {}, gateway: {}}
flows:
  calls:
    - a
    - a ->
    - a => b
    - [a, b]
    - 5
    -
    - Odd -> a
    - Gateway -> a_b
    - a -> b: evnt
    - a -> b: [event, label]
    - a -> b: {carries: 5, tmeout: 5 ms, mode: call, foo: 1}
    - a -> b: event
      note: fast
  lookup: [a -> b]
  stuff: [a -> b]
  batches: a -> b
"""
    assert faults_of(text) == snapshot("""\
4:7-8 DK024 'a' is no flow
    write it like `gateway -> score: request`
5:7-11 DK024 'a ->' is no flow
    write it like `gateway -> score: request`
6:9-11 DK024 => is no arrow
    write `a -> b`, or `a <-> b` for both ways
7:7-13 DK024 this is no flow
    write it like `gateway -> score: request`
8:7-8 DK024 this is no flow
    write it like `gateway -> score: request`
9:6-6 DK024 this is no flow
    write it like `gateway -> score: request`
11:7-14 DK023 'Gateway' is no id: use small letters, digits and hyphens
    did you mean gateway?
11:18-21 DK023 'a_b' is no id: use small letters, digits and hyphens
    write it like `gateway -> score: request`
12:15-19 DK022 unknown data type 'evnt'
    did you mean event?
13:15-29 DK014 a flow carries one data type
    write a flow for each
14:28-34 DK010 unknown key 'tmeout' in flows.calls.10.a -> b
    did you mean timeout?
14:25-26 DK022 unknown data type '5'
    `designkit list data-types` shows them all
14:42-46 DK010 unknown key 'mode' in flows.calls.10.a -> b
    known here: after, calls-per-request, carries, conflict, contract, deadline,
fan-out, in-process, keys, note, payload, quota, rate, retries, slowest, stream,
timeout
14:54-57 DK010 unknown key 'foo' in flows.calls.10.a -> b
    known here: after, calls-per-request, carries, conflict, contract, deadline,
fan-out, in-process, keys, note, payload, quota, rate, retries, slowest, stream,
timeout
16:7-11 DK024 this is an option of a flow, and stands beside one
    put options in braces: `a -> b: {carries: event, note: …}`
17:3-9 DK010 unknown key 'lookup' in flows
    did you mean lookups?
18:3-8 DK010 unknown key 'stuff' in flows
    known here: batches, calls, control, lookups, streams
19:12-18 DK014 batches is no list
    start each flow with a hyphen\
""")


def test_flows_that_are_no_mapping_are_one_fault() -> None:
    assert faults_of("flows: [a -> b, c -> d]") == snapshot("""\
1:8-24 DK014 flows is no mapping
    group the flows by calls, lookups, streams, batches, control\
""")


def test_a_misspelt_group_or_option_is_read_as_it_was_meant() -> None:
    report = report_of("flows: {stream: [a -> b: {caries: event, tiemout: 5 ms}]}")

    assert [flow.plain() for flow in read_flows(report)] == [
        {
            "source": "a",
            "target": "b",
            "mode": "stream",
            "answer": False,
            "carries": "event",
            "timeout": "5 ms",
        }
    ]
    assert [found.message for found in report.found] == [
        "unknown key 'stream' in flows",
        "unknown key 'caries' in flows.streams.0.a -> b",
        "unknown key 'tiemout' in flows.streams.0.a -> b",
    ]


def test_a_misspelt_option_of_a_chain_is_one_fault() -> None:
    text = "flows: {calls: [a -> b -> c: {tmeout: 5 ms, foo: 1}]}"

    assert faults_of(text) == snapshot("""\
1:31-37 DK010 unknown key 'tmeout' in flows.calls.0.a -> b -> c
    did you mean timeout?
1:45-48 DK010 unknown key 'foo' in flows.calls.0.a -> b -> c
    known here: after, calls-per-request, carries, conflict, contract, deadline,
fan-out, in-process, keys, note, payload, quota, rate, retries, slowest, stream,
timeout\
""")


def test_the_flows_end_at_a_number_that_no_design_has() -> None:
    many = ", ".join(f"g{number}" for number in range(200))
    report = report_of(f"flows: {{calls: ['{many} -> {many}']}}")

    assert len(read_flows(report)) == 10_000
    assert [found.message for found in report.found] == [
        "the flows up to here are more than 10,000"
    ]


def test_steps_are_flows_with_notes() -> None:
    text = """\
scenarios:
  - {name: one, steps: [a -> b: it starts, b -> c]}
  - {name: two, steps: none}
  - {name: three, steps: [a -> b -> c]}
"""
    steps = read_steps(report_of(text))

    assert {
        index: [(s.source.id, s.target.id, s.options.get("note")) for s in found]
        for index, found in steps.items()
    } == {
        0: [("a", "b", "it starts"), ("b", "c", None)],
        1: [],
        2: [("a", "b", None), ("b", "c", None)],
    }


def test_what_is_no_step_is_reported() -> None:
    assert faults_of("scenarios: [{name: x, steps: [a, 5, a -> B]}]") == snapshot("""\
1:31-32 DK024 'a' is no flow
    write it like `gateway -> score: request`
1:34-35 DK024 this is no step
    write it like `gateway -> score: request`
1:42-43 DK023 'B' is no id: use small letters, digits and hyphens
    write it like `gateway -> score: request`\
""")


ids = st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True)
ends = st.lists(ids, min_size=1, max_size=3)


@given(st.lists(ends, min_size=2, max_size=4), st.sampled_from([" ", "", "  "]))
@settings(deadline=None, max_examples=60)
def test_a_chain_has_a_flow_for_each_pair_at_each_arrow(
    chain: list[list[str]], space: str
) -> None:
    arrow = f"{space}->{space}"
    text = arrow.join(f",{space}".join(end) for end in chain)
    report = report_of(f"flows:\n  calls:\n    - '{text}'\n")
    flows = read_flows(report)

    assert [(flow.source.id, flow.target.id) for flow in flows] == [
        (source, target)
        for left, right in pairwise(chain)
        for source in left
        for target in right
    ]
    line = f"    - '{text}'"
    for word in (word for flow in flows for word in (flow.source, flow.target)):
        assert line[word.span.column - 1 : word.span.end_column - 1] == word.id


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("a <-> b", ["call: a -> b", "call: b -> a"]),
        ("a<->b: event", ["call: a -> b event", "call: b -> a event"]),
        (
            "a -> b <-> c, d: event",
            [
                "call: a -> b event",
                "call: b -> c event",
                "call: b -> d event",
                "call: c -> b event",
                "call: d -> b event",
            ],
        ),
    ],
)
def test_an_arrow_with_two_heads_is_a_flow_each_way(
    text: str, flows: list[str]
) -> None:
    assert flows_of(text) == flows


def test_a_step_may_go_both_ways() -> None:
    report = report_of("scenarios: [{name: Ask, steps: [{a <-> b: at once}]}]")

    assert list(map(shown, read_steps(report)[0])) == ["call: a -> b", "call: b -> a"]
    assert report.found == ()


def test_an_arrow_that_is_none_is_told_what_there_is() -> None:
    text = """\
flows:
  calls:
    - a \u2192 b: request
    - a, c --> d
    - {a => b: request}
    - a <- b
    - "a \u2013> b"
    - a <=> b
    - a <--> b
    - a -> b -> : request
"""
    assert faults_of(text) == snapshot("""\
3:9-10 DK024 → is no arrow
    write `a -> b`, or `a <-> b` for both ways
4:12-15 DK024 --> is no arrow
    write `a -> b`, or `a <-> b` for both ways
5:10-12 DK024 => is no arrow
    write `a -> b`, or `a <-> b` for both ways
6:9-11 DK024 <- is no arrow
    write `a -> b`, or `a <-> b` for both ways
7:10-12 DK024 –> is no arrow
    write `a -> b`, or `a <-> b` for both ways
8:9-12 DK024 <=> is no arrow
    write `a -> b`, or `a <-> b` for both ways
9:9-13 DK024 <--> is no arrow
    write `a -> b`, or `a <-> b` for both ways
10:7-16 DK024 'a -> b ->' is no flow
    write it like `gateway -> score: request`\
""")
