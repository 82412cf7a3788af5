"""Language models in an estimate: who asks them, how often, with how many tokens."""

from collections.abc import Iterator

from designkit.analysis.roles import has_role
from designkit.catalog.role import Role
from designkit.estimates.figure import FigureInput, Lack, Term, called
from designkit.estimates.topic import EstimateInputs, first
from designkit.model.component import Component, Mode

MODELS = ("hosted-model", "llm-server")
ASKS = ("prompt", "request", "passages")
"""What a language model is asked with."""


def models_of(sheet: EstimateInputs, *kinds: str) -> Iterator[Component]:
    """Give the language models that write, not those that embed, rank or moderate."""
    for model in sheet.facts.of_kind(*(kinds or MODELS)):
        if model.texts("role") in ((), ("generate",)):
            yield model


def is_awaited(sheet: EstimateInputs, model: Component) -> bool:
    """Whether a request waits for `model`."""
    return model.id in sheet.graph.in_request


def is_batched(sheet: EstimateInputs, model: Component) -> bool:
    """Whether all that `model` is asked comes in batches: nobody waits for it."""
    asking = [f for f in sheet.graph.incoming[model.id] if f.carries in ASKS]
    return bool(asking) and all(flow.mode is Mode.BATCH for flow in asking)


def agents_before(sheet: EstimateInputs, model: Component) -> tuple[Component, ...]:
    """Return the agents whose prompts reach `model`, also by way of what passes on."""
    found, waiting = dict[str, Component](), [model.id]
    seen = {model.id}
    while waiting:
        for flow in sheet.graph.incoming[waiting.pop()]:
            asker = sheet.design.components[flow.source]
            if flow.carries == "prompt" and asker.id not in seen:
                seen.add(asker.id)
                if has_role(asker, Role.PASSES_ON):
                    waiting.append(asker.id)
                elif asker.kind == "agent":
                    found[asker.id] = asker
    return tuple(found.values())


def one_agent(sheet: EstimateInputs, model: Component) -> Component | None:
    """Return the agent that alone writes the prompts of `model`, if there is one."""
    agents = agents_before(sheet, model)
    return agents[0] if len(agents) == 1 else None


def calls_of(sheet: EstimateInputs, id: str) -> Term:
    """Return the calls of the model `id` in one request.

    What the flow to it states; else what those state that lead to what passes calls on;
    else the steps of its agent. One of several models of a kind must state its part.
    """
    numbers = _asking(sheet, id)
    if not numbers:
        return Lack(f"flows.calls.->{id}", "a call that reaches it")
    busiest = sheet.busiest(numbers)
    flow = sheet.design.flows[busiest]
    found = sheet.of_flow(busiest, "calls-per-request", f"{id} calls")
    if isinstance(found, FigureInput):
        return found
    if _is_one_of_several(sheet, busiest):
        return found
    asker = sheet.design.components[flow.source]
    if has_role(asker, Role.PASSES_ON) and _asking(sheet, asker.id):
        return calls_of(sheet, asker.id)
    steps = sheet.stated("components", asker.id, "steps", "p50", label="steps")
    if isinstance(steps, FigureInput):
        return steps
    return sheet.calls_of_flow(busiest, f"{id} calls")


def _asking(sheet: EstimateInputs, id: str) -> list[int]:
    return [
        number
        for number, flow in enumerate(sheet.design.flows)
        if flow.target == id and flow.mode is Mode.CALL and flow.carries in ASKS
    ]


def _is_one_of_several(sheet: EstimateInputs, number: int) -> bool:
    """Whether who sends flow `number` asks another model of its kind as well."""
    flow, parts = sheet.design.flows[number], sheet.design.components
    return any(
        parts[other.target].kind in MODELS and other.target != flow.target
        for other in sheet.graph.outgoing[flow.source]
        if other.carries == flow.carries and other.mode is Mode.CALL
    ) and (parts[flow.target].kind in MODELS)


def read_by(sheet: EstimateInputs, model: Component, percentile: str = "p50") -> Term:
    """Return the tokens that a call of `model` reads: stated, else those of its agent.

    What an agent states of the parts of its prompt stands for every percentile.
    """
    path = ("components", model.id, "input-tokens", percentile)
    stated = sheet.stated(*path, label="input tokens")
    agent = one_agent(sheet, model)
    if isinstance(stated, FigureInput) or agent is None:
        return stated
    names = (f"agents.{agent.id}.{name}" for name in ("call-input", "prompt"))
    computed = [sheet.results[name] for name in names if name in sheet.results]
    return first(*computed, stated)


def written_by(sheet: EstimateInputs, model: Component) -> Term:
    """Return the tokens that a call of `model` writes, by the median."""
    path = ("components", model.id, "output-tokens", "p50")
    return sheet.stated(*path, label="output tokens")


def longest(sheet: EstimateInputs, model: Component, what: str) -> Term:
    """Return the most tokens that are stated as `what`: the highest percentile."""
    label = what.replace("-", " ")
    at = ("components", model.id, what)
    found = [sheet.stated(*at, p, label=label) for p in ("p99", "p95", "p90", "p50")]
    return first(*found)


def longest_of_loop(sheet: EstimateInputs, model: Component) -> Term:
    """Return the tokens of the last call of a long task, if a loop asks `model`."""
    agent = one_agent(sheet, model)
    found = sheet.results.get(f"agents.{agent.id}.longest-prompt") if agent else None
    return called(found, "longest prompt") if found else Lack("", "no loop asks it")


def longest_answer(sheet: EstimateInputs, model: Component) -> Term:
    """Return the most tokens of an answer: where it is cut, else as `longest`."""
    cut = sheet.stated("components", model.id, "max-output", label="longest answer")
    return first(cut, longest(sheet, model, "output-tokens"))
