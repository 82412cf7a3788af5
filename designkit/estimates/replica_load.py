"""What the peak leaves of a replica of a language model that reads and writes."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import Lack, Result, Term, called
from designkit.estimates.formulas.decoding import MBU
from designkit.estimates.formulas.operating_point import LoadedReplica
from designkit.estimates.language import calls_of, read_by, written_by
from designkit.estimates.load import working_replicas
from designkit.estimates.own_model import at, cards_of, figure_of
from designkit.estimates.topic import EstimateInputs
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, FRACTION, LATENCY, RATE

WHOLE = "Reading goes before writing, on the same cards."
POINT = (
    "x = {rate} * {answer} / (1 - {reading}), W = {weights} / BW, "
    "A = ({prompt} + {answer} / 2) * {token} / BW, "
    "BW = {cards} * {bandwidth} * {efficiency} * 70%"
)


def load_figures(
    sheet: EstimateInputs,
    server: Component,
    prefill: Result,
    weights: Result,
    token: Result,
) -> Iterator[Result]:
    """Give what a replica does at peak, if its replicas are stated.

    Where reading and writing have their own cards, they do not disturb each other, and
    this says nothing.
    """
    if not server.replicas or server.attributes.get("disaggregated") is True:
        return
    rate = _rate(sheet, server)
    reading = _reading(server, rate, prefill)
    yield rate
    yield reading
    terms: dict[str, Term] = {
        "rate": called(rate, "rate"),
        "reading": called(reading, "part of the time"),
        "prompt": read_by(sheet, server),
        "answer": written_by(sheet, server),
        "weights": weights,
        "token": called(token, "token"),
        "bandwidth": at(sheet, server, "gpu-bandwidth", "bandwidth of a card"),
        **cards_of(sheet, server),
    }
    yield compute(
        figure_of(server, "running", "sequences that run at once, at peak", COUNT),
        f"x * W / (1 - x * A), {POINT}",
        _running,
        **terms,
    )
    each = compute(
        figure_of(server, "per-token", "time of a token, at peak", LATENCY, WHOLE),
        f"(W + B * A) / (1 - {{reading}}), B = x * W / (1 - x * A), {POINT}",
        lambda **values: _point(**values).per_token,
        **terms,
    )
    yield each
    yield from _promise(sheet, server, each)


def _running(**values: float) -> float:
    return _point(**values).running


def _rate(sheet: EstimateInputs, server: Component) -> Result:
    return compute(
        figure_of(server, "rate", "calls a second of a replica, at peak", RATE),
        "{peak} * {calls} / {replicas}",
        lambda peak, calls, replicas: peak * calls / replicas,
        peak=sheet.result("traffic.peak-qps"),
        calls=calls_of(sheet, server.id),
        replicas=working_replicas(sheet, server),
    )


def _reading(server: Component, rate: Result, prefill: Result) -> Result:
    return compute(
        figure_of(server, "reading", "part of the time that reads prompts", FRACTION),
        "{rate} * {prefill}",
        lambda rate, prefill: rate * prefill,
        rate=called(rate, "rate"),
        prefill=called(prefill, "time to read a prompt"),
    )


def _point(
    rate: float,
    reading: float,
    prompt: float,
    answer: float,
    weights: float,
    token: float,
    bandwidth: float,
    cards: float,
    efficiency: float,
) -> LoadedReplica:
    speed = cards * bandwidth * efficiency * MBU
    return LoadedReplica(
        rate=rate,
        prefill=reading / rate if rate else 0.0,
        output=answer,
        base=weights / speed,
        each=(prompt + answer / 2) * token / speed,
    )


def _promise(
    sheet: EstimateInputs, server: Component, each: Result
) -> Iterator[Result]:
    """Give the part of the promised time of a token that the peak takes."""
    promise = sheet.stated("objectives", "per-token", "p50", label="promised median")
    if not isinstance(promise, Lack):
        yield compute(
            FigureEntry(
                f"language-models.{server.id}.per-token-share",
                f"{server.title}: part of the promised time of a token, at peak",
                FRACTION,
                about=server.id,
            ),
            "{each} / {promise}",
            lambda each, promise: each / promise,
            each=called(each, "time of a token"),
            promise=promise,
        )
