from designkit.analysis.facts import Facts
from designkit.analysis.request_path import (
    awaited,
    critical_steps,
    has_requests,
    least_time,
    own_p99,
    read_live,
    requests,
    shown_steps,
    summed_steps,
)
from designkit.source.loader import load_text

TEXT = """\
designkit: 1
name: Example
system: generic
components:
  app: {kind: client}
  gateway: {kind: gateway}
  score: {kind: model-server}
  encode: {kind: model-server}
  ann: {kind: ann-index}
  online: {kind: online-store}
  load: {kind: materializer}
  nightly: {kind: batch-scorer}
flows:
  calls:
    - app -> gateway -> score: request
    - score -> app: response
  lookups:
    - encode -> ann: embedding
    - ann -> score: candidates
    - online -> encode: feature-values
  streams:
    - app -> gateway: request
  batches:
    - load -> online: feature-values
models:
  ranker: {served-by: score}
  scores: {served-by: nightly}
  sketch: {output: score}
features:
  a: {used-by: ranker}
  b: {used-by: scores}
  c: {used-by: [scores, sketch]}
  d: {entity: user}
"""


def facts(text: str = TEXT) -> Facts:
    design = load_text(text, "example.yaml").design
    assert design is not None
    return Facts(design)


def test_a_chain_of_lookups_is_waited_for_to_its_end():
    assert sorted(awaited(facts())) == [
        "ann",
        "app",
        "encode",
        "gateway",
        "online",
        "score",
    ]


def test_only_calls_of_clients_are_requests():
    assert [(number, flow.ends) for number, flow in requests(facts())] == [
        (0, ("app", "gateway"))
    ]
    assert has_requests(facts())


def test_a_feature_is_read_live_where_its_models_run_live_or_may():
    found = facts()

    read = [id for id, f in found.design.features.items() if read_live(found, f)]
    assert read == ["a", "c", "d"]


TIMED = TEXT.replace(
    "score: {kind: model-server}",
    "score: {kind: model-server, latency: {p50: 5 ms, p99: 10 ms..20 ms}}",
)


def test_the_steps_of_a_request_come_in_its_order_with_their_times():
    steps = critical_steps(facts(TIMED))

    assert [step.id for step in steps] == ["app", "gateway", "score"]
    assert [own_p99(step) for step in steps] == [0.0, 0.0, 0.02]
    assert shown_steps(steps) == "score 20 ms"


def test_a_request_of_unknown_times_has_no_steps():
    assert critical_steps(facts()) == ()


def test_the_least_that_steps_take_counts_the_low_ends():
    text = TEXT.replace(
        "{kind: gateway}", "{kind: gateway, latency: {p99: 2 ms..9 ms}}"
    )
    text = text.replace(
        "{kind: model-server}", "{kind: model-server, latency: {p99: 8 ms}}", 1
    )
    parts = facts(text).design.components
    steps = [parts[id] for id in ("app", "gateway", "score", "online")]

    assert least_time(steps) == 0.01
    assert summed_steps(steps) == "gateway 2 ms..9 ms + score 8 ms"
