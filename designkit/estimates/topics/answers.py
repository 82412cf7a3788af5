"""Streamed answers: when their first and their last token come."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.analysis.language import goes_round
from designkit.estimates.answering import budget_of, time_of, to_first_token, way_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.token_streams import last_token
from designkit.estimates.language import (
    agents_before,
    is_awaited,
    longest,
    models_of,
    written_by,
)
from designkit.estimates.slowest_way import likely_p99, on_slowest
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import FRACTION, LATENCY

BUDGET = (
    "A budget, not a p99: percentiles do not add. What is asked side by side counts "
    "once; say `after` where a prompt waits for what is found."
)
LIKELY = "Each hop as a lognormal through its p50 and p99, independent of the others."
STEADY = "Tokens come evenly here; a long prompt of somebody else makes a pause."


@topic(22, "Streamed answers", Chapter.LOAD)
def answers(sheet: EstimateInputs) -> Iterator[Result]:
    """Add up what comes before the first token, and what is written after it."""
    streaming = [
        model
        for model in models_of(sheet)
        if is_awaited(sheet, model) and "first-token" in model.attributes
    ]
    if not streaming:
        return
    yield (budget := budget_of(sheet, BUDGET))
    yield _likely(sheet)
    yield from _share(sheet, "first-token", budget)
    for model in streaming:
        yield from _ends(sheet, model)
    yield from _end(sheet, streaming[0], budget)


def _likely(sheet: EstimateInputs) -> Result:
    def hop(id: str) -> dict[str, Term]:
        names = ("p50", "p99")
        return {name: time_of(sheet, id, name, f"{id} {name}") for name in names}

    along = to_first_token(sheet, hop, "({p50}, {p99})")
    title = "Likely p99 of the time to the first token"
    return on_slowest(
        FigureEntry("answers.first-token-likely", title, LATENCY, note=LIKELY),
        way_of(sheet.design),
        replace(along, before="lognormal sum of ", between=", "),
        likely_p99,
    )


def _ends(sheet: EstimateInputs, model: Component) -> Iterator[Result]:
    """Give the time of one call to its last token, if its tokens are timed."""
    at = ("components", model.id)
    if "per-token" not in model.attributes:
        return
    yield compute(
        FigureEntry(
            f"answers.{model.id}.call",
            f"{model.title}: time of one call to its last token",
            LATENCY,
            note=f"Medians. {STEADY}",
            about=model.id,
        ),
        "{first} + ({tokens} - 1) * {each}",
        lambda first, tokens, each: last_token(first, each, tokens),
        first=sheet.stated(*at, "first-token", "p50", label="first token"),
        tokens=written_by(sheet, model),
        each=sheet.stated(*at, "per-token", "p50", label="per token"),
    )


def _end(sheet: EstimateInputs, model: Component, budget: Result) -> Iterator[Result]:
    """Give the time to the last token of a long answer, beside its promise.

    Of an agent that goes round, what is promised is the end of all its steps.
    """
    if "per-token" not in model.attributes:
        return
    end = compute(
        FigureEntry(
            "answers.last-token",
            "Time to the last token of a long answer",
            LATENCY,
            note=f"The budget, and the longest answer that is stated. {STEADY}",
        ),
        "{first} + ({tokens} - 1) * {each}",
        lambda first, tokens, each: last_token(first, each, tokens),
        first=called(budget, "first token"),
        tokens=longest(sheet, model, "output-tokens"),
        each=sheet.stated(
            "components", model.id, "per-token", "p50", label="per token"
        ),
    )
    yield end
    agents = agents_before(sheet, model)
    if not (agents and all(map(goes_round, agents))):
        yield from _share(sheet, "answer", end)


def _share(sheet: EstimateInputs, objective: str, time: Result) -> Iterator[Result]:
    promise: Term = sheet.stated("objectives", objective, "p99", label="promised p99")
    if isinstance(promise, FigureInput):
        yield compute(
            FigureEntry(
                f"answers.{objective}-share",
                f"Part of the promised p99 of the {objective.replace('-', ' ')}",
                FRACTION,
            ),
            "{time} / {promise}",
            lambda time, promise: time / promise,
            time=time,
            promise=promise,
        )
