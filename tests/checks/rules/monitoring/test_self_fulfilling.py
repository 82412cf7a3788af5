"""When a model learns from what it caused."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.monitoring.self_fulfilling import self_fulfilling
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: reranker}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}

flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - app -> join: event
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot(
                [
                    "5 warning: labels come from behaviour that rank caused: "
                    "nothing is shown by chance, and no slot or propensity is "
                    "logged"
                ]
            ),
            id="nothing is logged",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: reranker}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  shown: {kind: prediction-log}
flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - app -> join: event
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot(
                [
                    "5 info: labels come from behaviour that rank caused: "
                    "nothing is shown by chance, and no slot or propensity is "
                    "logged"
                ]
            ),
            id="a log that does not say what it keeps",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: reranker}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  shown: {kind: prediction-log, fields: [score]}
flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - app -> join: event
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot(
                [
                    "5 warning: labels come from behaviour that rank caused: "
                    "nothing is shown by chance, and no slot or propensity is "
                    "logged"
                ]
            ),
            id="a log without place or propensity",
        ),
        pytest.param(
            """\
tier: 1
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: reranker}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  shown: {kind: prediction-log, fields: [score]}
flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - app -> join: event
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot(
                [
                    "6 error: labels come from behaviour that rank caused: "
                    "nothing is shown by chance, and no slot or propensity is "
                    "logged"
                ]
            ),
            id="where much hangs on it",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: reranker}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  shown: {kind: prediction-log, fields: [slot]}
flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - app -> join: event
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot([]),
            id="the place is logged",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: reranker}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  explore: {kind: exploration-policy}
flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - app -> join: event
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot([]),
            id="chance decides now and then",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: reranker}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}
  raters: {kind: human-labeling}
flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - raters -> join: label
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot([]),
            id="labels come from raters",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  rank: {kind: model-server}
  page: {kind: gateway}
  join: {kind: label-joiner}
  dataset: {kind: dataset-builder}
  train: {kind: trainer}

flows:
  calls:
    - app -> rank: request
    - rank -> page: prediction
    - page -> app: response
  batches:
    - app -> join: event
    - join -> dataset: label
    - dataset -> train: dataset
    - train -> rank: model
""",
            snapshot([]),
            id="nothing is chosen among",
        ),
    ],
)
def test_behaviour_that_the_model_caused_is_no_evidence(
    text: str, expected: list[str]
) -> None:
    assert told(text, self_fulfilling) == expected


@pytest.mark.parametrize(("method", "count"), [("human", 0), ("natural", 1)])
def test_what_people_judge_is_no_behaviour(method: str, count: int) -> None:
    label = f"problem: {{label: {{method: {method}}}}}\n"

    assert len(told(self_fulfilling.page.bad + label, self_fulfilling)) == count
