"""Guardrails: what they stop by mistake, what gets past, and when words are seen."""

from collections.abc import Iterator

from designkit.analysis.language import stops
from designkit.analysis.lineage import Trail
from designkit.estimates.compute import FigureEntry, Formula, compute
from designkit.estimates.figure import FigureInput, Result, Term, called
from designkit.estimates.formulas.guards import false_alarms_of, misses_of
from designkit.estimates.formulas.token_streams import first_shown
from designkit.estimates.language import is_awaited, models_of
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.model.component import Component
from designkit.quantities.measure import FRACTION, LATENCY

AT_BEST = (
    "If they miss independently; who adapts passes all for the same reason, and then "
    "the best of them is all there is."
)
HELD_BACK = "It holds back its window of tokens, and shows them when it has read them."
WRITTEN = Trail(("completion", "response"))
"""What a model wrote, on its way to a client."""


@topic(23, "Guardrails", Chapter.LOAD)
def guards(sheet: EstimateInputs) -> Iterator[Result]:
    """Follow a request through the guardrails that it meets."""
    met = [guard for guard in sheet.facts.of_kind("guardrail") if stops(guard)]
    of_requests = [guard for guard in met if guard.id in sheet.graph.in_request]
    yield from _in_a_row(
        sheet,
        of_requests,
        FigureEntry(
            "guards.false-alarms",
            "Good requests that some guardrail stops",
            FRACTION,
        ),
        "false-alarm-rate",
        false_alarms_of,
    )
    inputs = [guard for guard in of_requests if guard.texts("side") == ("input",)]
    yield from _in_a_row(
        sheet,
        inputs,
        FigureEntry(
            "guards.misses", "Attacks that pass every check of input", FRACTION, AT_BEST
        ),
        "miss-rate",
        misses_of,
    )
    for guard in met:
        yield from _shown(sheet, guard)


def _in_a_row(
    sheet: EstimateInputs,
    guards: list[Component],
    entry: FigureEntry,
    key: str,
    formula: Formula,
) -> Iterator[Result]:
    """Give what comes of several guardrails, of those that state `key`."""
    rates: dict[str, Term] = {
        f"rate_{number}": sheet.stated("components", guard.id, key, label=guard.id)
        for number, guard in enumerate(guards)
        if guard.quantity(key)
    }
    if rates:
        passed = " * ".join(f"(1 - {{{name}}})" for name in rates)
        missed = " * ".join(f"{{{name}}}" for name in rates)
        yield compute(
            entry,
            missed if key == "miss-rate" else f"1 - {passed}",
            lambda **known: formula(guards=known.values()),
            **rates,
        )


def _shown(sheet: EstimateInputs, guard: Component) -> Iterator[Result]:
    """Give when the first words are seen behind a guardrail that reads by windows."""
    if guard.quantity("window-tokens") is None:
        return
    budget = sheet.results.get("answers.first-token")
    behind = sheet.facts.lineage.behind((guard.id,), WRITTEN)
    models = [m for m in models_of(sheet) if m.id in behind and is_awaited(sheet, m)]
    if budget and models:
        yield _first_shown(sheet, guard, models[0], budget)


def _first_shown(
    sheet: EstimateInputs, guard: Component, model: Component, budget: Result
) -> Result:
    at = ("components", guard.id)
    own = sheet.stated(*at, "latency", "p99", label=guard.id)
    each = sheet.stated("components", model.id, "per-token", "p50", label="per token")
    times: dict[str, Term] = {"own": own} if isinstance(own, FigureInput) else {}
    return compute(
        FigureEntry(
            f"guards.{guard.id}.first-shown",
            f"{guard.title}: time to the first words that are seen",
            LATENCY,
            note=HELD_BACK,
            about=guard.id,
        ),
        "{first} + ({window} - 1) * {each}" + (" + {own}" if times else ""),
        lambda first, window, each, own=0.0: first_shown(first, each, window, own),
        first=called(budget, "first token"),
        window=sheet.stated(*at, "window-tokens", label="window"),
        each=each,
        **times,
    )
