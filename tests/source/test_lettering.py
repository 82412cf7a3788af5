"""A design that is not read as it looks is told which character is to blame."""
# ruff: noqa: RUF001 - letters of other alphabets are what it is about

from inline_snapshot import snapshot

from designkit.source.loader import load_text

HEAD = "designkit: 1\nname: Signs\nsystem: generic\n"


def faults(text: str) -> str:
    found = load_text(text).diagnostics
    return "\n".join(
        f"{it.span.line}:{it.span.column} {it.severity} {it.message}\n    {it.help}"
        for it in found
    )


def test_a_space_that_is_none_is_named() -> None:
    texts = (
        HEAD + "components:\n  store: {kind:\u2003lake}\n",
        HEAD + "components:\n  store:\n    kind:\u202flake\n",
        HEAD + "components:\n\u00a0 store: {kind: lake}\n",
        "designkit:\u00a01\nname: Signs\nsystem: generic\n",
    )
    assert "\n".join(map(faults, texts)) == snapshot("""\
5:3 error kind is missing in components.store; U+2003 (em space) stands at 5:16
    type a plain space instead
6:5 error store is 'kind:\\u202flake'; a mapping is wanted; U+202F (narrow no-break space) stands at 6:10
    type a plain space instead
4:1 error components is missing
    add components: its parts, by id
5:1 error unknown key '\\xa0 store'; U+00A0 (no-break space) stands at 5:1
    type a plain space instead
2:1 error a key cannot stand here: the line above is not finished; U+00A0 (no-break space) stands at 1:11
    type a plain space instead\
""")


def test_a_letter_of_another_alphabet_is_named() -> None:
    text = (
        HEAD
        + """\
tiеr: 2
components: {app: {kind: сlient}, api: {kind: gateway}}
flows: {calls: [app -> аpi: request]}
"""
    )
    assert faults(text) == snapshot("""\
4:1 error unknown key 'tiеr'; U+0435 (cyrillic small letter ie) stands at 4:3
    type e instead; did you mean tier?
5:26 error unknown kind 'сlient'; U+0441 (cyrillic small letter es) stands at 5:26
    type c instead; did you mean client?
6:24 error 'аpi' is no id: use small letters, digits and hyphens; U+0430 (cyrillic small letter a) stands at 6:24
    type a instead; did you mean api?\
""")


def test_a_number_is_read_as_it_looks_with_a_hint() -> None:
    text = (
        HEAD
        + """\
workload: {items: {value: "7\u00a0М", assumed: "so\u00a0far"}, growth: −4%}
components:
  api: {kind: gateway, timeout: 30 μs, latency: {p50: 2 μs, p99: 3..5\u202fμs}}
  app: {kind: client, note: "μ of 5\u00a0ms"}
flows: {calls: [{app -> api: {carries: request, payload: 4\u00a0kB}}]}
"""
    )
    loaded = load_text(text)

    assert faults(text) == snapshot("""\
4:27 info U+00A0 (no-break space) stands in 7 М
    it is read as it looks; type a plain space instead
4:62 info U+2212 (minus sign) stands in −4%
    it is read as it looks; type - instead
6:33 info U+03BC (greek small letter mu) stands in 30 μs
    it is read as it looks; type µ (U+00B5), or u, instead
6:55 info U+03BC (greek small letter mu) stands in 2 μs
    it is read as it looks; type µ (U+00B5), or u, instead
6:66 info U+202F (narrow no-break space) stands in 3..5 μs
    it is read as it looks; type a plain space instead
8:58 info U+00A0 (no-break space) stands in 4 kB
    it is read as it looks; type a plain space instead\
""")
    assert loaded.design is not None
    assert loaded.design.workload is not None
    assert str(loaded.design.workload.items) == "7 M"
    assert str(loaded.design.components["api"].timeout) == "30 µs"
    assert loaded.design.flows[0].payload is not None
    assert loaded.design.flows[0].payload.value == 4000


def test_a_fault_elsewhere_is_not_put_down_to_a_text_with_such_a_space() -> None:
    text = HEAD + 'owner: "Équipe : 5\u00a0ms"\ncomponents: {a: {kind: cleint}}\n'

    assert faults(text) == snapshot("""\
5:24 error unknown kind 'cleint'
    did you mean client?\
""")
