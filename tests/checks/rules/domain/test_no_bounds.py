"""What holds an arrival time."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.no_bounds import no_bounds
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine}
  route: {kind: routing-engine}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
""",
            snapshot(
                [
                    "3 warning: eta is quoted as it comes: no bounds hold it, "
                    "and no routing-engine stands in for it"
                ]
            ),
            id="thresholds not said",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine, thresholds: none}
  route: {kind: routing-engine}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
""",
            snapshot(
                [
                    "3 error: eta is quoted as it comes: no bounds hold it, and "
                    "no routing-engine stands in for it"
                ]
            ),
            id="thresholds refused",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine, thresholds: [5 min..3 h]}
  route: {kind: routing-engine}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
""",
            snapshot([]),
            id="thresholds",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine}
  route: {kind: routing-engine}
models: {eta: {served-by: eta, bounds: road time to three times it}}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
""",
            snapshot([]),
            id="the model says how",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine, thresholds: none}
  route: {kind: routing-engine}
models: {eta: {served-by: eta, algorithm: clipped residual}}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
""",
            snapshot(
                [
                    "3 warning: eta is quoted as it comes: no bounds hold it, and "
                    "no routing-engine stands in for it"
                ]
            ),
            id="words of a model are no bounds",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine, thresholds: none}
  route: {kind: routing-engine}
models: {eta: {served-by: eta, bounds: none}}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
""",
            snapshot(
                [
                    "3 error: eta is quoted as it comes: no bounds hold it, and "
                    "no routing-engine stands in for it"
                ]
            ),
            id="the model says that it has none",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine}
  route: {kind: routing-engine}
  fallback: {kind: fallback}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
    - route -> fallback: prediction
""",
            snapshot([]),
            id="a routing engine behind it",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  promise: {kind: decision-engine}
  fallback: {kind: fallback}
  route: {kind: routing-engine}
flows:
  calls:
    - app -> eta: request
    - eta -> promise: prediction
    - promise -> app: response
""",
            snapshot(
                [
                    "3 warning: eta is quoted as it comes: no bounds hold it, "
                    "and no routing-engine stands in for it"
                ]
            ),
            id="a fallback without a road",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  eta: {kind: model-server}
  route: {kind: routing-engine}
""",
            snapshot([]),
            id="nobody is told",
        ),
        pytest.param(
            """\
components:
  app: {kind: client}
  risk: {kind: model-server}
  decide: {kind: decision-engine, thresholds: none}
flows:
  calls:
    - app -> risk: request
    - risk -> decide: prediction
    - decide -> app: response
""",
            snapshot([]),
            id="no road holds it",
        ),
    ],
)
def test_an_arrival_time_is_held_by_something(text: str, expected: list[str]) -> None:
    assert told(text, no_bounds) == expected
