"""Jobs that are sent nothing to work on."""

import pytest

from designkit.checks.rules.wiring.nothing_to_work_on import nothing_to_work_on
from tests.rule_examples import told


def design(kind: str, flow: str) -> str:
    return f"""\
components:
  log: {{kind: event-log}}
  job: {kind}
  train: {{kind: trainer}}
  store: {{kind: online-store}}
  score: {{kind: model-server}}
flows:
  batches:
    - {flow}
    - job -> train
"""


@pytest.mark.parametrize(
    ("kind", "flow", "wanted"),
    [
        ("{kind: calibrator}", "train -> job: model", "dataset"),
        (
            "{kind: embedding-job}",
            "train -> job: model",
            "raw-table, feature-table or event",
        ),
        (
            "{kind: experiment-analysis}",
            "log -> job: assignment",
            "event, raw-table, metric or prediction",
        ),
        (
            "{kind: materializer}",
            "log -> job: feature-def",
            "feature-table or embedding",
        ),
    ],
)
def test_what_only_steers_is_nothing_to_work_on(
    kind: str, flow: str, wanted: str
) -> None:
    assert told(design(kind, flow), nothing_to_work_on) == [
        f"3 warning: job gets nothing to work on: no {wanted} arrives"
    ]


def test_a_monitor_that_only_raises_alerts_is_found() -> None:
    text = """\
components:
  watch: {kind: monitor}
  pager: {kind: alert-manager}
  log: {kind: event-log}
  store: {kind: online-store}
  score: {kind: model-server}
  train: {kind: trainer}
flows: {control: [watch -> pager: alert]}
"""

    assert told(text, nothing_to_work_on) == [
        "2 warning: watch gets nothing to work on: no event, raw-table, dataset, label, "
        "metric, prediction, decision, feature-values or feature-table arrives"
    ]


@pytest.mark.parametrize(
    ("kind", "flow"),
    [
        pytest.param("{kind: calibrator}", "log -> job: dataset", id="data"),
        pytest.param("{kind: calibrator}", "log -> job", id="what is not said"),
        pytest.param(
            "{kind: calibrator, method: sampling-correction}",
            "train -> job: model",
            id="a known rate needs no data",
        ),
        pytest.param("{kind: lake}", "train -> job: metric", id="another kind"),
    ],
)
def test_what_may_have_data_is_quiet(kind: str, flow: str) -> None:
    assert told(design(kind, flow), nothing_to_work_on) == []


def test_a_part_of_a_sketch_without_flows_is_quiet() -> None:
    assert told("components: {watch: {kind: monitor}}\n", nothing_to_work_on) == []


def test_a_whole_stage_that_is_missing_is_said_by_another_rule() -> None:
    text = design("{kind: materializer}", "train -> job: feature-def")

    assert (
        told(text.replace("  store: {kind: online-store}\n", ""), nothing_to_work_on)
        == []
    )


@pytest.mark.parametrize(
    ("kind", "flow"),
    [
        ("{kind: embedding-job}", "parse -> job: passages"),
        ("{kind: index-builder}", "parse -> job: passages"),
        ("{kind: monitor}", "traces -> job: trace"),
    ],
)
def test_what_language_models_read_and_write_is_worked_on(kind: str, flow: str) -> None:
    texts = "  parse: {kind: document-parser}\n  traces: {kind: prediction-log}\nflows:"
    text = design(kind, flow).replace("flows:", texts)

    assert told(text, nothing_to_work_on) == []
