"""The overlay of latency: what part of the time of a request each hop takes."""

from collections.abc import Sequence

from designkit.estimates.answering import AwaitedAnswer, awaited_answer
from designkit.pictures.drawing import BadgeShape
from designkit.pictures.overlay import BadgeText, OverlayContent, OverlayInputs, overlay
from designkit.quantities.writing import shown_latency

LEAST = 0.01
"""The share of which nothing less is written, but that it is below."""


@overlay(order=20)
def latency(inputs: OverlayInputs) -> OverlayContent:
    """The p99 of each hop of the critical path, as a part of the promise."""
    awaited = awaited_answer(inputs.design)
    promise = awaited.promised
    whole = promise.value if promise and promise.value else awaited.path.p99
    said = f"the promised {promise}" if promise else "the sum of the p99s"
    times = _times(awaited)

    def of_card(ids: Sequence[str]) -> BadgeText | None:
        time = sum(times.get(id, 0.0) for id in ids)
        if not time or not whole:
            return None
        share, taken = time / whole, shown_latency(time)
        part = f"{share:.0%}" if share >= LEAST else "<1%"
        title = f"p99 of {taken}, {part} of {said}."
        text = _of(taken, promise.text) if promise else f"{taken} · {part}"
        return BadgeText(text, title, share, strong=share > 1)

    return OverlayContent(
        legend="Overlay of latency: the p99 of each hop of the critical path; the bar "
        f"is its part of {said}.",
        empty="Overlay of latency: no hop of a critical path with a time is here.",
        shape=BadgeShape.PILL,
        of_card=of_card,
    )


def _of(taken: str, promised: str) -> str:
    """Write a time beside the whole: ``6 of 100 ms``, each unit where they differ.

    A share would read as that on the card, which is one of the sum of the p99s.
    """
    number, _, unit = taken.partition(" ")
    return f"{number if promised.endswith(f' {unit}') else taken} of {promised}"


def _times(awaited: AwaitedAnswer) -> dict[str, float]:
    """Return the seconds that the hops of the path take, each at its highest p99."""
    path = awaited.path.components
    times = {id: awaited.parts[id].time("p99") for id in path}
    return {id: path.count(id) * time.high for id, time in times.items() if time}
