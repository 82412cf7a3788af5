"""Which units keep shared couriers in one arm."""

import pytest
from inline_snapshot import snapshot

from designkit.checks.rules.domain.user_split_dispatch import user_split_dispatch
from tests.rule_examples import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
components:
  dispatch: {kind: optimizer}
  route: {kind: routing-engine}
""",
            snapshot([]),
            id="not tested",
        ),
        pytest.param(
            """\
components:
  dispatch: {kind: optimizer}
  route: {kind: routing-engine}
experiment: {primary: lateness}
""",
            snapshot(
                [
                    "4 warning: no unit is stated, and dispatch shares its couriers "
                    "among all arms"
                ]
            ),
            id="unit not said",
        ),
        pytest.param(
            """\
components:
  dispatch: {kind: optimizer}
  route: {kind: routing-engine}
experiment: {unit: none}
""",
            snapshot(
                [
                    "4 error: no unit is stated, and dispatch shares its couriers "
                    "among all arms"
                ]
            ),
            id="unit refused",
        ),
        pytest.param(
            """\
components:
  dispatch: {kind: optimizer}
  route: {kind: routing-engine}
  arms: {kind: experiment-service, unit: order}
""",
            snapshot(
                [
                    "4 warning: arms by order may share what dispatch gives out, and "
                    "nothing says within what they compete"
                ]
            ),
            id="by order, said by the service",
        ),
        pytest.param(
            """\
components:
  dispatch: {kind: optimizer}
  route: {kind: routing-engine}
experiment: {unit: zone, shared-within: zone}
""",
            snapshot([]),
            id="what they compete in is said",
        ),
        pytest.param(
            """\
components:
  dispatch: {kind: optimizer}
  route: {kind: routing-engine}
experiment: {unit: user, shared-within: none}
""",
            snapshot([]),
            id="they do not compete",
        ),
        pytest.param(
            """\
components:
  dispatch: {kind: optimizer}
  route: {kind: routing-engine}
experiment: {design: switchback, unit: order}
""",
            snapshot([]),
            id="a switchback",
        ),
        pytest.param(
            """\
components:
  eta: {kind: model-server}
experiment: {unit: user}
""",
            snapshot([]),
            id="nothing is shared",
        ),
        pytest.param(
            """\
components:
  batch: {kind: optimizer}
experiment: {unit: user}
""",
            snapshot([]),
            id="nothing is on the road",
        ),
    ],
)
def test_what_is_shared_stays_in_one_arm(text: str, expected: list[str]) -> None:
    assert told(text, user_split_dispatch) == expected
