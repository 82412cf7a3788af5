"""Agents: the tokens, the time and the success of a task of many steps."""

from collections.abc import Iterator

from designkit.analysis.language import goes_round
from designkit.estimates.choosing import criterion, one_of
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Lack, Option, Result, Term, called
from designkit.estimates.formulas.agents import chain_success, step_needed
from designkit.estimates.formulas.token_loop import loop_input, loop_new
from designkit.estimates.formulas.traffic import peak_rate
from designkit.estimates.inflow import rates, summed, writers
from designkit.estimates.language import agents_before, models_of, written_by
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, DURATION, FRACTION, RATE, Unit

PARTS = "Of what is stated; the question and the results of tools come on top."
AGAIN = "Each call reads what came before again: it grows with the square of the steps."
IN_CODE = (("single-call",), ("workflow",))
"""Where code chooses the steps, each prompt is written anew, save for results."""

TRIMMED = "If nothing is trimmed before."
CHAIN = "Steps are taken as independent, and none is mended later."
ONE_AFTER_ANOTHER = "Medians, one step after another; tools that run side by side help."


@topic(44, "Agents", Chapter.LOAD)
def agents(sheet: EstimateInputs) -> Iterator[Result]:
    """Follow each agent over its steps."""
    for agent in sheet.facts.of_kind("agent"):
        yield from _events(sheet, agent)
        if agent.quantity("system-tokens"):
            yield _prompt(sheet, agent)
        if "steps" in agent.attributes:
            yield from _of_agent(sheet, agent)


def _events(sheet: EstimateInputs, agent: Component) -> Iterator[Result]:
    """Give the events that an agent gets at peak, from flows that state a rate."""
    found = rates(sheet, writers(sheet.facts, agent.id))
    if found:
        yield compute(
            _entry(agent, "events-peak", "events that it gets at peak", RATE),
            summed(found) + " * {factor}",
            lambda factor, **known: peak_rate(sum(known.values()), factor),
            factor=sheet.stated("workload", "peak-factor"),
            **found,
        )


def _prompt(sheet: EstimateInputs, agent: Component) -> Result:
    at = ("components", agent.id)
    terms = {
        "system": sheet.stated(*at, "system-tokens"),
        "history": sheet.stated(*at, "history-tokens"),
    }
    known: dict[str, Term] = {
        name: term for name, term in terms.items() if isinstance(term, FigureInput)
    }
    formula = " + ".join(f"{{{name}}}" for name in known)
    if agent.quantity("passages"):
        known["passages"] = sheet.stated(*at, "passages")
        known["each"] = sheet.stated(*at, "passage-tokens")
        formula += " + {passages} * {each}"
    return compute(
        _entry(agent, "prompt", "tokens of a prompt", COUNT, PARTS),
        formula,
        lambda system, history=0.0, passages=0.0, each=0.0: (
            system + history + passages * each
        ),
        **known,
    )


def _of_agent(sheet: EstimateInputs, agent: Component) -> Iterator[Result]:
    model = next(
        (m for m in models_of(sheet) if agent in agents_before(sheet, m)), None
    )
    steps = sheet.stated("components", agent.id, "steps", "p50", label="steps")
    if model:
        if tools_of(sheet, agent) or agent.texts("control") not in IN_CODE:
            yield from _tokens(sheet, agent, model, steps)
        yield (time := _time(sheet, agent, model, steps))
        yield from _deadline(sheet, agent, time)
        if goes_round(agent):
            yield from _promise(sheet, agent, time)
    yield from _success(sheet, agent, steps)


def _tokens(
    sheet: EstimateInputs, agent: Component, model: Component, steps: Term
) -> Iterator[Result]:
    """Give the tokens that a task reads, and those of them that are new."""
    terms: dict[str, Term] = {
        "steps": steps,
        "start": sheet.results.get(f"agents.{agent.id}.prompt")
        or sheet.stated("components", agent.id, "system-tokens"),
        "given": _given(sheet, agent),
        "written": written_by(sheet, model),
    }
    task = compute(
        _entry(agent, "task-input", "tokens that a task reads", COUNT, AGAIN),
        "{steps} * {start} + ({given} + {written}) * {steps} * ({steps} - 1) / 2",
        _task_input,
        **terms,
    )
    yield task
    yield compute(
        _entry(agent, "call-input", "tokens that a call reads on average", COUNT),
        "{task} / {steps}",
        _call_input,
        task=called(task, "tokens of a task"),
        steps=steps,
    )
    yield compute(
        _entry(agent, "task-new", "tokens of them that no call read before", COUNT),
        "{start} + ({steps} - 1) * ({given} + {written})",
        _task_new,
        **terms,
    )
    most = sheet.stated(
        "components", agent.id, "steps", "p95", label="steps of a long task"
    )
    if isinstance(most, FigureInput):
        yield compute(
            _entry(
                agent,
                "longest-prompt",
                "tokens that the last call of a long task reads",
                COUNT,
                TRIMMED,
            ),
            "{start} + ({most} - 1) * ({given} + {written})",
            lambda most, start, given, written: loop_new(most, start, given, written),
            most=most,
            **{name: term for name, term in terms.items() if name != "steps"},
        )


def _task_input(steps: float, start: float, given: float, written: float) -> float:
    return loop_input(steps, start, given, written)


def _call_input(task: float, steps: float) -> float:
    return task / steps


def _task_new(steps: float, start: float, given: float, written: float) -> float:
    return loop_new(steps, start, given, written)


def tools_of(sheet: EstimateInputs, agent: Component) -> list[int]:
    """Return the numbers of the flows that bring results of tools to `agent`."""
    return [
        number
        for number, flow in enumerate(sheet.design.flows)
        if flow.target == agent.id and flow.carries == "tool-result"
    ]


def _given(sheet: EstimateInputs, agent: Component) -> Term:
    """Return the tokens of a result, by the tool that states the most."""
    results = [
        sheet.stated(
            *("components", sheet.design.flows[number].source, "result-tokens", "p50"),
            label="tokens of a result",
        )
        for number in tools_of(sheet, agent)
    ]
    known = [found for found in results if isinstance(found, FigureInput)]
    if known:
        options = [Option(it, criterion(_most, tokens=it)) for it in known]
        return one_of(*options, Option(known[0]))
    return first(*results) if results else Lack("", f"{agent.id} has no tool")


def _most(tokens: float) -> float:
    return tokens


def _time(
    sheet: EstimateInputs, agent: Component, model: Component, steps: Term
) -> Result:
    call = sheet.results.get(f"answers.{model.id}.call")
    return compute(
        _entry(agent, "task-time", "time of a task", DURATION, ONE_AFTER_ANOTHER),
        "{steps} * {call}",
        lambda steps, call: steps * call,
        steps=steps,
        call=called(
            call or sheet.stated("components", model.id, "first-token", "p50"),
            "time of a call",
        ),
    )


def _deadline(
    sheet: EstimateInputs, agent: Component, time: Result
) -> Iterator[Result]:
    deadline = sheet.stated("components", agent.id, "deadline")
    if isinstance(deadline, FigureInput):
        yield compute(
            _entry(agent, "deadline-share", "part of the deadline it takes", FRACTION),
            "{time} / {deadline}",
            lambda time, deadline: time / deadline,
            time=called(time, "time of a task"),
            deadline=deadline,
        )


def _promise(sheet: EstimateInputs, agent: Component, time: Result) -> Iterator[Result]:
    promise = sheet.stated("objectives", "answer", "p50", label="promised median")
    if isinstance(promise, FigureInput):
        title = "part of the promised median of the answer it takes"
        yield compute(
            _entry(agent, "answer-share", title, FRACTION),
            "{time} / {promise}",
            lambda time, promise: time / promise,
            time=called(time, "time of a task"),
            promise=promise,
        )


def _success(sheet: EstimateInputs, agent: Component, steps: Term) -> Iterator[Result]:
    """Give what failing tools leave of tasks, and what a promise asks of a step."""
    for number in tools_of(sheet, agent):
        tool = sheet.design.components[sheet.design.flows[number].source]
        if tool.quantity("error-rate"):
            yield compute(
                FigureEntry(
                    f"agents.{agent.id}.{tool.id}-never-fails",
                    f"{agent.title}: tasks in which {tool.id} never fails",
                    FRACTION,
                    note="If every step calls it, and failures are independent.",
                    about=agent.id,
                ),
                "(1 - {errors})^{steps}",
                lambda errors, steps: chain_success(1 - errors, steps),
                errors=sheet.stated("components", tool.id, "error-rate"),
                steps=steps,
            )
    promise = sheet.stated("objectives", "task-success")
    if isinstance(promise, FigureInput):
        yield compute(
            _entry(
                agent, "step-success", "steps that have to succeed", FRACTION, CHAIN
            ),
            "{promise}^(1 / {steps})",
            _step_success,
            promise=promise,
            steps=steps,
        )


def _step_success(promise: float, steps: float) -> float:
    return step_needed(promise, steps)


def _entry(
    agent: Component, id: str, title: str, unit: Unit, note: str = ""
) -> FigureEntry:
    return FigureEntry(
        f"agents.{agent.id}.{id}",
        f"{agent.title}: {title}",
        unit,
        note=note,
        about=agent.id,
    )
