from designkit.checks.rules.completeness.no_feature_store import no_feature_store
from tests.rule_examples import told


def test_it_names_the_features_that_nothing_keeps() -> None:
    design = """\
components:
  velocity: {kind: stream-transform}
  profile: {kind: batch-transform}
  copy: {kind: materializer}
"""

    assert told(design, no_feature_store) == [
        "1 error: feature store is missing: "
        "nothing keeps the features of velocity and profile"
    ]


def test_one_store_is_a_feature_store() -> None:
    design = (
        "components: {sums: {kind: stream-transform}, kept: {kind: online-store}}\n"
    )

    assert told(design, no_feature_store) == []
