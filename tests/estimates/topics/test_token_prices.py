"""What models cost that are billed by the token."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told
from tests.language_designs import LOOP, OWN, RENTED

KEPT = RENTED.replace("    cache-min", "    cache-ttl: 5 min\n    cache-min")


def test_a_call_pays_for_what_it_reads_and_writes() -> None:
    """(6,000 * 2 + 400 * 10) / 10^6 = 0.016; twice a request, five requests a task."""
    found = estimated(RENTED)

    assert told(found, "token-prices.main.call") == (
        "(input tokens * input price + output tokens * output price) / 10^6",
        "(6 k * 2 USD + 400 * 10 USD) / 10^6",
        "0.016 USD",
    )
    assert figure(found, "token-prices.request").value == pytest.approx(0.032)
    assert figure(found, "token-prices.task").value == pytest.approx(0.16)
    assert figure(found, "token-prices.task-share").value == pytest.approx(1.6)


def test_a_beginning_that_is_kept_costs_a_tenth() -> None:
    """10 calls a second find it kept: 2,000 * 2 + 4,000 * 0.2 + 400 * 10 = 8,800."""
    found = estimated(KEPT)

    assert figure(found, "token-prices.main.prefix-hits").value == pytest.approx(1)
    assert figure(found, "token-prices.main.call").value == pytest.approx(0.0088)


def test_a_beginning_may_be_too_short_to_be_kept() -> None:
    short = KEPT.replace("cache-min: 1024", "cache-min: 8 k")

    assert figure(estimated(short), "token-prices.main.call").text == "0.016 USD"
    assert "token-prices.main.prefix-hits" not in of_topic(
        estimated(short), "token-prices"
    )


def test_a_loop_reads_for_the_price_of_what_is_kept() -> None:
    """40,300 * 2.5 + 442,700 * 0.2 + 4,000 * 10 = 229,290, for a million."""
    found = estimated(LOOP)

    assert figure(found, "token-prices.task").value == pytest.approx(0.22929)
    assert figure(found, "token-prices.task-share").value == pytest.approx(1.14645)
    success = figure(found, "token-prices.success").value
    assert success == pytest.approx(0.22929 / 0.6)


def test_a_loop_that_keeps_nothing_pays_for_all() -> None:
    """483,000 * 2 + 4,000 * 10 = 1,006,000."""
    whole = LOOP.replace("cached-input: 0.2 USD, ", "")

    assert figure(estimated(whole), "token-prices.task").value == pytest.approx(1.006)


def test_a_price_that_is_not_stated_is_named() -> None:
    unsaid = RENTED.replace(", output: 10 USD", "")

    assert lacking(estimated(unsaid), "token-prices.main.call") == (
        "needs components.main.price.output (price of a million tokens)"
    )


def test_a_task_has_turns() -> None:
    unsaid = RENTED.replace(", turns-per-task: 5", "")

    assert lacking(estimated(unsaid), "token-prices.task") == (
        "needs workload.turns-per-task (messages of the user in one task)"
    )


def test_an_own_model_has_no_price_of_tokens() -> None:
    assert of_topic(estimated(OWN), "token-prices") == []


def test_work_that_nobody_waits_for_costs_less() -> None:
    """(1,600 * 0.4 + 80 * 2) / 10^6 * (1 - 50%)."""
    text = """
components:
  teacher: {kind: weak-labeler}
  large:
    kind: hosted-model
    input-tokens: {p50: 1600}
    output-tokens: {p50: 80}
    price: {input: 0.40 EUR, output: 2 EUR}
    batch-discount: 50%
flows:
  batches: [teacher -> large: prompt, large -> teacher: completion]
"""
    waited = text.replace("batches", "calls")

    assert figure(estimated(text), "token-prices.large.call").value == pytest.approx(
        0.0004
    )
    assert figure(estimated(waited), "token-prices.large.call").value == pytest.approx(
        0.0008
    )
