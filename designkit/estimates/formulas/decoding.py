"""How fast a language model reads a prompt and writes an answer.

Reading (prefill) is bound by arithmetic, writing (decoding) by the memory that is read
for every token. Rates here are those that are reached: a data sheet's figure without
sparsity, times the part of it that a server gets, about 0.5 of the arithmetic and 0.7
of the bandwidth. With both, 1 / `request_work_time` lies within -16% and +11% of 24
throughputs of one card that NVIDIA publishes for TensorRT-LLM 1.0.
"""

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_count,
    require_not_negative,
    require_positive,
)

MFU = 0.5
"""Part of the arithmetic of a data sheet that is reached."""

MBU = 0.7
"""Part of the bandwidth of a data sheet that is reached."""


@finite
def prefill_work(
    parameters: float, layers: float, width: float, tokens: float, past: float = 0
) -> float:
    """Return the operations that read a prompt: 2Nn + 2Lw((n + p)² - p²).

    `parameters` are those that a token uses; the second term is attention, over `past`
    tokens that were found in a cache as well. Divide by the rate of the arithmetic that
    is reached for the time, see `training.work_time`.

    Source: Kaplan and others 2020, Scaling Laws for Neural Language Models, table 1.

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(parameters=parameters, layers=layers, width=width)
    require_not_negative(tokens=tokens, past=past)
    pairs = tokens * (tokens + 2 * past)
    return 2 * parameters * tokens + 2 * layers * width * pairs


@finite
def step_time(
    running: float,
    context: float,
    weights: float,
    parameters: float,
    token_size: float,
    flop_rate: float,
    bandwidth: float,
) -> float:
    """Return the seconds of one token for each of the `running` sequences.

    max(W / BW, 2NB / F) + BCb / BW: the weights are read once for all of them, or the
    arithmetic takes longer; the keys and values of a `context` of C tokens are read for
    each. It is what a sequence waits for its next token.

    Source: Pope and others 2022, Efficiently Scaling Transformer Inference, section 2.

    Raises:
        ValueError: a number is negative, or a rate is nothing.
    """
    require_not_negative(running=running, context=context, weights=weights)
    require_not_negative(parameters=parameters, token_size=token_size)
    require_positive(flop_rate=flop_rate, bandwidth=bandwidth)
    once = max(weights / bandwidth, 2 * parameters * running / flop_rate)
    return once + running * context * token_size / bandwidth


@finite
def ridge(flop_rate: float, bandwidth: float) -> float:
    """Return the operations for a byte read from which arithmetic is what limits: F/BW.

    Source: Williams, Waterman and Patterson 2009, Roofline.

    Raises:
        ValueError: a rate is nothing.
    """
    require_positive(flop_rate=flop_rate, bandwidth=bandwidth)
    return flop_rate / bandwidth


@finite
def request_work_time(
    prefill: float, output: float, step: float, running: float
) -> float:
    """Return the seconds of a replica that a request takes: prefill + o * step / B.

    All in one batch share a step. Its inverse is the requests a second when the server
    is full, and `output` times that the tokens; waits are without end there, so that it
    is a ceiling and no plan.

    Raises:
        ValueError: a time or number is negative, or nothing runs.
    """
    require_not_negative(prefill=prefill, output=output, step=step)
    require_count(number_of_running_sequences=running)
    return prefill + output * step / running


@finite
def tokens_a_pass(acceptance: float, drafted: float) -> float:
    """Return the tokens of a pass that checks `drafted` ones: (1 - a^(n+1)) / (1 - a).

    `acceptance` is the share of drafted tokens that the large model agrees with.

    Source: Leviathan, Kalman and Matias 2023, Fast Inference from Transformers via
    Speculative Decoding, equation 1.

    Raises:
        ValueError: the acceptance is not between 0 and 1, or nothing is drafted.
    """
    require_between(acceptance=acceptance)
    require_count(number_of_drafted_tokens=drafted)
    return float((1 - acceptance ** (drafted + 1)) / (1 - acceptance))


@finite
def speculative_gain(
    acceptance: float, drafted: float, draft_cost: float, check_cost: float = 1
) -> float:
    """Return how many times faster drafting makes writing: tokens / (v + nc).

    `draft_cost` is the time to draft a token and `check_cost` that to check them all,
    both in steps of the large model. A check costs one step while memory limits, more
    in large batches; below 1, drafting makes it slower.

    Source: as `tokens_a_pass`, theorem 3.8.

    Raises:
        ValueError: a cost is negative, checks cost nothing, or as `tokens_a_pass`.
    """
    require_not_negative(draft_cost=draft_cost)
    require_positive(check_cost=check_cost)
    tokens = tokens_a_pass(acceptance, drafted)
    return tokens / (check_cost + drafted * draft_cost)
