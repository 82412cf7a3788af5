"""Language models on cards of one's own: memory, speed, what a peak leaves of it."""

from collections.abc import Iterator

from designkit.estimates.compute import compute
from designkit.estimates.figure import Lack, Result, Term, called
from designkit.estimates.formulas.decoding import (
    MBU,
    MFU,
    prefill_work,
    step_time,
)
from designkit.estimates.formulas.model_memory import (
    sequences_that_fit,
    token_size,
    weights_size,
)
from designkit.estimates.formulas.training import work_time
from designkit.estimates.language import (
    is_awaited,
    longest,
    longest_answer,
    models_of,
    read_by,
    written_by,
)
from designkit.estimates.own_model import (
    at,
    bytes_each,
    cards_of,
    figure_of,
    kept_of,
    memory_of,
)
from designkit.estimates.replica_load import load_figures
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import BYTES, COUNT, FRACTION, LATENCY, RATE

ROOM = (
    "At the longest prompt and answer that are stated. Beyond, a server drops "
    "sequences and reads them again, just when the load is highest."
)
DRAFTED = "Without what its draft model saves, which a full batch hardly feels."
REACHED = "With half of the arithmetic and 70% of the bandwidth of a data sheet."


@topic(47, "Language models on own cards", Chapter.LOAD)
def language_models(sheet: EstimateInputs) -> Iterator[Result]:
    """Size each server of a language model that states its parameters."""
    for server in models_of(sheet, "llm-server"):
        if server.quantity("parameters"):
            yield from _of_server(sheet, server)


def _of_server(sheet: EstimateInputs, server: Component) -> Iterator[Result]:
    yield (weights := _weights(sheet, server))
    yield _weights_share(sheet, server, weights)
    yield (token := _token(sheet, server))
    yield (fits := _fits(sheet, server, weights, token))
    yield from _batch_share(sheet, server, fits)
    yield (prefill := _prefill(sheet, server))
    yield from _full(sheet, server, weights, token)
    if is_awaited(sheet, server):
        yield from load_figures(sheet, server, prefill, weights, token)


def _weights(sheet: EstimateInputs, server: Component) -> Result:
    return compute(
        figure_of(server, "weights", "memory of the weights", BYTES),
        "{parameters} * {each}",
        lambda parameters, each: weights_size(parameters, each),
        parameters=at(sheet, server, "parameters"),
        each=bytes_each(sheet, server, "precision"),
    )


def _weights_share(sheet: EstimateInputs, server: Component, weights: Result) -> Result:
    return compute(
        figure_of(server, "weights-share", "part of the memory for weights", FRACTION),
        "{weights} / ({cards} * {card} * {share})",
        lambda weights, cards, card, share: weights / (cards * card * share),
        weights=weights,
        **memory_of(sheet, server),
    )


def _token(sheet: EstimateInputs, server: Component) -> Result:
    return compute(
        figure_of(server, "token", "keys and values of one token", BYTES),
        "2 * {layers} * {heads} * {size} * {each}",
        lambda layers, heads, size, each: token_size(layers, heads, size, each),
        layers=at(sheet, server, "layers"),
        heads=at(sheet, server, "kv-heads"),
        size=at(sheet, server, "head-size"),
        each=bytes_each(sheet, server, "cache-precision"),
    )


def _fits(
    sheet: EstimateInputs, server: Component, weights: Result, token: Result
) -> Result:
    prompt = first(longest(sheet, server, "input-tokens"), read_by(sheet, server))
    return compute(
        figure_of(server, "sequences", "sequences that fit", COUNT, ROOM),
        "⌊({cards} * {card} * {share} - {weights}) / "
        "({token} * ({prompt} + {answer}))⌋",
        lambda cards, card, share, weights, token, prompt, answer: sequences_that_fit(
            cards * card, share, weights, token, prompt + answer
        ),
        weights=weights,
        token=called(token, "token"),
        prompt=prompt,
        answer=longest_answer(sheet, server),
        **memory_of(sheet, server),
    )


def _batch_share(
    sheet: EstimateInputs, server: Component, fits: Result
) -> Iterator[Result]:
    """Give the part of the room that a full batch takes, if a batch is stated."""
    batch = at(sheet, server, "batch-max", "largest batch")
    if not isinstance(batch, Lack):
        yield compute(
            figure_of(server, "batch-share", "part of that for a full batch", FRACTION),
            "{batch} / {fits}",
            lambda batch, fits: batch / fits,
            batch=batch,
            fits=called(fits, "sequences that fit"),
        )


def _prefill(sheet: EstimateInputs, server: Component) -> Result:
    kept = kept_of(sheet, server)
    fresh = "({prompt} - {kept})" if kept else "{prompt}"
    pairs = "({prompt}² - {kept}²)" if kept else "{prompt}²"
    active = first(
        at(sheet, server, "active-parameters"), at(sheet, server, "parameters")
    )
    return compute(
        figure_of(server, "prefill", "time to read a prompt", LATENCY, REACHED),
        f"(2 * {{active}} * {fresh} + 2 * {{layers}} * {{width}} * {pairs}) / "
        "({cards} * {flops} * {efficiency} * 50%)",
        _prefill_of,
        active=active,
        prompt=read_by(sheet, server),
        layers=at(sheet, server, "layers"),
        width=at(sheet, server, "width"),
        flops=at(sheet, server, "gpu-flops", "operations of a card"),
        **kept,
        **cards_of(sheet, server),
    )


def _prefill_of(
    active: float,
    prompt: float,
    layers: float,
    width: float,
    flops: float,
    cards: float,
    efficiency: float,
    kept: float = 0,
) -> float:
    past = min(kept, prompt)
    work = prefill_work(active, layers, width, prompt - past, past)
    return work_time(work, cards * flops * efficiency, MFU)


def _full(
    sheet: EstimateInputs, server: Component, weights: Result, token: Result
) -> Iterator[Result]:
    """Give the speed of a full batch: a step, and the tokens a second of a replica."""
    batch = at(sheet, server, "batch-max", "largest batch")
    if isinstance(batch, Lack):
        return
    step = _step(sheet, server, batch, weights, token)
    yield step
    yield compute(
        figure_of(server, "tokens", "tokens a second of a replica, full batch", RATE),
        "{batch} / {step}",
        lambda batch, step: batch / step,
        batch=batch,
        step=called(step, "time of a step"),
    )


def _step(
    sheet: EstimateInputs,
    server: Component,
    batch: Term,
    weights: Result,
    token: Result,
) -> Result:
    active = first(
        at(sheet, server, "active-parameters"), at(sheet, server, "parameters")
    )
    note = f"{REACHED} {DRAFTED}" if server.texts("draft-model") else REACHED
    return compute(
        figure_of(server, "step", "time of a token, full batch", LATENCY, note),
        "the slower of {weights} / BW and 2 * {active} * {batch} / F, plus "
        "{batch} * ({prompt} + {answer} / 2) * {token} / BW, "
        "BW = {cards} * {bandwidth} * {efficiency} * 70%, "
        "F = {cards} * {flops} * {efficiency} * 50%",
        _step_of,
        batch=batch,
        prompt=read_by(sheet, server),
        answer=written_by(sheet, server),
        weights=weights,
        active=active,
        token=called(token, "token"),
        bandwidth=at(sheet, server, "gpu-bandwidth", "bandwidth of a card"),
        flops=at(sheet, server, "gpu-flops", "operations of a card"),
        **cards_of(sheet, server),
    )


def _step_of(
    batch: float,
    prompt: float,
    answer: float,
    weights: float,
    active: float,
    token: float,
    bandwidth: float,
    flops: float,
    cards: float,
    efficiency: float,
) -> float:
    together = cards * efficiency
    return step_time(
        batch,
        prompt + answer / 2,
        weights=weights,
        parameters=active,
        token_size=token,
        flop_rate=flops * together * MFU,
        bandwidth=bandwidth * together * MBU,
    )
