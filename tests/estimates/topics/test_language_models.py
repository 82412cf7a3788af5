"""Language models on own cards: 70.6e9 parameters in fp8 on an H200."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told
from tests.language_designs import OWN


def value(yaml: str, id: str) -> float:
    return figure(estimated(yaml), f"language-models.llm.{id}").value


def test_memory_holds_weights_and_sequences() -> None:
    """141 GB * 90% - 70.6 GB = 56.3 GB; 163,840 B * 4,850 = 795 MB; 70 of them."""
    found = estimated(OWN)

    assert told(found, "language-models.llm.weights") == (
        "parameters * bytes in fp8",
        "70.6 bn * 1",
        "70.6 GB",
    )
    assert value(OWN, "token") == 163_840
    assert value(OWN, "sequences") == 70
    assert value(OWN, "batch-share") == pytest.approx(64 / 70)
    assert value(OWN, "weights-share") == pytest.approx(70.6 / 126.9)


def test_a_peak_reads_half_of_the_time() -> None:
    """240 k / 86,400 * 4 / 12 = 0.926/s, of which each reads 3,500 new tokens."""
    assert value(OWN, "rate") == pytest.approx(0.925926, rel=1e-6)
    assert value(OWN, "prefill") == pytest.approx(0.524943, rel=1e-6)
    assert value(OWN, "reading") == pytest.approx(0.4861, rel=1e-4)
    assert value(OWN, "running") == pytest.approx(15.47, rel=1e-3)
    assert value(OWN, "per-token") == pytest.approx(0.04775, rel=1e-3)
    assert value(OWN, "per-token-share") == pytest.approx(0.955, rel=1e-3)


def test_without_a_prefix_cache_a_prompt_is_read_whole() -> None:
    whole = OWN.replace("prefix-cache: true", "prefix-cache: false")

    assert value(whole.replace("replicas: 12", "replicas: 14"), "per-token") == (
        pytest.approx(0.0518, rel=1e-3)
    )
    assert value(whole.replace("replicas: 12", "replicas: 16"), "per-token") == (
        pytest.approx(0.0438, rel=1e-3)
    )


def test_a_full_batch_has_a_speed() -> None:
    """(70.6 GB + 64 * 4,675 * 163,840 B) / (4.8 TB/s * 70%) = 35.6 ms."""
    assert value(OWN, "step") == pytest.approx(0.0356015, rel=1e-5)
    assert value(OWN, "tokens") == pytest.approx(64 / 0.0356015, rel=1e-5)


def test_a_replica_that_cannot_keep_up_is_told() -> None:
    few = OWN.replace("replicas: 12", "replicas: 5")

    assert lacking(estimated(few), "language-models.llm.per-token").startswith(
        "reading prompts takes more time than there is"
    )


def test_reading_and_writing_on_their_own_cards_are_left_out() -> None:
    apart = OWN.replace("batch-max: 64", "disaggregated: true")

    assert of_topic(estimated(apart), "language-models") == [
        "language-models.llm.weights",
        "language-models.llm.weights-share",
        "language-models.llm.token",
        "language-models.llm.sequences",
        "language-models.llm.prefill",
    ]


def test_a_format_of_numbers_is_known_or_told() -> None:
    odd = OWN.replace("\n    precision: fp8", "\n    precision: tiny")
    unsaid = OWN.replace("\n    precision: fp8", "")

    assert lacking(estimated(odd), "language-models.llm.weights") == (
        "components.llm.precision is 'tiny'; bytes are known of fp32, tf32, bf16, "
        "fp16, fp8, int8, int4, fp4"
    )
    assert lacking(estimated(unsaid), "language-models.llm.weights") == (
        "needs components.llm.precision (number format of the weights, such as fp8)"
    )


def test_a_server_that_states_no_parameters_has_no_figures() -> None:
    silent = OWN.replace("    parameters: 70.6 bn\n", "")

    assert of_topic(estimated(silent), "language-models") == []


def test_a_draft_model_is_left_out_of_the_speed_and_told() -> None:
    drafted = OWN.replace("prefix-cache", "draft-model: 1B\n    prefix-cache")
    plain, told_of = (
        figure(estimated(text), "language-models.llm.step") for text in (OWN, drafted)
    )

    assert told_of.value == plain.value
    assert told_of.note == (
        f"{plain.note} Without what its draft model saves, which a full batch hardly "
        "feels."
    )
