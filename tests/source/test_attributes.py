"""The attributes of a component, read by what its kind may state."""

from textwrap import fill, wrap

from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic
from designkit.model.component import Component
from designkit.source.loader import Loaded, load_text


def load(component: str) -> Loaded:
    head = "designkit: 1\nname: Small\nsystem: generic\ncomponents:\n"
    return load_text(f"{head}  it: {component}\n")


def lines(found: Diagnostic) -> str:
    """Show a finding with its place, and what helps below it."""
    at = f"{found.span.line}:{found.span.column}-{found.span.end_column}"
    said = f"{at} {found.code} {found.message}"
    wrapped = fill(said, 80, subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join([wrapped, *wrap(f"    {found.help}", 80, break_on_hyphens=False)])


def faults(component: str) -> str:
    return "\n".join(map(lines, load(component).diagnostics))


def read(component: str) -> Component:
    design = load(component).design
    assert design is not None
    return design.components["it"]


def test_what_every_component_states_is_apart_from_what_its_kind_states() -> None:
    component = read(
        "{kind: online-store, technology: Redis, ttl: 3 d, max-reads: 5 k/s, "
        "latency: {p99: 8 ms}, region: eu}"
    )

    assert (component.technology, component.region) == ("Redis", ("eu",))
    assert {k: str(v) for k, v in component.attributes.items()} == {
        "ttl": "3 d",
        "max-reads": "5 k/s",
    }


def test_each_sort_of_attribute_is_read_as_what_it_holds() -> None:
    component = read(
        "{kind: label-joiner, join-key: 5, window: {value: 7 d, assumed: habit}, "
        "delay: {p50: 1 h, p95: 7 d}, positive-rate: 8%}"
    )
    deployer = read("{kind: deployer, strategy: shadow, gates: [a, 5], rollback: auto}")

    assert component.texts("join-key") == ("5",)
    window = component.quantity("window")
    assert window is not None
    assert (window.value, window.note) == (604_800, "habit")
    assert (deployer.texts("strategy"), deployer.texts("gates")) == (
        ("shadow",),
        ("a", "5"),
    )


def test_a_flag_is_true_or_false() -> None:
    assert read("{kind: trainer, seed-pinned: true}").attributes == {
        "seed-pinned": True
    }
    assert faults("{kind: trainer, seed-pinned: yes}") == snapshot("""\
5:36-39 DK013 seed-pinned is 'yes', not true or false
    write true or false, without quotes\
""")


def test_a_time_of_day_stands_as_it_is_written() -> None:
    read_as = read("{kind: batch-scorer, at: 02:00, by: '05:30'}").attributes

    assert read_as == {"at": "02:00", "by": "05:30"}
    assert faults("{kind: batch-scorer, at: 25:00, by: 5 h}") == snapshot("""\
5:32-37 DK013 at is '25:00', not a time of day
    write hours and minutes, from 00:00 to 23:59, like 05:00
5:43-46 DK013 by is '5 h', not a time of day
    write hours and minutes, from 00:00 to 23:59, like 05:00\
""")


def test_an_attribute_that_a_kind_has_not_is_listed_or_guessed() -> None:
    assert faults(
        "{kind: inverted-index, foo: 1, shrads: 5, refresh: 5 s}"
    ) == snapshot("""\
5:30-33 DK010 unknown key 'foo' in components.it
    known here: availability, cost, in, items, kind, latency, latency-includes,
name, note, owner, pii, refresh, region, replicas, shards, stops, technology,
timeout, url, why
5:38-44 DK010 unknown key 'shrads' in components.it
    did you mean shards?\
""")


def test_a_fault_inside_an_attribute_is_told_at_its_place() -> None:
    text = (
        "{kind: label-joiner, delay: {p50: 21 dd, p9: 5 d, foo: 1}, "
        "window: {value: 5 km, assumed: x}, join-key: [a, b]}"
    )
    assert faults(text) == snapshot("""\
5:41-46 DK012 p50: 'dd' is not a unit of duration
    use ns, us, µs, ms, s, min, h, d, w, mo, y, …
5:48-50 DK010 unknown key 'p9' in components.it.delay
    did you mean p99?
5:57-60 DK010 unknown key 'foo' in components.it.delay
    known here: p50, p90, p95, p99, p999
5:82-86 DK012 window: 'km' is not a unit of duration
    use ns, us, µs, ms, s, min, h, d, w, mo, y, …
5:111-117 DK014 join-key is a list; a text is wanted
    write one text; quote it if it has a colon or braces\
""")


def test_choices_are_listed_and_the_nearest_is_proposed() -> None:
    text = "{kind: deployer, strategy: [shadow, canry, x], rollback: {a: b}}"

    assert faults(text) == snapshot("""\
5:43-48 DK013 item 2 of strategy is 'canry', not shadow, canary, ab,
    interleaving, switchback, ramp, blue-green or holdout
    did you mean canary?
5:50-51 DK013 item 3 of strategy is 'x', not shadow, canary, ab, interleaving,
    switchback, ramp, blue-green or holdout
    choose one: shadow, canary, ab, interleaving, switchback, ramp, blue-green,
holdout
5:64-70 DK014 rollback is a mapping; a text is wanted
    write one text; quote it if it has a colon or braces\
""")


def test_a_component_of_an_unknown_kind_is_still_read_where_all_are_alike() -> None:
    assert faults("{kind: gatway, timeout: 5, name: [x], whatever: 1}") == snapshot("""\
5:14-20 DK020 unknown kind 'gatway'
    did you mean gateway?
5:31-32 DK012 timeout: '5' needs a unit
    a duration is written like 100 ms
5:40-43 DK014 name is a list; a text is wanted
    write one text; quote it if it has a colon or braces\
""")


def test_a_kind_that_is_missing_or_no_text_is_told_once() -> None:
    said = [faults(text) for text in ("{}", "{kind: }", "{kind: [a]}", "{kidn: lake}")]

    assert "\n".join(said) == snapshot("""\
5:3-5 DK011 kind is missing in components.it
    `designkit list kinds` shows them all
5:8-12 DK011 kind is missing in components.it
    `designkit list kinds` shows them all
5:14-17 DK014 kind is a list; a text is wanted
    write one text; quote it if it has a colon or braces
5:8-12 DK010 unknown key 'kidn' in components.it
    did you mean kind?\
""")


def test_a_component_is_a_mapping() -> None:
    assert "\n".join(map(faults, ("gateway", "", "[a]"))) == snapshot("""\
5:7-14 DK014 it is 'gateway'; a mapping is wanted
    its keys are kind, name, technology, in, why, note, owner, url, latency,
latency-includes, timeout, stops, availability, replicas, cost, region, pii
5:3-5 DK014 it is empty; a mapping is wanted
    its keys are kind, name, technology, in, why, note, owner, url, latency,
latency-includes, timeout, stops, availability, replicas, cost, region, pii
5:7-10 DK014 it is a list; a mapping is wanted
    its keys are kind, name, technology, in, why, note, owner, url, latency,
latency-includes, timeout, stops, availability, replicas, cost, region, pii\
""")


def test_the_tables_of_a_store_are_read_and_their_faults_told() -> None:
    text = """\
designkit: 1
name: Small
system: generic
components:
  s:
    kind: online-store
    tables:
      a: {ttl: 1 kB, entity-size: 1 kB, tll: 1 d}
      b: 3
      c: {written-by: nobody}
  t: {kind: online-store, tables: [a]}
"""
    found = load_text(text).diagnostics

    assert [f"{it.span.line} {it.code} {it.message}" for it in found] == [
        "8 DK012 ttl: 'kB' is not a unit of duration",
        "8 DK010 unknown key 'tll' in components.s.tables.a",
        "9 DK014 b is 3; a mapping is wanted",
        "10 DK021 component 'nobody' does not exist",
        "11 DK014 tables is a list; a mapping is wanted",
    ]


def test_the_environments_of_a_release_are_read_and_their_faults_told() -> None:
    text = """\
designkit: 1
name: Small
system: generic
components:
  d:
    kind: deployer
    environments:
      staging: {bake: 1 d}
      canary: {share: 5 GB, bake: 1 h, shar: 5%}
      production: 3
  e: {kind: deployer, environments: [a]}
"""
    found = load_text(text).diagnostics

    assert [f"{it.span.line} {it.code} {it.message}" for it in found] == [
        "9 DK012 share: 'GB' is not a unit of fraction",
        "9 DK010 unknown key 'shar' in components.d.environments.canary",
        "10 DK014 production is 3; a mapping is wanted",
        "11 DK014 environments is a list; a mapping is wanted",
    ]
