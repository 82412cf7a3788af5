from designkit.case import Case
from designkit.request_path import awaited, has_requests, is_live, read_live, requests
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


def case() -> Case:
    design = load_text(TEXT, "example.yaml").design
    assert design is not None
    return Case(design)


def test_a_chain_of_lookups_is_waited_for_to_its_end():
    assert sorted(awaited(case())) == [
        "ann",
        "app",
        "encode",
        "gateway",
        "online",
        "score",
    ]


def test_only_calls_of_clients_are_requests():
    assert [(number, flow.ends) for number, flow in requests(case())] == [
        (0, ("app", "gateway"))
    ]
    assert has_requests(case())


def test_a_feature_is_read_live_where_its_models_run_live_or_may():
    found = case()

    read = [id for id, f in found.design.features.items() if read_live(found, f)]
    assert is_live(found)
    assert read == ["a", "c", "d"]
