from designkit.checks.rules.labels.feature_after_outcome import feature_after_outcome
from tests.rule_examples import told

TEXT = """\
components:
  score: {kind: model-server}
features:
  a: {entity: user}
  b: {entity: user, online-by: score}
  c: {entity: user, available-at: before}
"""


def test_what_is_served_is_known_in_time_and_the_rest_is_asked_about_once():
    assert told(TEXT, feature_after_outcome) == [
        "4 info: nothing says when the value of a is known"
    ]


def test_many_unsaid_features_are_counted():
    more = "".join(f"  f{n}: {{entity: user}}\n" for n in range(3))

    assert told(TEXT + more, feature_after_outcome) == [
        "4 info: nothing says when the value of 4 features is known"
    ]
