"""From a file to a design, or to everything that is wrong with it."""

from pathlib import Path
from textwrap import fill, wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic
from designkit.errors import NotFoundError
from designkit.source.loader import Loaded, load_bytes, load_file, load_text
from designkit.text.lines import split_lines

DESIGNS = Path(__file__).parents[2] / "designs"
SHIPPED = tuple(path.read_text("utf-8") for path in sorted(DESIGNS.glob("*.yaml")))

SMALL = """\
designkit: 1
name: Small
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway, technology: Envoy}
flows:
  calls:
    - app -> gateway: request
"""


def lines(found: Diagnostic) -> str:
    """Show a finding with its place, and what helps below it."""
    at = f"{found.span.line}:{found.span.column}-{found.span.end_column}"
    said = f"{at} {found.code} {found.message}"
    wrapped = fill(said, 80, subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join([wrapped, *wrap(f"    {found.help}", 80, break_on_hyphens=False)])


def concise(loaded: Loaded) -> str:
    """Show each finding on a line, and what helps on the next."""
    return "\n".join(map(lines, loaded.diagnostics))


def test_a_small_design_loads_without_a_word() -> None:
    loaded = load_text(SMALL)

    assert concise(loaded) == ""
    assert loaded.design is not None
    assert list(loaded.design.components) == ["app", "gateway"]
    assert [flow.ends for flow in loaded.design.flows] == [("app", "gateway")]


def test_ten_different_mistakes_are_ten_findings_in_one_run() -> None:
    text = """\
designkit: 1
nmae: Small
system: fraud-detecton
tier: high
workload: {requests-per-day: 30 Mx}
components:
  app: {kind: client}
  gateway: {kind: gatway, timeout: 5 ms}
  score: {kind: model-server, latancy: {p50: 2 ms}}
  Log: {kind: event-log}
flows:
  calls:
    - app -> gateway: reqest
    - gateway -> scor
tradeoffs:
  - {chosen: a, rejected: b}
"""
    loaded = load_text(text)

    assert loaded.design is None
    assert len(loaded.diagnostics) == 10
    assert concise(loaded) == snapshot("""\
2:1-5 DK010 unknown key 'nmae'
    did you mean name?
3:9-23 DK025 unknown system 'fraud-detecton'
    did you mean fraud-detection?
4:7-11 DK013 tier is 'high', not 1, 2 or 3
    choose one: 1, 2, 3
5:30-35 DK012 requests-per-day: 'Mx' is not a unit of count
    use k, M, bn, T
8:19-25 DK020 unknown kind 'gatway'
    did you mean gateway?
9:31-38 DK010 unknown key 'latancy' in components.score
    did you mean latency?
10:3-6 DK023 'Log' is no id: use small letters, digits and hyphens
    call it log
13:23-29 DK022 unknown data type 'reqest'
    did you mean request?
14:18-22 DK021 component 'scor' does not exist
    did you mean score?
16:6-12 DK011 because is missing in tradeoffs.0
    add because: why\
""")


def test_a_typo_in_a_key_hides_nothing_below_it_and_is_one_finding() -> None:
    text = """\
designkit: 1
name: Small
system: generic
componets:
  app: {kidn: client}
  gateway: {kind: gateway, latancy: {p5O: 2 ms, p99: 5}}
flows:
  cals:
    - app -> gateway: {caries: reqest}
modles:
  ranker: {retrian: {evry: 7}}
tradeoffs:
  - {chosen: a, rejected: b, becuase: [c]}
"""
    assert concise(load_text(text)) == snapshot("""\
4:1-10 DK010 unknown key 'componets'
    did you mean components?
5:9-13 DK010 unknown key 'kidn' in components.app
    did you mean kind?
6:28-35 DK010 unknown key 'latancy' in components.gateway
    did you mean latency?
6:38-41 DK010 unknown key 'p5O' in components.gateway.latency
    did you mean p95?
6:54-55 DK012 p99: '5' needs a unit
    a duration is written like 100 ms
8:3-7 DK010 unknown key 'cals' in flows
    did you mean calls?
9:24-30 DK010 unknown key 'caries' in flows.calls.0.app -> gateway
    did you mean carries?
9:32-38 DK022 unknown data type 'reqest'
    did you mean request?
10:1-7 DK010 unknown key 'modles'
    did you mean models?
11:12-19 DK010 unknown key 'retrian' in models.ranker
    did you mean retrain?
11:22-26 DK010 unknown key 'evry' in models.ranker.retrain
    did you mean every?
11:28-29 DK012 every: '7' needs a unit
    a duration is written like 100 ms
13:30-37 DK010 unknown key 'becuase' in tradeoffs.0
    did you mean because?
13:39-42 DK014 because is a list; a text is wanted
    write one text; quote it if it has a colon or braces\
""")


def test_a_wrong_item_of_a_list_moves_none_of_its_peers() -> None:
    text = (
        SMALL
        + """\
failure-modes:
  - hello
  - {symptom: a, cause: b}
  - {symptom: [a], cause: b, mitigation: c}
  - {symptom: a, cause: b, mitigation: c, at: [app, gatewy]}
questions:
  - {question: q, answer: a, level: junior}
  - {question: q}
  - {question: q, answer: a, level: lead}
"""
    )
    assert concise(load_text(text)) == snapshot("""\
11:5-10 DK014 item 1 of failure-modes is 'hello'; a mapping is wanted
    its keys are name, at, symptom, cause, effect, mitigation
12:6-13 DK011 mitigation is missing in failure-modes.1
    add mitigation: what limits or mends it
13:15-18 DK014 symptom is a list; a text is wanted
    write one text; quote it if it has a colon or braces
14:53-59 DK021 component 'gatewy' does not exist
    did you mean gateway?
16:37-43 DK013 level is 'junior', not core, senior or staff
    did you mean senior?
17:6-14 DK011 answer is missing in questions.1
    add answer: a short answer that holds
18:37-41 DK013 level is 'lead', not core, senior or staff
    choose one: core, senior, staff\
""")


def test_a_section_of_the_wrong_shape_makes_no_dangling_names() -> None:
    text = """\
designkit: 1
name: Small
system: generic
components: gateway
flows: {calls: [app -> gateway]}
models: [ranker]
features: {clicks: {used-by: [ranker], online-by: store}}
"""
    assert concise(load_text(text)) == snapshot("""\
4:13-20 DK014 components is 'gateway'; a mapping is wanted
    write `key: value` on lines of its own below it
6:9-17 DK014 models is a list; a mapping is wanted
    write `key: value` on lines of its own below it\
""")


def test_an_empty_mapping_lacks_what_every_design_has() -> None:
    assert concise(load_text("{}")) == snapshot("""\
1:1-3 DK011 components is missing
    add components: its parts, by id
1:1-3 DK011 designkit is missing
    add designkit: version of the language: 1
1:1-3 DK011 name is missing
    add name: what the system is called
1:1-3 DK011 system is missing
    add system: the profile: what a design of this kind needs\
""")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- a\n- b\n", id="a list"),
        pytest.param("hello\n", id="a text"),
        pytest.param("5\n", id="a number"),
    ],
)
def test_a_document_that_is_no_mapping_is_one_finding(text: str) -> None:
    assert [found.message for found in load_text(text).diagnostics] == [
        "this is no design"
    ]


def test_what_comes_in_by_an_alias_is_told_where_it_is_used() -> None:
    text = """\
designkit: 1
name: Small
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway, timeout: &slow 5}
  score: {kind: model-server, timeout: *slow}
"""
    found = load_text(text).diagnostics

    assert [
        (f.span.line, f.related[0].span.line if f.related else 0) for f in found
    ] == [
        (6, 0),
        (6, 7),
    ]


def test_what_is_between_the_parts_is_reported_and_the_design_loads() -> None:
    loaded = load_text(SMALL.replace("request", "dataset"))

    assert loaded.design is not None
    assert [found.code for found in loaded.diagnostics] == ["DK030", "DK030"]


def test_a_text_with_a_duplicate_key_is_read_on_but_does_not_load() -> None:
    loaded = load_text(SMALL + "name: Other\ntier: 4\n")

    assert loaded.design is None
    assert concise(loaded) == snapshot("""\
10:1-5 DK002 the key `name` is given already
    keep one of the two
11:7-8 DK013 tier is 4, not 1, 2 or 3
    choose one: 1, 2, 3\
""")


def test_none_and_nothing_are_told_apart() -> None:
    text = (
        SMALL
        + """\
owner:
evaluation: none
models: {ranker: {fallback: none, served-by: [none], ladder: []}}
"""
    )
    design = load_text(text).design

    assert design is not None
    assert design.absent == {
        "evaluation",
        "models.ranker.fallback",
        "models.ranker.served-by",
    }
    assert (design.owner, design.evaluation) == (None, None)


def test_bytes_that_are_no_utf_8_are_told_with_their_place() -> None:
    loaded = load_bytes(SMALL.encode() + "owner: équipe".encode("latin-1"), "a.yaml")

    assert concise(loaded) == snapshot("""\
10:8-9 DK001 this is not UTF-8 text: byte 174
    save the file as UTF-8\
""")
    assert loaded.text.startswith(SMALL)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert load_bytes(b"\xef\xbb\xbf" + SMALL.encode(), "a.yaml").diagnostics == ()


def test_a_file_that_is_too_large_is_not_read_whatever_it_is_cut_at() -> None:
    loaded = load_bytes(("# " + "é" * 2_100_000).encode(), "a.yaml")

    assert [found.code for found in loaded.diagnostics] == ["DK005"]


def test_a_file_is_known_by_its_path_or_by_the_name_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")

    assert load_file(path).file == path.as_posix()
    assert load_file(path, "small").file == "small"


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_is_no_file_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError, match=r"cannot read design: \w+"):
        load_file(tmp_path / name, "design")


def test_a_place_is_found_by_its_path_and_the_top_where_nothing_was_read() -> None:
    span = load_text(SMALL).locate(("components", "gateway", "technology"))

    assert (span.line, span.column, span.end_column) == (6, 40, 45)
    assert load_text("a: [").locate(("a",)).line == 1


def test_a_list_on_both_sides_of_an_arrow_is_not_multiplied_without_end() -> None:
    many = ", ".join(f"g{number}" for number in range(300))
    loaded = load_text(SMALL + f"    - {many} -> {many}\n")

    assert loaded.design is None
    assert "BAD" not in {found.name for found in loaded.diagnostics}
    assert any("more than 10,000" in found.message for found in loaded.diagnostics)


SCALARS = (
    "none",
    "null",
    "5",
    "1e400",
    "-5 ms",
    "[]",
    "{}",
    "[none]",
    "{value: 5}",
    "{value: none, assumed: x}",
    "true",
    "a -> b",
    "*a",
    "&a 5",
    ".nan",
    "{a: {b: [1, 2]}}",
    "[[1], {x: y}]",
    '"\\ud800"',
    "5 ms..",
    "٣",
    "!!x 5",
    ":",
    "Name",
    "|",
    "[{a: b}]",
)


def changed(line: str, how: str, scalar: str) -> list[str]:
    """Return what becomes of a line: none, two, or another."""
    key, colon, _ = line.partition(": ")
    match how:
        case "delete":
            return []
        case "repeat":
            return [line, line]
        case "replace" if colon:
            return [f"{key}: {scalar}"]
        case "cut":
            return [line[: len(line) // 2]]
        case "typo":
            return [line.replace("e", "x", 1)]
        case _:
            return [line[: len(line) - len(line.lstrip())] + scalar]


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """Return a shipped design with some of its lines changed."""
    lines = draw(st.sampled_from(SHIPPED)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        how = draw(
            st.sampled_from(["delete", "repeat", "replace", "cut", "typo", "put"])
        )
        scalar = draw(st.sampled_from(SCALARS))
        lines[number : number + 1] = changed(lines[number], how, scalar)
    return "\n".join(lines)


def is_inside(loaded: Loaded) -> bool:
    lines = split_lines(loaded.text)
    return all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
        for found in loaded.diagnostics
        for span in (found.span, *(other.span for other in found.related))
        for line, column in (
            (span.line, span.column),
            (span.end_line, span.end_column),
        )
    )


@given(mutations())
@settings(deadline=None, max_examples=25)
def test_a_changed_design_loads_or_says_why_at_a_place_in_the_text(text: str) -> None:
    loaded = load_text(text)

    assert loaded.design is not None or loaded.diagnostics
    assert is_inside(loaded)
    assert list(loaded.diagnostics) == sorted(
        set(loaded.diagnostics), key=lambda found: found.sort_key
    )


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_no_text_makes_the_loader_fail(text: str) -> None:
    loaded = load_text(text)

    assert loaded.design is None
    assert loaded.diagnostics


BROKEN = {
    "app": "{kind: client}",
    "gateway": "{kind: gateway, timeout: 5 m, foo: 1}",
    "index": "{kind: inverted-index}",
    "score": "{kind: model-server, role: judge}",
    "lake": "{kind: lakehouse}",
}
ARROWS = (
    "app -> gateway: request",
    "gateway -> index: dataset",
    "index -> score: candidates",
    "score -> app: nothing-known",
    "score -> elsewhere",
)


def broken(names: dict[str, str], order: list[str]) -> str:
    """Return a faulty design whose components have other names and another order."""
    components = "".join(f"  {names[id]}: {BROKEN[id]}\n" for id in order)
    arrows = "".join(f"    - {arrow}\n" for arrow in ARROWS)
    head = "designkit: 1\nname: x\nsystem: generic\ncomponents:\n"
    text = head + components + "flows:\n  calls:\n"
    for id, name in names.items():
        arrows = arrows.replace(f" {id}:", f" {name}:").replace(f" {id} ", f" {name} ")
        arrows = arrows.replace(f" {id}\n", f" {name}\n")
    return text + arrows


def said(text: str, names: dict[str, str]) -> list[str]:
    """Return the messages about a design in the names that it had before."""
    messages = [
        f"{found.code} {found.message}" for found in load_text(text).diagnostics
    ]
    for id, name in names.items():
        messages = [message.replace(name, id) for message in messages]
    return sorted(messages)


@given(st.permutations(list(BROKEN)), st.permutations(["qa", "qb", "qc", "qd", "qe"]))
@settings(deadline=None, max_examples=25)
def test_names_and_order_of_components_change_no_message(
    order: list[str], names: list[str]
) -> None:
    same = {id: id for id in BROKEN}
    renamed = dict(zip(BROKEN, names, strict=True))

    assert said(broken(renamed, order), renamed) == said(
        broken(same, list(BROKEN)), same
    )
