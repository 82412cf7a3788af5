from designkit.checks.rules.completeness.no_eval_gate import no_eval_gate
from tests.rule_examples import told


def test_no_evaluator_at_all_is_one_fault_for_all_trainers() -> None:
    design = """\
components:
  rank: {kind: model-server}
  train: {kind: trainer}
  other: {kind: trainer}
flows:
  control:
    - train, other -> rank: model
"""

    assert told(design, no_eval_gate) == [
        "3 error: no evaluator measures the models of train and other"
    ]


def test_each_server_that_a_way_past_the_gate_reaches_is_named() -> None:
    design = """\
components:
  train: {kind: trainer}
  evaluate: {kind: evaluator}
  deploy: {kind: deployer}
  rank: {kind: model-server}
  nightly: {kind: batch-scorer}
  encode: {kind: model-server}
flows:
  control:
    - train -> evaluate -> encode: model
    - train -> deploy: model
    - deploy -> rank, nightly: model
"""

    assert told(design, no_eval_gate) == [
        "5 error: models of train reach rank past evaluate",
        "6 error: models of train reach nightly past evaluate",
    ]
