"""The figures of the request path: at each hop its time and its size, and the sum."""

from collections.abc import Iterator

from designkit.analysis.language import goes_round
from designkit.estimates.answering import AwaitedAnswer
from designkit.estimates.figure import Estimate, Figure
from designkit.model.component import Component
from designkit.model.critical_path import CriticalPath
from designkit.model.design import Design
from designkit.model.problem import Percentiles
from designkit.model.tokens import CountPercentiles
from designkit.pictures.phrases import percentiles
from designkit.quantities.alike import bytes_like
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_latency

HALF_A_PER_CENT = 0.005
"""What rounding would write as nothing."""


def figures_of_hop(
    component: Component, path: CriticalPath, estimate: Estimate
) -> tuple[str, ...]:
    """Return the lines of figures of a hop: times, share, tokens, what it needs."""
    size = _size(component, estimate)
    tokens = (*_first_token(component), *_tokens(component))
    streams = estimate.get("answers.first-token") is not None
    share = () if streams else _share(component, path)
    return (*_times(component), *share, *tokens, *size)


def _times(component: Component) -> Iterator[str]:
    if component.latency and component.latency.p99:
        yield percentiles(component.latency)


def _first_token(component: Component) -> Iterator[str]:
    first = component.attributes.get("first-token")
    if isinstance(first, Percentiles) and first.p99:
        yield f"first token p99 {first.p99}"


def _tokens(component: Component) -> Iterator[str]:
    """Give the tokens of a call that a language model states, by the median."""
    for way in ("in", "out"):
        tokens = component.attributes.get(f"{way}put-tokens")
        if isinstance(tokens, CountPercentiles) and tokens.p50:
            yield f"{tokens.p50} tokens {way}"


def loop_of(component: Component) -> str:
    """Return how often an agent goes round, and what ends it; else nothing."""
    if not goes_round(component):
        return ""
    steps = component.attributes.get("steps")
    usual = steps.p50 if isinstance(steps, CountPercentiles) else None
    most, time = component.quantity("max-steps"), component.quantity("deadline")
    ends = ", ".join(f"{end}" for end in (most, time) if end)
    parts = (f"{usual} steps" if usual else "steps", f"at most {ends}" if ends else "")
    return ", ".join(filter(None, parts)) if ends else f"{parts[0]}, no limit"


def _share(component: Component, path: CriticalPath) -> Iterator[str]:
    """Give the part that a hop takes of the sum of the p99s, if it is on the path."""
    p99 = component.time("p99")
    if p99 and path.p99 and component.id in path.components:
        times = path.components.count(component.id)
        yield f"{_share_text(times * p99.high / path.p99)} of the budget"


def _share_text(part: float) -> str:
    """Write a part in whole per cents; what is there is never none."""
    return "<1%" if 0 < part <= HALF_A_PER_CENT else f"{part:.0%}"


def _size(component: Component, estimate: Estimate) -> Iterator[str]:
    """Give the replicas that a server needs, or the memory that a store does."""
    id = component.id
    spare = estimate.get(f"serving.{id}.replicas-with-spare")
    replicas = spare or estimate.get(f"serving.{id}.replicas")
    if replicas:
        there = f" of {component.replicas}" if component.replicas else ""
        yield f"{replicas.text}{there} replicas"
    memory = estimate.get(f"store.{id}.memory") or estimate.get(f"index.{id}.memory")
    if memory:
        stated = component.quantity("memory")
        yield _of(memory, stated) if stated else f"{memory.text} of memory"


def _of(memory: Figure, stated: Quantity) -> str:
    """Write what is needed of what is there, both in one unit."""
    ends = (bytes_like(end, stated.text) for end in (memory.low, memory.high))
    return f"{'..'.join(dict.fromkeys(ends))} of {stated}"


def caption_of(
    design: Design, awaited: AwaitedAnswer, estimate: Estimate
) -> Iterator[str]:
    """Give the way that a request takes, and its budget beside the promise."""
    path = awaited.path
    budget = estimate.get("latency.p99-budget")
    first = estimate.get("answers.first-token")
    way = " → ".join(design.components[id].title for id in path.components)
    if first and not (design.objectives and design.objectives.latency):
        yield f"The first token waits for: {way}."
        yield f"{_budget(awaited)}."
        return
    if first:
        yield f"First token: the p99s of the hops to it add up to {first.text}."
    if not path.p99 or budget is None:
        return
    yield f"Critical path: {way}."
    medians = estimate.get("latency.p50-budget")
    middle = f"; the medians add up to {medians.text}" if medians else ""
    yield f"{_budget(awaited)}{middle}. {_likely(estimate)}"
    if estimate.part("serving") or estimate.part("store"):
        yield "Replicas and memory: what the peak needs, of what is stated."


def _budget(awaited: AwaitedAnswer) -> str:
    """Say what the p99s add up to, and how much of the promise that leaves."""
    path, wanted = awaited.path, awaited.promised
    said = f"Budget: the p99 of its hops add up to {shown_latency(path.p99)}"
    if wanted is None or not wanted.value:
        return said
    spare = 1 - path.p99 / wanted.value
    word = "to spare" if spare >= 0 else "over"
    return f"{said} of the {wanted} objective, {_share_text(abs(spare))} {word}"


def _likely(estimate: Estimate) -> str:
    likely: Figure | None = estimate.get("latency.p99-estimate")
    because = "Percentiles do not add, so the budget is an upper bound"
    return f"{because}; likely is a p99 of {likely.text}." if likely else f"{because}."
