"""The figures that decide whether a design holds, beside what they are held against."""

from collections.abc import Callable, Iterator
from itertools import chain, islice

from designkit.analysis.language import goes_round
from designkit.documents.paper import Block
from designkit.documents.write_up.blocks import present, table
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.estimates.figure import Figure

MOST = 10
"""Figures that a first page shows."""

DECIDING_COLUMNS = ("Figure", "Value", "Held against")

Row = tuple[str, str, str]
"""A figure, its value, and what it is held against."""


def deciding(of: WriteUpInputs) -> Iterator[Block]:
    """Show the ten figures on which the design stands or falls."""
    yield from present(table(DECIDING_COLUMNS, deciding_rows(of)))


def deciding_rows(of: WriteUpInputs) -> tuple[Row, ...]:
    """Return these figures, what decides first first."""
    rows = chain.from_iterable(give(of) for give in CANDIDATES)
    return tuple(islice(rows, MOST))


def sharing_rows(of: WriteUpInputs) -> tuple[Row, ...]:
    """Return the same figures for a single look: those first that anybody asks for."""
    rest = (give for give in CANDIDATES if give not in ASKED_FIRST)
    return tuple(chain.from_iterable(give(of) for give in (*ASKED_FIRST, *rest)))


def _row(figure: Figure | None, against: str, title: str = "") -> Iterator[Row]:
    if figure:
        yield (title or figure.title, f"**{figure.text}**", against)


def _text(of: WriteUpInputs, id: str, form: str = "{}") -> str:
    found = of.estimate.get(id)
    return form.format(found.text) if found else ""


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _load(of: WriteUpInputs) -> Iterator[Row]:
    average = _text(of, "traffic.average-qps", "{} on average")
    later = _text(of, "traffic.peak-qps-next-year", "{} a year on")
    yield from _row(of.estimate.get("traffic.peak-qps"), _joined(average, later))


def _latency(of: WriteUpInputs) -> Iterator[Row]:
    objectives = of.design.objectives
    p99 = objectives.latency.p99 if objectives and objectives.latency else None
    total = _text(of, "latency.p99-budget", "the p99s of its hops add up to {}")
    promised = f"{p99} promised" if p99 else "nothing is promised"
    figure = of.estimate.get("latency.p99-estimate")
    yield from _row(figure, _joined(promised, total))


def _first_token(of: WriteUpInputs) -> Iterator[Row]:
    objectives = of.design.objectives
    first = objectives.first_token if objectives else None
    promised = f"{first.p99} promised" if first and first.p99 else ""
    total = _text(of, "answers.first-token", "the p99s of its hops add up to {}")
    figure = of.estimate.get("answers.first-token-likely")
    yield from _row(figure, _joined(promised, total))


def _answer(of: WriteUpInputs) -> Iterator[Row]:
    """Give the time of a whole answer, or of a task of many steps."""
    objectives = of.design.objectives
    answer = objectives.answer if objectives else None
    tasks = [f for f in of.estimate.figures if f.id.endswith(".task-time")]
    if tasks and any(map(goes_round, of.design.of_kind("agent"))):
        median = f"{answer.p50} promised" if answer and answer.p50 else ""
        yield from _row(max(tasks, key=lambda figure: figure.value), median)
        return
    p99 = f"{answer.p99} promised" if answer and answer.p99 else ""
    yield from _row(of.estimate.get("answers.last-token"), p99)


def _tokens(of: WriteUpInputs) -> Iterator[Row]:
    """Give what the tokens of a task cost, and the contract that is fullest at peak."""
    objectives = of.design.objectives
    promised = objectives.cost_per_task if objectives else None
    against = f"{promised} promised" if promised else ""
    success = _text(of, "token-prices.success", "{} a success")
    price = of.estimate.get("token-prices.task") or of.estimate.get(
        "token-prices.request"
    )
    yield from _row(price, _joined(against, success))
    shares = [f for f in of.estimate.figures if f.id.endswith("-limit-share")]
    if shares:
        yield from _row(max(shares, key=lambda figure: figure.value), "100%")


def _servers(of: WriteUpInputs) -> Iterator[Row]:
    """Give the server of which the peak needs most replicas."""
    found = [f for f in of.estimate.figures if f.id.endswith(".replicas")]
    if not found:
        return
    most = max(found, key=lambda figure: figure.value)
    server = of.design.components[most.about]
    at = f"serving.{most.about}"
    spare = _text(of, f"{at}.replicas-with-spare", "{} so that a zone may be lost")
    stated = f"{server.replicas} stated" if server.replicas else "none stated"
    busy = _text(of, f"{at}.utilisation", "{} busy at peak")
    yield from _row(most, _joined(stated, spare, busy))


def _memory(of: WriteUpInputs) -> Iterator[Row]:
    """Give the store or index that needs the largest part of what it has."""
    shares = [f for f in of.estimate.figures if f.id.endswith(".memory-share")]
    if shares:
        fullest = max(shares, key=lambda figure: figure.value)
        needed = of.estimate.get(fullest.id.removesuffix("-share"))
        yield from _row(needed, f"{fullest.text} of what it has")


def _age_of_features(of: WriteUpInputs) -> Iterator[Row]:
    """Give the feature that comes nearest to the age that is allowed."""
    near = [
        (figure.value / feature.freshness.high, figure, feature.freshness)
        for id, feature in of.design.features.items()
        if (figure := of.estimate.get(f"freshness.{id}.worst"))
        and feature.freshness
        and feature.freshness.high > 0
    ]
    if near:
        _, figure, limit = max(near, key=lambda item: item[0])
        yield from _row(figure, f"{limit} allowed")


def _availability(of: WriteUpInputs) -> Iterator[Row]:
    objectives = of.design.objectives
    promised = objectives.availability if objectives else None
    down = _text(of, "availability.minutes-down", "{} a month without an answer")
    figure = of.estimate.get("availability.request-path")
    against = _joined(f"{promised} promised" if promised else "", down)
    yield from _row(figure, against)


def _labels(of: WriteUpInputs) -> Iterator[Row]:
    share = _text(of, "labels.mature-share", "{} are when the youngest example is used")
    yield from _row(of.estimate.get("labels.age-of-95-percent"), share)


def _model_age(of: WriteUpInputs) -> Iterator[Row]:
    ages = [f for f in of.estimate.figures if f.id.endswith("worst-age")]
    if ages:
        oldest = max(ages, key=lambda figure: figure.value)
        served = _text(of, oldest.id.replace("worst-age", "age"), "itself {} old")
        yield from _row(oldest, served)


def _experiment(of: WriteUpInputs) -> Iterator[Row]:
    stated = of.design.experiment
    planned = f"{stated.duration} planned" if stated and stated.duration else ""
    units = _text(of, "experiment.sample-size", "{} units an arm")
    effect = f"to see {stated.mde}" if stated and stated.mde else ""
    figure = of.estimate.get("experiment.duration")
    yield from _row(figure, _joined(planned, " ".join(filter(None, (units, effect)))))


def _cost(of: WriteUpInputs) -> Iterator[Row]:
    objectives = of.design.objectives
    promised = objectives.cost_per_1k if objectives else None
    total = _text(of, "cost.total-per-month", "{} in all")
    month = total or _text(of, "cost.per-month", "{} in all")
    against = _joined(f"{promised} promised" if promised else "", month)
    yield from _row(of.estimate.get("cost.per-1k-requests"), against)


def _alerts(of: WriteUpInputs) -> Iterator[Row]:
    precision = _text(of, "errors.precision", "{} of them right")
    yield from _row(of.estimate.get("errors.alerts-per-day"), precision)


def _events(of: WriteUpInputs) -> Iterator[Row]:
    peak = _text(of, "events.peak-rate", "{} at peak")
    yield from _row(of.estimate.get("events.bytes-per-day"), peak)


CANDIDATES: tuple[Callable[[WriteUpInputs], Iterator[Row]], ...] = (
    _load,
    _latency,
    _first_token,
    _answer,
    _tokens,
    _servers,
    _memory,
    _age_of_features,
    _availability,
    _labels,
    _model_age,
    _experiment,
    _cost,
    _alerts,
    _events,
)
"""What may decide, the first first; a design states what most of them need, or not."""

ASKED_FIRST = (_load, _latency, _first_token, _cost, _tokens, _availability, _model_age)
"""What somebody asks who sees a design for the first time."""
