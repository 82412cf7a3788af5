"""Every formula is finite within its domain and refuses, with a reason, what is not."""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from inspect import signature

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from designkit.estimates.formulas import (
    agents,
    cache,
    context_budget,
    cost,
    decoding,
    drift,
    experiment,
    exposure,
    federated,
    fine_tuning,
    fleet,
    grounded_answers,
    jobs,
    judging,
    maturity,
    model_memory,
    ndcg,
    passages,
    prefix_cache,
    rare,
    rate_limits,
    ratio,
    reindexing,
    rented_or_own,
    similar_answers,
    solving,
    stepped_wedge,
    token_loop,
    token_streams,
    tokens_price,
    training,
    variance,
)

Formula = Callable[..., float]

ANY = (0, -1)  # above 0
NONE = (-1,)  # not below 0
COUNT = (0.5, 0, -1)  # from 1 on
STEPS = (1.5, 0, -1)  # from 2 on
FOUR = (3.5, 0, -1)  # from 4 on
SHARE = (-0.1, 1.1)  # from 0 to 1
PART = (0, 1.1)  # above 0, up to 1
RATE = (0, 1)  # between 0 and 1
EFFECT = (0,)  # whichever way, but some
SIGNED = (-1, 1)  # between -1 and 1

TEST = [(0.05, RATE), (0.8, RATE)]
"""A level and a power."""

DOMAINS: dict[Formula, list[tuple[float, Sequence[float]]]] = {
    federated.updates: [(500, NONE), (0.08, SHARE)],
    federated.traffic: [(1e3, NONE), (500, NONE), (2e7, NONE)],
    federated.ever_asked: [(4e6, COUNT), (500, NONE), (1e3, NONE)],
    fleet.download_time: [(2e7, NONE), (5e5, ANY), (0.2, PART)],
    fleet.sending_time: [(2e7, NONE), (4e4, NONE), (1e8, ANY)],
    fleet.sending_cost: [(8e11, NONE), (0.05, NONE)],
    training.training_time: [(2e9, NONE), (1, NONE), (9, ANY), (8, ANY), (0.9, PART)],
    training.training_cost: [(8, NONE), (1e-3, NONE), (60, NONE)],
    training.transformer_work: [(1e8, NONE), (1e10, NONE)],
    training.work_time: [(6e18, NONE), (1e15, ANY), (0.4, PART)],
    experiment.sample_size: [(0.1, RATE), (0.2, RATE), *TEST, (9, ANY)],
    experiment.rule_of_thumb: [(0.1, RATE), (-0.01, EFFECT)],
    experiment.sample_size_of_mean: [(30, ANY), (-1, EFFECT), *TEST, (9, ANY)],
    experiment.sample_size_of_margin: [(30, ANY), (-1, EFFECT), *TEST, (9, ANY)],
    experiment.smallest_effect: [(1e6, ANY), (0.05, RATE), *TEST, (9, ANY)],
    experiment.smallest_effect_on_mean: [(1e6, ANY), (30, ANY), *TEST, (9, ANY)],
    experiment.smallest_margin: [(1e6, ANY), (30, ANY), *TEST, (9, ANY)],
    experiment.per_comparison: [(0.05, RATE), (3, COUNT)],
    experiment.days_needed: [(1e6, NONE), (1e5, ANY)],
    variance.cuped: [(0.5, SIGNED)],
    variance.clustered: [(20, COUNT), (0.05, SHARE)],
    variance.unequal_split: [(0.1, RATE)],
    solving.lost_at_gap: [(1_500, NONE), (0.02, NONE)],
    stepped_wedge.stepped_wedge: [(4, STEPS), (20, COUNT), (0.05, SHARE)],
    stepped_wedge.independent_observations: [
        *[(24, FOUR), (4, STEPS)],
        *[(20, COUNT), (0.05, SHARE)],
    ],
    stepped_wedge.clusters_needed: [
        *[(2e4, NONE), (4, STEPS)],
        *[(20, COUNT), (0.05, SHARE)],
    ],
    ratio.chi_square: [(10, NONE), (12, NONE), (0.5, RATE)],
    ratio.p_value: [(4, NONE)],
    ratio.largest_deviation: [(1e6, COUNT), (0.5, RATE), (0.001, RATE)],
    maturity.age_for_share: [(0.9, RATE), (21, NONE), (90, NONE)],
    maturity.mature_share_exponential: [(45, NONE), (21, ANY)],
    maturity.age_for_share_exponential: [(0.9, RATE), (21, ANY)],
    maturity.corrected_rate: [(0.01, SHARE), (0.5, PART)],
    cost.per_thousand: [(0.01, NONE), (100, ANY), (1e-4, NONE)],
    cost.per_month: [(0.01, NONE)],
    cost.paid_utilisation: [(1, NONE), (3, ANY), (0.6, SHARE)],
    rare.precision: [(0.1, SHARE), (0.9, SHARE), (0.01, SHARE)],
    rare.fpr_for_precision: [(0.1, RATE), (0.9, SHARE), (0.5, PART)],
    rare.alerts_per_day: [(1e7, NONE), (0.1, SHARE), (0.9, SHARE), (0.01, SHARE)],
    rare.reviewers_needed: [(100, NONE), (180, NONE), (21_600, ANY)],
    rare.corrected_probability: [(0.2, SHARE), (0.1, PART)],
    rare.cost_threshold: [(5, NONE), (100, NONE)],
    rare.binormal_auc: [(0.9, RATE), (0.01, RATE)],
    rare.normalised_entropy: [(0.3, NONE), (0.25, RATE)],
    cache.hit_bound: [(1e4, NONE), (1e6, COUNT), (1, NONE)],
    cache.effective_latency: [(0.9, SHARE), (0.001, NONE), (0.01, NONE)],
    exposure.rule_of_three: [(3_000, COUNT)],
    exposure.units_to_tell: [(0.001, RATE), (0.003, RATE), *TEST],
    exposure.half_width: [(0.1, RATE), (100, COUNT)],
    exposure.units_for_half_width: [(0.1, RATE), (0.01, ANY)],
    drift.false_alarms: [(200, NONE), (24, NONE), (0.05, SHARE)],
    jobs.job_time: [(1e6, NONE), (50, ANY), (2_000, ANY)],
    jobs.busy_share_of_schedule: [(60, NONE), (90, ANY)],
    tokens_price.call_price: [*[(9, NONE)] * 8, (0.5, SHARE)],
    tokens_price.cascade_cost: [(1, NONE), (9, NONE), (0.1, SHARE)],
    tokens_price.cascade_accuracy: [(0.9, SHARE), (0.8, SHARE), (0.1, SHARE)],
    prefix_cache.prefix_saving: [(0.5, SHARE), (0.9, SHARE), (0.1, NONE), (2, NONE)],
    prefix_cache.prefix_break_even: [(0.1, (1, -1)), (2, NONE)],
    prefix_cache.prefix_hits: [(0.1, NONE), (300, NONE)],
    token_loop.loop_input: [(9, COUNT), *[(9, NONE)] * 4],
    token_loop.loop_new: [(9, COUNT), *[(9, NONE)] * 3],
    model_memory.weights_size: [(8e9, NONE), (2, NONE)],
    model_memory.grouped_bytes: [(4, NONE), (128, ANY)],
    model_memory.token_size: [(32, NONE), (8, NONE), (128, NONE), (2, NONE)],
    model_memory.latent_token_size: [(61, NONE), (576, NONE), (2, NONE)],
    model_memory.sequences_that_fit: [
        *[(8e10, NONE), (0.9, SHARE), (8e9, NONE), (1e5, ANY), (4e3, ANY)]
    ],
    decoding.prefill_work: [(8e9, NONE), *[(9, NONE)] * 4],
    decoding.step_time: [*[(9, NONE)] * 5, (1e15, ANY), (1e12, ANY)],
    decoding.ridge: [(1e15, ANY), (1e12, ANY)],
    decoding.request_work_time: [(0.1, NONE), (9, NONE), (0.02, NONE), (9, COUNT)],
    decoding.tokens_a_pass: [(0.8, RATE), (4, COUNT)],
    decoding.speculative_gain: [(0.8, RATE), (4, COUNT), (0.1, NONE), (1, ANY)],
    token_streams.last_token: [(0.8, NONE), (0.02, NONE), (9, COUNT)],
    token_streams.first_shown: [(0.8, NONE), (0.1, NONE), (9, COUNT), (0.1, NONE)],
    rate_limits.limit_share: [(9, NONE), (2, NONE), (9, NONE), (9, ANY)],
    rate_limits.counted_tokens: [(9, NONE), (0.8, SHARE), (0, SHARE)],
    rate_limits.attempts: [(0.1, SHARE), (2, NONE)],
    context_budget.context_used: [(9, NONE)] * 6,
    context_budget.pieces_that_fit: [(9e3, NONE), (9, NONE), (9, ANY), (0.1, SHARE)],
    grounded_answers.right_answers: [(0.8, SHARE), (0.9, SHARE), (0.1, SHARE)],
    grounded_answers.wrong_answers: [(0.8, SHARE), (0.9, SHARE), (0.1, SHARE)],
    grounded_answers.abstentions: [(0.8, SHARE), (0.1, SHARE)],
    grounded_answers.all_found: [(0.8, SHARE), (2, NONE)],
    grounded_answers.found_by_either: [(0.8, SHARE), (0.7, SHARE)],
    passages.passages_of: [(1_200, COUNT), (400, (50, -1)), (50, (400, -1))],
    passages.enough_left: [(50, NONE), (0.02, RATE), (8, (-1, 1e5))],
    passages.search_depth: [(0.02, RATE), (8, (0.5, 1e5)), (0.99, RATE)],
    reindexing.encoding_work: [(3e8, NONE), (9, NONE)],
    reindexing.time_at_limit: [(9, NONE), (9, ANY)],
    agents.chain_success: [(0.9, SHARE), (9, NONE)],
    agents.step_needed: [(0.9, SHARE), (9, COUNT)],
    agents.tries_of_step: [(0.9, SHARE), (0.8, SHARE), (2, NONE)],
    agents.retried_step: [(0.9, SHARE), (0.8, SHARE), (2, NONE)],
    agents.all_of: [(8, COUNT), (6, (-1, 9)), (4, (0.5, 9))],
    agents.solved_in: [(0.6, SHARE), (3, COUNT)],
    agents.cost_of_attempts: [(1, NONE), (0.6, PART), (3, COUNT)],
    agents.cost_with_person: [(1, NONE), (0.6, PART), (3, COUNT), (5, NONE)],
    judging.kappa_error: [(0.8, SHARE), (0.5, SHARE), (200, ANY)],
    judging.true_pass_rate: [(0.8, SHARE), (0.9, SHARE), (0.7, SHARE)],
    judging.cases_for_win_rate: [(0.6, RATE), (0.1, SHARE), *TEST],
    judging.paired_cases: [(0.2, PART), (0.04, EFFECT), *TEST],
    fine_tuning.adapter_work: [(8e9, NONE), (9, NONE)],
    fine_tuning.adapter_parameters: [(16, NONE), (9, NONE)],
    fine_tuning.tuning_memory: [(8e9, NONE), (9, NONE), (2, NONE)],
    rented_or_own.break_even_requests: [(1e4, NONE), (0.01, ANY)],
    rented_or_own.own_price: [(0.001, NONE), (0.3, NONE), (0.2, PART)],
    similar_answers.saved_per_question: [(0.3, SHARE), (0.1, NONE), (0.1, NONE)],
    similar_answers.harm_per_question: [(0.3, SHARE), (0.1, SHARE), (1, NONE)],
    similar_answers.false_hits_allowed: [
        *[(0.3, PART), (0.1, NONE), (0.001, NONE), (1, ANY)]
    ],
}
"""For each input of a formula a value that it takes, and some that it must not."""

numbers = st.one_of(
    st.floats(1e-12, 1e30),
    st.floats(0, 1),
    st.floats(),
    st.integers(-2, 10**400),
    st.sampled_from([0.0, 1.0, 5e-324, 1e-12, 1e30, 1e100, 1.7e308]),
)
many = settings(deadline=None, max_examples=100)
each_formula = pytest.mark.parametrize(
    "formula", [*DOMAINS, experiment.whole_weeks], ids=lambda formula: formula.__name__
)


def called(formula: Formula, values: Sequence[float]) -> float:
    names = signature(formula).parameters
    return formula(**dict(zip(names, values, strict=False)))


def is_finite_or_refused(formula: Formula, *inputs: object) -> bool:
    with suppress(ValueError):
        return math.isfinite(formula(*inputs))
    return True


def outside() -> Iterator[object]:
    """Give each formula with one of its inputs outside of its domain."""
    for formula, inputs in DOMAINS.items():
        good = [value for value, _ in inputs]
        for place, (_, refused) in enumerate(inputs):
            for bad in (*refused, math.nan, math.inf):
                values = [*good[:place], bad, *good[place + 1 :]]
                label = f"{formula.__name__}-{place}-{bad}"
                yield pytest.param(formula, values, id=label)


@pytest.mark.parametrize("formula", DOMAINS, ids=lambda formula: formula.__name__)
def test_what_lies_inside_has_a_result(formula: Formula) -> None:
    inputs = DOMAINS[formula]

    assert len(inputs) == len(signature(formula).parameters)
    assert math.isfinite(called(formula, [value for value, _ in inputs]))


@pytest.mark.parametrize(("formula", "values"), list(outside()))
def test_what_lies_outside_is_refused(formula: Formula, values: list[float]) -> None:
    with pytest.raises(ValueError, match=r"\blies?\b"):
        called(formula, values)


@each_formula
@many
@given(inputs=st.lists(numbers, min_size=9, max_size=9))
@example(inputs=[5e-324] * 9)
@example(inputs=[1.7e308] * 9)
@example(inputs=[1e-12] * 9)
@example(inputs=[1e30] * 9)
@example(inputs=[1e-12, 1e30, 1e-12, 0.5, 0.5, *[1e30] * 4])
@example(inputs=[1e30, 1e-12, 1e30, 0.5, 0.5, *[1e30] * 4])
@example(inputs=[0.5] * 9)
def test_a_formula_is_finite_or_refuses(formula: Formula, inputs: list[float]) -> None:
    assert is_finite_or_refused(lambda *values: called(formula, values), *inputs)


@pytest.mark.parametrize("formula", [ndcg.dcg, ndcg.ndcg])
@many
@given(inputs=st.lists(numbers))
def test_an_order_is_finite_or_refused(formula: Formula, inputs: list[float]) -> None:
    assert is_finite_or_refused(formula, inputs)


@many
@given(st.lists(numbers), st.lists(numbers))
def test_a_drift_is_finite_or_refused(one: list[float], other: list[float]) -> None:
    assert is_finite_or_refused(drift.psi, one, other)


@many
@given(numbers, st.lists(numbers))
def test_an_age_is_finite_or_refused(wait: float, steps: list[float]) -> None:
    assert is_finite_or_refused(maturity.newest_example_age, wait, steps)
