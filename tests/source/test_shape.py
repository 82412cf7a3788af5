"""Every fault of shape at its place, in our own words."""

from textwrap import fill, wrap

import pytest
from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Small
system: generic
components: {app: {kind: client}}
"""


def lines(found: Diagnostic) -> str:
    """Show a finding with its place, and what helps below it."""
    at = f"{found.span.line}:{found.span.column}-{found.span.end_column}"
    said = f"{at} {found.code} {found.message}"
    wrapped = fill(said, 80, subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join([wrapped, *wrap(f"    {found.help}", 80, break_on_hyphens=False)])


def faults(text: str) -> str:
    return "\n".join(map(lines, load_text(text).diagnostics))


def test_every_sort_of_misfit_has_words_of_ours() -> None:
    text = (
        HEAD
        + """\
tier: high
owner: [a, b]
summary: {a: b}
problem: fraud
requirements: {functional: [a, [b], ]}
clarifications: {question: q}
workload: {requests-per-day: 30 miles, peak-factor: {value: 4, guess: why}}
objectives: {latency: {p99: 100}, availability: -}
datasets: {d: {reweighted: yes, join: lates, versioned: 1}}
sources: [a]
tradeoffs: [{chosen: a, rejected: b, because: c, foo: d}, 5]
models: {m: , n: none}
"""
    )
    assert faults(text) == snapshot("""\
5:7-11 DK013 tier is 'high', not 1, 2 or 3
    choose one: 1, 2, 3
6:8-14 DK014 owner is a list; a text is wanted
    write one text; quote it if it has a colon or braces
7:10-16 DK014 summary is a mapping; a text is wanted
    write one text; quote it if it has a colon or braces
8:10-15 DK014 problem is 'fraud'; a mapping is wanted
    its keys are objective, framing, task, decision, why-ml, label, labels,
baseline, costs, metrics, non-goals
9:32-35 DK014 item 2 of functional is a list; a text is wanted
    write one text; quote it if it has a colon or braces
10:17-30 DK014 clarifications is a mapping; a list is wanted
    write [a, b], or start each line with a hyphen
11:30-38 DK012 requests-per-day: 'miles' is not a unit of count
    use k, M, bn, T
11:64-69 DK012 peak-factor: unknown key 'guess'
    a tagged figure has value and one of source, derived, assumed
12:29-32 DK012 p99: '100' needs a unit
    a duration is written like 100 ms
12:49-50 DK012 availability: '-' is not a fraction
    write it like 0.1%
13:28-31 DK013 reweighted is 'yes', not true or false
    write true or false, without quotes
13:39-44 DK013 join is 'lates', not point-in-time, latest or logged
    did you mean latest?
13:57-58 DK013 versioned is 1, not true or false
    write true or false, without quotes
14:10-13 DK014 sources is a list; a mapping is wanted
    write `key: value` on lines of its own below it
15:50-53 DK010 unknown key 'foo' in tradeoffs.0
    known here: because, chosen, name, rejected, revisit-when
15:59-60 DK014 item 2 of tradeoffs is 5; a mapping is wanted
    its keys are name, chosen, rejected, because, revisit-when
16:10-11 DK014 m is empty; a mapping is wanted
    its keys are name, task, algorithm, loss, trained-by, served-by, datasets,
labels, heads, output, calibration, bounds, size, count, pretrained, why,
ladder, fallback, version, retrain
16:18-22 DK014 n is 'none'; a mapping is wanted
    its keys are name, task, algorithm, loss, trained-by, served-by, datasets,
labels, heads, output, calibration, bounds, size, count, pretrained, why,
ladder, fallback, version, retrain\
""")


def test_no_message_is_worded_by_the_library() -> None:
    text = (
        HEAD
        + """\
features: {f: {count: [], window: {}, group: [user], used-by: {a: b}, name: [x]}}
experiment: {arms: none, unit: {a: b}, srm-check: [true], alpha: 5, guardrails: {a: b}}
scenarios: [5, {steps: 5}, {name: x, steps: [app -> app: [a]]}]
waivers: none
"""
    )
    said = faults(text)

    for theirs in ("Input should", "valid", "pydantic", "NoneType", "tuple", "dict"):
        assert theirs not in said
    assert said == snapshot("""\
5:23-25 DK012 count: this is not a count
    write it like 30 M
5:35-37 DK012 window: a tagged figure has a value and one of source, derived,
    assumed
    write it like {value: 100 ms, assumed: why}
5:46-52 DK013 group is a list, not user, item, context or cross
    did you mean user?
5:63-69 DK014 used-by is a mapping; a list is wanted
    write [a, b], or start each line with a hyphen
5:77-80 DK014 name is a list; a text is wanted
    write one text; quote it if it has a colon or braces
6:32-38 DK014 unit is a mapping; a text is wanted
    write one text; quote it if it has a colon or braces
6:51-57 DK013 srm-check is a list, not true or false
    write true or false, without quotes
6:66-67 DK012 alpha: '5' needs a unit
    a fraction is written like 0.1%
6:81-87 DK014 guardrails is a mapping; a list is wanted
    write [a, b], or start each line with a hyphen
7:13-14 DK014 item 1 of scenarios is 5; a mapping is wanted
    its keys are name, steps, note
7:17-22 DK011 name is missing in scenarios.1
    add name: what happens
7:24-25 DK014 steps is 5; a list is wanted
    write [a, b], or start each line with a hyphen
7:46-56 DK026 no flow runs from app to app
    add app -> app to flows, or correct the step
7:58-61 DK014 note is a list; a text is wanted
    write one text; quote it if it has a colon or braces\
""")


def test_ids_are_checked_where_they_are_declared() -> None:
    text = """\
designkit: 1
name: Small
system: generic
components: {App 1: {kind: client}, 1x: {kind: gateway}, "__": {kind: lake}}
flows: {calls: [App 1 -> 1x]}
features: {Clicks: {}}
"""
    assert faults(text) == snapshot("""\
4:14-19 DK023 'App 1' is no id: use small letters, digits and hyphens
    call it app-1
4:37-39 DK023 '1x' is no id: use small letters, digits and hyphens
    start with a small letter
4:58-62 DK023 '__' is no id: use small letters, digits and hyphens
    start with a small letter
6:12-18 DK023 'Clicks' is no id: use small letters, digits and hyphens
    call it clicks
4:58-62 DK033 __ has no flows
    connect it or delete it\
""")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("designkit: 2", "designkit is 2, not 1", id="a later language"),
        pytest.param("designkit: '1'", "designkit is '1', not 1", id="a text"),
        pytest.param("designkit:", "designkit is missing", id="nothing"),
        pytest.param("designkit: none", "designkit is missing", id="none"),
        pytest.param("tier: 1", "designkit is missing", id="not there"),
    ],
)
def test_the_version_of_the_language_is_one(line: str, message: str) -> None:
    found = load_text(HEAD.replace("designkit: 1", line)).diagnostics

    assert [f.message for f in found] == [message]


def test_a_required_part_that_is_wrong_is_not_missing_as_well() -> None:
    text = HEAD.replace("Small", "[Small]").replace("generic", "{a: b}")

    assert [found.code for found in load_text(text).diagnostics] == ["DK014", "DK014"]


def test_a_key_that_may_be_a_required_one_is_one_finding() -> None:
    text = HEAD + "tradeoffs: [{chose: a, refused: b, becos: c}]\n"

    assert faults(text) == snapshot("""\
5:14-19 DK010 unknown key 'chose' in tradeoffs.0
    did you mean chosen?
5:14-19 DK011 rejected is missing in tradeoffs.0
    add rejected: what it could have done
5:24-31 DK010 unknown key 'refused' in tradeoffs.0
    known here: because, chosen, name, rejected, revisit-when
5:36-41 DK010 unknown key 'becos' in tradeoffs.0
    did you mean because?\
""")


def test_a_design_without_components_is_told_how_to_write_one() -> None:
    text = "designkit: 1\nname: x\nsystem: generic\ncomponents: {}\n"

    assert faults(text) == snapshot("""\
4:13-15 DK011 a design has at least one component
    write one like `gateway: {kind: gateway, technology: Envoy}`\
""")


def test_a_field_that_nobody_writes_is_an_unknown_key() -> None:
    found = load_text(HEAD + "absent: [rollback]\n").diagnostics

    assert [f.message for f in found] == ["unknown key 'absent'"]


def test_what_is_right_beside_a_fault_is_kept_for_the_checks_that_follow() -> None:
    text = (
        HEAD
        + """\
models: {ranker: {size: big, served-by: [nobody], ladder: [{model: a}, {why: b}]}}
"""
    )
    assert faults(text) == snapshot("""\
5:25-28 DK012 size: 'big' is not a size
    write it like 4 kB
5:42-48 DK021 component 'nobody' does not exist
    known here: app
5:61-66 DK011 why is missing in models.ranker.ladder.0
    add why: what it gains over the step before
5:73-76 DK011 model is missing in models.ranker.ladder.1
    add model: the model of this step\
""")


def test_a_key_that_a_comma_made_is_told_though_nothing_stands_behind_it() -> None:
    text = """\
designkit: 1
name: Small
system: generic
workload: {features: {value: 500, assumed: half of 1,000 at most}, peek: none}
components:
  app: {kind: client, why: one call, and one answer, latency: {p50: , p9: }}
  join: {kind: label-joiner, delay: {p50: 1 d, later: }, foo: none}
  odd: {kind: gatway, foo: none}
flows: {calls: [app -> join: {note: fast, and furious}]}
tradeoffs: [{chosen: a, rejected: b, because: c, d and e}]
whatever: none
"""
    assert faults(text) == snapshot("""\
4:54-65 DK012 features: unknown key '000 at most'
    a comma ends a value in braces; quote it: assumed: "half of 1,000 at most"
4:68-72 DK010 unknown key 'peek' in workload
    known here: actions-per-day, alerts-per-day, candidates, daily-users,
document-changes-per-day, documents, entities, event-size, events-per-day,
examples, features, funnel, growth, items, peak-factor, request-size,
requests-per-day, requests-per-user, response-size, review-capacity,
tasks-per-day, tokens-per-document, turns-per-task
6:38-52 DK010 unknown key 'and one answer' in components.app
    a comma ends a value in braces; quote it: why: "one call, and one answer"
6:71-73 DK010 unknown key 'p9' in components.app.latency
    did you mean p99?
7:48-53 DK010 unknown key 'later' in components.join.delay
    a comma ends a value in braces; quote it: p50: "1 d, later"
7:58-61 DK010 unknown key 'foo' in components.join
    known here: at, availability, by, cost, delay, in, interval, join-key, kind,
labels, lag, latency, latency-includes, name, note, owner, pii, positive-rate,
public-labels, region, replicas, runtime, starts, stops, technology, timeout,
url, watermark, why, window
8:15-21 DK020 unknown kind 'gatway'
    did you mean gateway?
9:43-54 DK010 unknown key 'and furious' in flows.calls.0.app -> join
    a comma ends a value in braces; quote it: note: "fast, and furious"
10:50-57 DK010 unknown key 'd and e' in tradeoffs.0
    a comma ends a value in braces; quote it: because: "c, d and e"
11:1-9 DK010 unknown key 'whatever'
    did you mean waivers?\
""")


def test_a_tag_says_something() -> None:
    text = (
        HEAD
        + "workload: {items: {value: 5, assumed: }, growth: {value: 5%, source: }}\n"
    )

    assert faults(text) == snapshot("""\
5:30-37 DK012 items: assumed is no text
    say it in words
5:62-68 DK012 growth: source is no text
    say it in words\
""")


def test_keys_of_the_author_hold_anything_and_are_not_read() -> None:
    text = """\
designkit: 1
name: Shared
system: generic
x-store: &store {kind: online-store, technology: Redis, replicas: 3}
x-: [1, {b: none}]
x-Anything: {kind: nonsense}
components:
  app: {kind: client}
  cards: {<<: *store, replicas: 5}
  shops: *store
  x-ray: {kind: cleint, x-note: 1}
"""
    assert faults(text) == snapshot("""\
11:17-23 DK020 unknown kind 'cleint'
    did you mean client?\
""")


def test_shared_parts_load_where_they_are_used() -> None:
    loaded = load_text("""\
designkit: 1
name: Shared
system: generic
x-store: &store {kind: online-store, technology: Redis, replicas: 3}
components:
  cards: {<<: *store, replicas: 5}
  shops: *store
""")

    assert loaded.diagnostics == ()
    assert loaded.design is not None
    parts = loaded.design.components.values()
    assert [(it.technology, str(it.replicas)) for it in parts] == [
        ("Redis", "5"),
        ("Redis", "3"),
    ]


def test_what_a_comma_cuts_off_is_told_once_and_can_be_pasted() -> None:
    text = """\
designkit: 1
name: Commas
system: generic
workload: {requests-per-day: 4,800, events-per-day: 12,000,000}
components:
  app: {kind: client, note: young, keen, and many}
  api:
    kind: gateway
    tecnology:
  log: {kind: event-log, owner: data, note: a: b}
"""
    assert faults(text.replace(", note: a: b", "")) == snapshot("""\
4:32-35 DK010 unknown key '800' in workload
    a comma ends a value in braces: write the number without, or quote it
4:56-59 DK010 unknown key '000' in workload
    a comma ends a value in braces: write the number without, or quote it
4:60-63 DK002 the key `000` is given already
    a comma ends a value in braces: quote the whole value, or leave the comma
out
6:36-40 DK010 unknown key 'keen' in components.app
    a comma ends a value in braces; quote it: note: "young, keen, and many"
9:5-14 DK010 unknown key 'tecnology' in components.api
    did you mean technology?\
""")
    assert faults(text) == snapshot("""\
4:60-63 DK002 the key `000` is given already
    a comma ends a value in braces: quote the whole value, or leave the comma
out
10:46-47 DK001 `,` or `}` must stand here, not `:`
    quote the value, since it has a colon: note: "a: b"\
""")


def test_what_a_comma_cuts_off_a_flow_is_told() -> None:
    text = (
        HEAD
        + """\
flows:
  calls:
    - app -> app: {note: slow, retried, payload: 2,500 B}
"""
    )
    assert faults(text) == snapshot("""\
7:32-39 DK010 unknown key 'retried' in flows.calls.0.app -> app
    a comma ends a value in braces; quote it: note: "slow, retried"
7:50-51 DK012 payload: '2' needs a unit
    a size is written like 4 kB
7:52-57 DK010 unknown key '500 B' in flows.calls.0.app -> app
    a comma ends a value in braces: write the number without, or quote it\
""")
