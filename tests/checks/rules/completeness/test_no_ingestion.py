import pytest

from designkit.checks.rules.completeness.no_ingestion import no_ingestion
from tests.rule_examples import told

MISSING = ["1 error: data ingestion is missing: nothing brings in or keeps data"]
DESIGN = """\
components: {encode: {kind: model-server}%s}
models: {encoder: {served-by: encode, pretrained: MiniLM, trained-by: %s}}
"""


@pytest.mark.parametrize(
    ("others", "trained_by", "more", "expected"),
    [
        pytest.param("", "none", "", [], id="it reads its request alone"),
        pytest.param(
            ", tune: {kind: trainer}", "tune", "", MISSING, id="it is tuned here"
        ),
        pytest.param(
            ", store: {kind: online-store}", "none", "", MISSING, id="it reads a store"
        ),
        pytest.param(
            "",
            "none",
            "features: {age: {dtype: int64}}\n",
            MISSING,
            id="it reads features",
        ),
        pytest.param(
            ", index: {kind: ann-index}",
            "none",
            "flows: {lookups: [index -> encode: candidates]}\n",
            MISSING,
            id="it searches what somebody must have brought in",
        ),
    ],
)
def test_a_model_of_others_that_reads_its_request_needs_no_data(
    others: str, trained_by: str, more: str, expected: list[str]
) -> None:
    assert told(DESIGN % (others, trained_by) + more, no_ingestion) == expected


@pytest.mark.parametrize(
    ("devices", "other", "expected"),
    [
        pytest.param(", clients-per-round: 500", "", [], id="data stay on devices"),
        pytest.param("", "", MISSING, id="data are brought somehow"),
        pytest.param(
            ", clients-per-round: 500",
            ", train: {kind: trainer}",
            MISSING,
            id="another model is not trained so",
        ),
    ],
)
def test_what_is_trained_on_devices_alone_needs_no_data(
    devices: str, other: str, expected: list[str]
) -> None:
    design = f"components: {{learn: {{kind: trainer{devices}}}{other}}}\n"

    assert told(design, no_ingestion) == expected


AGENT = """\
components:
  app: {kind: client}
  ask: {kind: agent}
  model: {kind: hosted-model}
  notes: {kind: session-memory}
  traces: {kind: prediction-log}
  cases: {kind: dataset-builder, purpose: test}
  facts: {kind: online-store}
flows:
  calls: [app -> ask: request, ask -> model: prompt / completion]
  lookups: [notes -> ask: passages]
  streams: [ask -> traces: trace]
  batches: [traces -> cases: trace]
"""


def test_an_agent_reads_what_was_said_and_is_judged_by_what_it_did() -> None:
    reading = AGENT.replace("notes -> ask: passages", "facts -> ask: feature-values")
    searching = AGENT.replace("facts: {kind: online-store}", "i: {kind: ann-index}")

    assert (
        told(AGENT.replace("  facts: {kind: online-store}\n", ""), no_ingestion) == []
    )
    assert told(reading, no_ingestion) == MISSING
    assert told(searching, no_ingestion) == MISSING
