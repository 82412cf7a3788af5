"""Whether every name that a design uses names something in it."""

from textwrap import fill, wrap

from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Small
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway}
  log: {kind: event-log}
flows:
  calls: [app -> gateway: request]
  streams: [app -> log: event]
"""


def lines(found: Diagnostic) -> str:
    """Show a finding with its place, and what helps below it."""
    at = f"{found.span.line}:{found.span.column}-{found.span.end_column}"
    said = f"{at} {found.code} {found.message}"
    wrapped = fill(said, 80, subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join([wrapped, *wrap(f"    {found.help}", 80, break_on_hyphens=False)])


def faults(text: str) -> str:
    return "\n".join(map(lines, load_text(text).diagnostics))


def test_every_place_that_names_something_is_looked_at() -> None:
    text = (
        HEAD
        + """\
workload: {requests-per-day: {value: 30 M, source: papr}}
features: {f: {online-by: lgo, offline-by: app, used-by: [m, n]}}
models: {m: {trained-by: trainer, served-by: gatway, datasets: [d, e]}}
datasets: {d: {built-by: builder, examples: {value: 1 M, source: paper}}}
failure-modes:
  - {symptom: a, cause: b, mitigation: c, at: [app, ap]}
  - {symptom: a, cause: b, mitigation: c, at: nowhere}
sources: {paper: {title: A paper}}
"""
    )
    assert faults(text) == snapshot("""\
11:52-56 DK021 source 'papr' does not exist
    did you mean paper?
12:27-30 DK021 component 'lgo' does not exist
    did you mean log?
12:62-63 DK021 model 'n' does not exist
    known here: m
13:26-33 DK021 component 'trainer' does not exist
    known here: app, gateway, log
13:46-52 DK021 component 'gatway' does not exist
    did you mean gateway?
13:68-69 DK021 dataset 'e' does not exist
    known here: d
14:26-33 DK021 component 'builder' does not exist
    known here: app, gateway, log
16:53-55 DK021 component 'ap' does not exist
    did you mean app?
17:47-54 DK021 component 'nowhere' does not exist
    known here: app, gateway, log\
""")


def test_a_name_inside_a_flow_has_its_own_place() -> None:
    text = HEAD.replace("[app -> gateway: request]", "['app -> gatewy, x': request]")

    assert faults(text) == snapshot("""\
9:19-25 DK021 component 'gatewy' does not exist
    did you mean gateway?
9:27-28 DK021 component 'x' does not exist
    known here: app, gateway, log\
""")


def test_a_source_cited_by_a_flow_is_told_at_the_flow() -> None:
    text = HEAD.replace(
        "gateway: request]",
        "gateway: {carries: request, timeout: {value: 5 ms, source: x}}]",
    )

    assert faults(text) == snapshot("""\
9:77-78 DK021 source 'x' does not exist
    add it to sources, or correct the name\
""")


def test_a_step_is_a_flow() -> None:
    text = (
        HEAD
        + """\
scenarios:
  - {name: one, steps: [app -> gateway, gateway -> app, gateway -> log, lgo -> app]}
"""
    )
    assert faults(text) == snapshot("""\
12:41-55 DK026 no flow runs from gateway to app
    a flow runs the other way: app -> gateway
12:57-71 DK026 no flow runs from gateway to log
    add gateway -> log to flows, or correct the step
12:73-76 DK021 component 'lgo' does not exist
    did you mean log?\
""")


def test_the_person_who_accepts_is_a_component() -> None:
    text = HEAD.replace(
        "components:\n",
        "components:\n  rules: {kind: business-rules, accepted-by: logg}\n",
    )

    assert "component 'logg' does not exist\n    did you mean log?" in faults(text)


def test_no_step_is_doubted_while_flows_cannot_be_read() -> None:
    text = HEAD.replace("app -> log: event", "app = log")
    text += "scenarios: [{name: one, steps: [app -> log, app -> gateway]}]\n"

    assert [found.code for found in load_text(text).diagnostics] == ["DK024"]


def test_an_element_that_is_wrong_still_has_its_name() -> None:
    text = (
        HEAD.replace("{kind: gateway}", "{kind: gatway}")
        + """\
models: {m: 5}
features: {f: {used-by: m, online-by: gateway}}
"""
    )
    assert [found.code for found in load_text(text).diagnostics] == ["DK020", "DK014"]


def test_an_unknown_system_gets_the_nearest_or_all() -> None:
    near = HEAD.replace("generic", "fraud")
    far = HEAD.replace("generic", "xyz")

    assert f"{faults(near)}\n{faults(far)}" == snapshot("""\
3:9-14 DK025 unknown system 'fraud'
    did you mean fraud-detection?
3:9-12 DK025 unknown system 'xyz'
    known: recommendation, fraud-detection, search-ranking, ad-click-prediction,
serving-platform, news-feed, content-moderation, review-fraud, delivery-eta,
assistant-with-retrieval, agent-with-tools, document-search-with-answers,
labelling-with-a-model, generic\
""")


def test_with_very_much_wrong_nobody_guesses_any_more() -> None:
    flows = "\n".join(f"    - app -> gatewy{number}" for number in range(250))
    text = HEAD.replace("[app -> gateway: request]", f"\n{flows}")
    helps = [found.help for found in load_text(text).diagnostics]

    assert helps[0] == "did you mean gateway?"
    assert helps[-1] == "add it to components, or correct the name"


def test_labels_are_named_by_datasets_models_heads_and_joiners() -> None:
    text = (
        HEAD.replace("{kind: event-log}", "{kind: label-joiner, labels: [click, clik]}")
        + """\
problem: {labels: {click: {}}}
models: {m: {labels: buy, heads: {a: {label: click}, b: {label: clck}}}}
datasets: {d: {labels: [click, view]}}
"""
    )
    assert [line for line in faults(text).splitlines() if "DK021" in line] == [
        "7:45-49 DK021 label 'clik' does not exist",
        "12:22-25 DK021 label 'buy' does not exist",
        "12:65-69 DK021 label 'clck' does not exist",
        "13:32-36 DK021 label 'view' does not exist",
    ]


def test_a_label_that_no_section_has_can_be_added() -> None:
    text = HEAD + "datasets: {d: {labels: click}}\n"

    assert faults(text) == (
        "11:24-29 DK021 label 'click' does not exist\n"
        "    add it to problem.labels, or correct the name"
    )
