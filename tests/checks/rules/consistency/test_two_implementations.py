import pytest

from designkit.checks.rules.consistency.two_implementations import two_implementations
from tests.rule_examples import told

TEXT = """\
components:
  batch: {kind: batch-transform%s}
  stream: {kind: stream-transform%s}
  load: {kind: materializer}
  score: {kind: model-server}
  nightly: {kind: batch-scorer}
features:
"""
TWICE = (
    "%s: it is worked out twice, by batch%s for training and by stream%s for serving"
)


def found(feature: str, batch: str = "", stream: str = "", more: str = "") -> list[str]:
    text = TEXT % (batch, stream) + f"  it: {{{feature}}}\n{more}"
    return [line.partition("; ")[0] for line in told(text, two_implementations)]


BOTH = "offline-by: batch, online-by: stream"


@pytest.mark.parametrize(
    ("batch", "stream", "expected"),
    [
        pytest.param(
            ", language: SQL",
            ", language: Java",
            [TWICE % ("8 warning", " (SQL)", " (Java)")],
            id="two languages",
        ),
        pytest.param(
            ", code: a.py",
            ", code: b.py",
            [TWICE % ("8 warning", " (a.py)", " (b.py)")],
            id="two pieces of code",
        ),
        pytest.param("", "", [TWICE % ("8 info", "", "")], id="nobody says"),
        pytest.param(
            ", language: SQL",
            ", language: SQL",
            [TWICE % ("8 info", " (SQL)", " (SQL)")],
            id="one language, perhaps two pieces of code",
        ),
        pytest.param(", code: a.py", ", code: a.py", [], id="one piece of code"),
    ],
)
def test_two_makers_share_their_code(batch: str, stream: str, expected: list[str]):
    assert found(BOTH, batch, stream) == expected


@pytest.mark.parametrize(
    ("feature", "more"),
    [
        pytest.param("offline-by: batch, online-by: load", "", id="a copy"),
        pytest.param("offline-by: stream, online-by: stream", "", id="one maker"),
        pytest.param(f"{BOTH}, parity: replayed nightly", "", id="shown to agree"),
        pytest.param(BOTH, "datasets: {rows: {join: logged}}\n", id="logged"),
        pytest.param(
            f"{BOTH}, used-by: sums",
            "models: {sums: {served-by: nightly}}\n",
            id="read by a batch job",
        ),
    ],
)
def test_no_second_implementation_is_no_fault(feature: str, more: str):
    assert found(feature, more=more) == []


def test_one_dataset_that_is_not_logged_is_enough():
    datasets = "datasets: {rows: {join: logged}, old: {join: point-in-time}}\n"

    assert found(BOTH, more=datasets) == [TWICE % ("8 info", "", "")]
