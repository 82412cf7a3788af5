"""The way back from a release."""

from designkit.checks.rules.release.no_rollback import no_rollback
from tests.rule_examples import told


def test_an_unstated_rollback_is_a_question() -> None:
    assert told("components: {deploy: {kind: deployer}}\n", no_rollback) == [
        "1 warning: deploy does not say who takes a bad model back"
    ]


def test_a_design_that_releases_nothing_is_not_asked() -> None:
    assert told("components: {train: {kind: trainer}}\n", no_rollback) == []
