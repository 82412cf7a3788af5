"""Whether the components of a design fit together."""

from itertools import pairwise
from textwrap import fill, wrap

from inline_snapshot import snapshot

from designkit.diagnostics import Diagnostic
from designkit.source.loader import load_text

HEAD = "designkit: 1\nname: Small\nsystem: generic\n"


def lines(found: Diagnostic) -> str:
    """Show a finding with its place, and what helps below it."""
    at = f"{found.span.line}:{found.span.column}-{found.span.end_column}"
    said = f"{at} {found.severity} {found.code} {found.message}"
    wrapped = fill(said, 80, subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join([wrapped, *wrap(f"    {found.help}", 80, break_on_hyphens=False)])


def faults(text: str) -> str:
    return "\n".join(map(lines, load_text(HEAD + text).diagnostics))


def test_a_type_is_given_by_the_one_end_and_taken_by_the_other() -> None:
    text = """\
components:
  app: {kind: client}
  log: {kind: event-log}
  score: {kind: model-server}
  registry: {kind: model-registry}
flows:
  streams:
    - app -> log: model
    - log -> score: label
    - registry -> score: model
    - app -> registry: event
"""
    assert faults(text) == snapshot("""\
11:7-10 error DK030 app gives no model: its kind is client
    it gives request, event
11:14-17 error DK030 log takes no model: its kind is event-log
    it takes event, prediction, decision, label, response, review-task;
model-server turns model into prediction; batch-scorer turns model into
prediction
12:14-19 error DK030 score takes no label: its kind is model-server
    it takes request, candidates, feature-values, embedding, model, assignment,
prediction, passages, policy
14:14-22 error DK030 registry takes no event: its kind is model-registry
    it takes model, decision; hash-matcher turns event into decision;
review-queue turns event into decision\
""")


def test_a_missing_step_is_a_warning_that_names_it() -> None:
    text = """\
components:
  lake: {kind: lake}
  train: {kind: trainer}
  score: {kind: model-server}
flows:
  batches:
    - lake -> train: raw-table
    - train -> score: model
    - lake -> score: raw-table
"""
    assert faults(text) == snapshot("""\
10:15-20 warning DK030 train takes no raw-table: its kind is trainer
    dataset-builder would turn raw-table into dataset in between; it takes
dataset, model, trigger, policy
12:15-20 error DK030 score takes no raw-table: its kind is model-server
    it takes request, candidates, feature-values, embedding, model, assignment,
prediction, passages, policy; embedding-job turns raw-table into embedding;
batch-scorer turns raw-table into prediction\
""")


def test_general_kinds_take_and_give_anything() -> None:
    text = """\
components:
  a: {kind: service}
  b: {kind: job}
  c: {kind: stream-job}
  d: {kind: store}
  e: {kind: device}
  f: {kind: person}
  g: {kind: third-party}
flows:
  calls: [a -> g: review-task]
  batches: [a -> b: response, b -> d: decision]
  streams: [c -> d: explanation, d -> e: model]
  control: [e -> f: policy, f -> a: trigger]
"""
    assert faults(text) == ""


def test_a_general_kind_is_no_way_to_a_missing_input() -> None:
    text = """\
components:
  copy: {kind: job}
  train: {kind: trainer}
  registry: {kind: model-registry}
flows:
  batches: [copy -> train: policy]
  control: [train -> registry: model]
"""
    assert faults(text) == snapshot("""\
6:3-8 error DK031 train gets no dataset, which trainer needs
    nothing in this design gives dataset\
""")


def test_anything_may_be_sent_secrets_and_schemas() -> None:
    text = """\
components:
  vault: {kind: secret-store}
  schemas: {kind: schema-registry}
  app: {kind: client}
  log: {kind: event-log}
flows:
  streams: [app -> log: event]
  control:
    - vault -> app: secret
    - schemas -> app, log: schema
"""
    assert faults(text) == ""


SAID_IN_BRIEFS = """\
components:
  app: {kind: client}
  desk: {kind: person}
  gate: {kind: gateway}
  find: {kind: candidate-generator}
  ann: {kind: inverted-index}
  bureau: {kind: third-party}
  online: {kind: online-store}
  table: {kind: prediction-store}
  late: {kind: fallback}
  log: {kind: event-log}
  record: {kind: prediction-log}
  lake: {kind: lake}
  offline: {kind: offline-store}
  privacy: {kind: privacy-service}
  crm: {kind: source-db}
  review: {kind: review-queue}
  rules: {kind: business-rules}
  decide: {kind: decision-engine}
  nightly: {kind: batch-scorer}
  fill: {kind: materializer}
  clock: {kind: orchestrator}
  notes: {kind: notebook}
  repo: {kind: code-repository}
  ci: {kind: ci-pipeline}
  deploy: {kind: deployer}
  dead: {kind: dead-letter-queue}
  builder: {kind: index-builder}
  train: {kind: trainer}
flows:
  calls:
    - app -> gate -> find -> ann, bureau: request
    - gate -> app: response
    - bureau -> gate: request
  lookups:
    - find -> gate: candidates
    - online -> gate: feature-values
  streams:
    - app -> log: event
    - log -> late, record, dead: event
    - decide -> log, record, app, desk: decision
    - decide -> review: review-task
    - desk -> app: review-task
    - nightly -> decide: prediction
  batches:
    - lake -> offline -> online: feature-table
    - nightly -> fill -> table: prediction
    - offline -> builder: feature-table
    - builder -> ann: index
  control:
    - rules -> app, desk, nightly: policy
    - clock -> nightly, train, fill: trigger
    - privacy -> crm, bureau: policy
    - privacy -> crm: event
    - review -> deploy: decision
    - notes -> deploy: model
    - notes -> repo -> ci -> deploy: trigger
    - ci -> deploy: metric
    - deploy -> nightly, gate: policy
    - deploy -> nightly: model
"""


def test_what_the_briefs_say_is_of_the_right_types() -> None:
    told = [line for line in faults(SAID_IN_BRIEFS).splitlines() if "DK030" in line]

    assert told == []


CASES_FOR_PEOPLE = """\
components:
  rules: {kind: business-rules}
  score: {kind: model-server}
  why: {kind: explainer}
  chance: {kind: exploration-policy}
  desk: {kind: review-queue}
  agree: {kind: consent-service}
  collect: {kind: event-collector}
flows:
  streams:
    - rules -> desk: review-task
    - score -> why: prediction
    - why -> desk: explanation
  control:
    - chance -> desk: policy
    - agree -> collect: policy
"""


def test_people_get_cases_of_rules_by_chance_and_with_reasons() -> None:
    told = [line for line in faults(CASES_FOR_PEOPLE).splitlines() if "DK030" in line]

    assert told == []


def test_metrics_and_audit_records_may_come_from_anywhere() -> None:
    text = """\
components:
  gateway: {kind: gateway}
  app: {kind: client}
  watch: {kind: monitor}
flows:
  calls: [app -> gateway: request]
  streams: [gateway -> watch: metric]
"""
    assert faults(text) == ""


def test_what_is_measured_on_devices_is_judged_with_the_rest() -> None:
    text = """\
components:
  build: {kind: dataset-builder}
  train: {kind: trainer}
  bench: {kind: device}
  test: {kind: evaluator}
flows:
  batches:
    - build -> train, test: dataset
  control:
    - train -> test -> bench: model
    - bench -> test: metric
"""
    told = [line for line in faults(text).splitlines() if "DK03" in line]

    assert [line for line in told if "build" not in line] == []


def test_a_missing_input_is_told_with_who_could_give_it() -> None:
    text = """\
components:
  registry: {kind: model-registry}
  train: {kind: trainer}
  score: {kind: model-server}
  log: {kind: event-log}
  store: {kind: online-store}
  predictions: {kind: prediction-log}
flows:
  lookups: [store -> score: feature-values]
  streams: [score -> predictions: prediction]
  control: [train -> registry: model]
  batches: [log -> train: none]
"""
    assert faults(text) == snapshot("""\
7:3-8 error DK031 score gets no model, which model-server needs
    model can come from registry, train
8:3-6 error DK031 log gets no event, which event-log needs
    event can come from predictions\
""")


def test_what_only_hands_on_what_it_gets_is_no_way_out() -> None:
    text = """\
components:
  registry: {kind: model-registry}
  flags: {kind: deployer}
  idle: {kind: deployer}
  score: {kind: model-server}
  watch: {kind: monitor}
flows:
  streams: [score -> watch: prediction]
  control: [registry -> flags -> score: model, idle -> watch: metric]
"""
    told = [d.help for d in load_text(HEAD + text).diagnostics if d.code == "DK031"]

    assert told == [
        "nothing in this design gives model",
        "model, policy or index can come from registry, flags",
    ]


def test_a_flow_of_a_wrong_type_is_not_also_a_missing_input() -> None:
    text = """\
components: {index: {kind: inverted-index}, build: {kind: index-builder}}
flows: {batches: [build -> index: candidates]}
"""
    assert [f.code for f in load_text(HEAD + text).diagnostics] == ["DK030", "DK030"]


def test_components_that_wait_for_each_other_are_told_once() -> None:
    text = """\
components:
  app: {kind: client}
  a: {kind: gateway}
  b: {kind: gateway}
  c: {kind: gateway}
flows:
  calls:
    - app -> a -> b: request
    - b -> c -> a: request
    - c -> c: request
"""
    assert faults(text) == snapshot("""\
11:7-20 error DK032 these wait for each other: a -> b -> c -> a
    break it with a cache or a stream, or make one an answer\
""")


def test_a_stream_closes_no_synchronous_circle() -> None:
    text = """\
components: {app: {kind: client}, gateway: {kind: gateway}}
flows: {calls: [app -> gateway: request], streams: [gateway -> app: metric]}
"""
    assert "DK032" not in faults(text)


def test_a_component_without_flows_is_an_orphan_unless_there_are_none_at_all() -> None:
    components = (
        "components: {app: {kind: client}, gateway: {kind: gateway}, x: {kind: lake}}\n"
    )

    assert faults(components) == ""
    assert faults(
        components + "flows: {calls: [app -> gateway: request]}\n"
    ) == snapshot("""\
4:61-62 warning DK033 x has no flows
    connect it or delete it\
""")


def test_to_cover_and_to_be_covered_is_a_connection() -> None:
    text = """\
components:
  app: {kind: client}
  gateway: {kind: gateway}
  vault: {kind: lake, name: The vault}
  notes: {kind: lake}
  privacy: {kind: privacy-service, covers: [the vault]}
flows: {calls: [app -> gateway: request]}
"""

    assert faults(text) == snapshot("""\
8:3-8 warning DK033 notes has no flows
    connect it or delete it\
""")
    assert faults(text.replace("the vault]", "nobody]")).count("DK033") == 3


def test_what_is_written_twice_is_told_at_the_first() -> None:
    text = """\
components: {app: {kind: client}, log: {kind: event-log}}
flows:
  streams:
    - app -> log: event
    - app -> log: {carries: event, note: again}
    - app -> log
    - app -> log
"""
    assert faults(text) == snapshot("""\
7:7-17 warning DK034 app -> log: event is written 2 times
    keep one of them
9:7-17 warning DK034 app -> log is written 2 times
    keep one of them\
""")


def test_what_is_missing_is_not_looked_for_where_something_was_left_out() -> None:
    text = """\
components: {app: {kind: client}, index: {kind: inverted-index}, x: {kind: lake}}
flows: {calls: [app -> index: request, ap -> index: index]}
"""
    assert [f.code for f in load_text(HEAD + text).diagnostics] == ["DK021"]


def test_a_design_of_a_thousand_components_is_wired_at_once() -> None:
    names = [f"g{number}" for number in range(1000)]
    components = "".join(f"  {name}: {{kind: gateway}}\n" for name in names)
    chain = pairwise(["app", *names])
    calls = "".join(f"    - {one} -> {next}: request\n" for one, next in chain)
    text = f"components:\n  app: {{kind: client}}\n{components}flows:\n  calls:\n"

    assert faults(f"{text}{calls}") == ""
    assert faults(f"{text}{calls}    - g999 -> g0: request\n").count("DK032") == 1


def test_a_model_of_others_is_brought_by_nobody() -> None:
    text = """\
components:
  app: {kind: client}
  files: {kind: model-registry}
  encode: {kind: model-server}
  rank: {kind: model-server}
models:
  encoder: {served-by: encode, pretrained: MiniLM, trained-by: none}
flows:
  calls: [app -> encode: request, app -> rank: request]
  control: [files -> encode: model]
"""
    assert faults(text) == snapshot("""\
8:3-7 error DK031 rank gets no model, which model-server needs
    model can come from files\
""")


def test_a_registry_that_serves_a_model_of_ours_too_needs_that_one() -> None:
    text = """\
components:
  files: {kind: model-registry}
  encode: {kind: model-server}
models:
  encoder: {served-by: encode, pretrained: MiniLM, trained-by: none}
  ranker: {served-by: encode}
flows:
  control: [files -> encode: model]
"""
    assert faults(text) == snapshot("""\
5:3-8 error DK031 files gets no model, which model-registry needs
    nothing in this design gives model\
""")


def test_whoever_reads_by_a_lookup_has_asked() -> None:
    text = """\
components:
  registry: {kind: model-registry}
  roads: {kind: routing-engine}
  idle: {kind: routing-engine}
  score: {kind: model-server}
  watch: {kind: monitor}
flows:
  lookups: [roads -> score: feature-values]
  streams:
    - score, idle -> watch: prediction
  control: [registry -> score: model]
"""
    told = [d.message for d in load_text(HEAD + text).diagnostics]

    assert told == [
        "registry gets no model, which model-registry needs",
        "idle gets no request, which routing-engine needs",
    ]


def test_a_first_stage_asks_the_next_and_lets_some_through() -> None:
    text = """\
components:
  app: {kind: client}
  gate: {kind: gateway}
  log: {kind: event-log}
  train: {kind: trainer}
  cheap: {kind: model-server}
  dear: {kind: model-server}
  chance: {kind: exploration-policy}
  plan: {kind: optimizer}
  desk: {kind: person}
flows:
  calls: [app -> gate -> cheap -> dear: request]
  streams:
    - gate -> log: event
    - dear -> plan: prediction
    - plan -> desk: review-task
  control:
    - chance -> cheap: policy
    - train -> cheap, dear: model
"""
    told = [d.message for d in load_text(HEAD + text).diagnostics]

    assert told == ["train gets no dataset, which trainer needs"]
