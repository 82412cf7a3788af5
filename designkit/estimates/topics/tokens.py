"""Tokens: the window of a model, and the limits of a contract."""

from collections.abc import Iterator

from designkit.estimates.choosing import at_low_end, criterion, one_form_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    FigureInput,
    Lack,
    Option,
    Result,
    Term,
    called,
    counted,
)
from designkit.estimates.formulas.rate_limits import counted_tokens, limit_share
from designkit.estimates.language import (
    calls_of,
    is_awaited,
    longest,
    longest_answer,
    longest_of_loop,
    models_of,
    one_agent,
    read_by,
    written_by,
)
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import FRACTION

MEDIAN = (
    "At the median of the tokens; with many long calls the mean, which counts, is "
    "higher. A limit is held over less than a minute as well: 70% of it is full."
)
SHARED = (
    "Prompt and answer share the window. Of a loop the last call of a long task "
    "counts, if nothing is trimmed before."
)
RESERVED = "Providers that set the longest answer aside before it begins count that."


@topic(46, "Tokens", Chapter.LOAD)
def tokens(sheet: EstimateInputs) -> Iterator[Result]:
    """Set prompts and answers against windows and limits."""
    for model in models_of(sheet):
        yield from _window(sheet, model)
        yield from _limits(sheet, model)


def _window(sheet: EstimateInputs, model: Component) -> Iterator[Result]:
    """Give the part of the window that the longest prompt and answer fill."""
    window = sheet.stated("components", model.id, "context-window", label="window")
    if isinstance(window, Lack):
        return
    prompt = first(
        longest(sheet, model, "input-tokens"),
        longest_of_loop(sheet, model),
        read_by(sheet, model),
    )
    yield compute(
        FigureEntry(
            f"tokens.{model.id}.window-share",
            f"{model.title}: part of the window that a long call fills",
            FRACTION,
            note=SHARED,
            about=model.id,
        ),
        "({prompt} + {answer}) / {window}",
        lambda prompt, answer, window: (prompt + answer) / window,
        prompt=prompt,
        answer=longest_answer(sheet, model),
        window=window,
    )


def _limits(sheet: EstimateInputs, model: Component) -> Iterator[Result]:
    """Give the part of each limit of a contract that the peak uses."""
    if isinstance(_peak(sheet, model), Lack) and not is_awaited(sheet, model):
        return
    if model.quantity("limit-requests"):
        yield _share(sheet, model, "requests", counted("", "call", 1), "")
    if model.quantity("limit-input-tokens"):
        yield _counted_share(sheet, model)
    if model.quantity("limit-output-tokens"):
        written = written_by(sheet, model)
        yield _share(sheet, model, "output-tokens", written, RESERVED)


def _share(
    sheet: EstimateInputs, model: Component, what: str, tokens: Term, note: str
) -> Result:
    each = {} if what == "requests" else {"tokens": tokens}
    return compute(
        _entry(model, what, f"{MEDIAN} {note}".strip() if each else ""),
        "{peak} * {calls}" + (" * {tokens}" if each else "") + " / {limit}",
        lambda peak, calls, limit, tokens=1.0: limit_share(peak, calls, tokens, limit),
        peak=_peak(sheet, model),
        calls=calls_of(sheet, model.id),
        limit=_limit(sheet, model, what),
        **each,
    )


def _counted_share(sheet: EstimateInputs, model: Component) -> Result:
    """Give the share of the limit of input, less what need not be counted."""
    loop, whole = _new_of_loop(sheet, model), _share_of_input(sheet, model)
    if not loop:
        return whole
    steps = sheet.stated("components", loop.id, "steps", "p50", label="steps")
    new = _loop_share(sheet, model, loop, steps)
    assert isinstance(steps, FigureInput)  # else it is no loop
    goes_round = criterion(_goes_round, steps=at_low_end(steps))
    return one_form_of(Option(new, goes_round), Option(whole))


def _goes_round(steps: float) -> float:
    return 1.0 if steps > 1 else 0.0


def _share_of_input(sheet: EstimateInputs, model: Component) -> Result:
    kept = _kept(sheet, model)
    if kept is None:
        return _share(sheet, model, "input-tokens", read_by(sheet, model), "")
    return compute(
        _entry(model, "input-tokens", f"{MEDIAN} Input from the cache is not counted."),
        "{peak} * {calls} * ({tokens} - {kept}) / {limit}",
        lambda peak, calls, tokens, kept, limit: limit_share(
            peak, calls, counted_tokens(tokens, min(1, kept / tokens), 0), limit
        ),
        peak=_peak(sheet, model),
        calls=calls_of(sheet, model.id),
        tokens=read_by(sheet, model),
        kept=kept,
        limit=_limit(sheet, model, "input-tokens"),
    )


def _peak(sheet: EstimateInputs, model: Component) -> Term:
    """Return the requests a second at peak, or the events where no request waits."""
    if is_awaited(sheet, model):
        return sheet.result("traffic.peak-qps")
    agent = one_agent(sheet, model)
    events = f"agents.{agent.id}.events-peak" if agent else ""
    return called(sheet.results.get(events) or Lack("", "no events"), "events at peak")


def _new_of_loop(sheet: EstimateInputs, model: Component) -> Component | None:
    """Return the agent with steps of which only what is new counts, if it is so."""
    agent = one_agent(sheet, model)
    if agent is None or model.attributes.get("cached-counts") is not False:
        return None
    steps = sheet.facts.quantity("components", agent.id, "steps", "p50")
    return agent if steps else None


def _loop_share(
    sheet: EstimateInputs, model: Component, agent: Component, steps: Term
) -> Result:
    """Give the share of what a task of a loop reads for the first time."""
    new = sheet.results.get(f"agents.{agent.id}.task-new")
    unknown = Lack("", f"it is not said how much of a task of {agent.id} is new")
    return compute(
        _entry(model, "input-tokens", f"{MEDIAN} What a call before read is kept."),
        "{peak} * {calls} * {new} / {steps} / {limit}",
        lambda peak, calls, new, steps, limit: limit_share(
            peak, calls, new / steps, limit
        ),
        peak=_peak(sheet, model),
        calls=calls_of(sheet, model.id),
        limit=_limit(sheet, model, "input-tokens"),
        new=called(new, "new tokens of a task") if new else unknown,
        steps=steps,
    )


def _kept(sheet: EstimateInputs, model: Component) -> Term | None:
    """Return the tokens at the beginning of a prompt that need not be counted."""
    agent = one_agent(sheet, model)
    if model.attributes.get("cached-counts") is not False or agent is None:
        return None
    system = sheet.stated("components", agent.id, "system-tokens")
    return system if isinstance(system, FigureInput) else None


def _limit(sheet: EstimateInputs, model: Component, what: str) -> Term:
    limit = sheet.stated("components", model.id, f"limit-{what}")
    return called(limit, "limit")


def _entry(model: Component, what: str, note: str) -> FigureEntry:
    return FigureEntry(
        f"tokens.{model.id}.{what.removesuffix('-tokens')}-limit-share",
        f"{model.title}: part of the limit of {what.replace('-', ' ')}, at peak",
        FRACTION,
        note=note,
        about=model.id,
    )
