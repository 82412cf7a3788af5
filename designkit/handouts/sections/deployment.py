"""Step 6: the path of a request or a run with its times, the release, the way back."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph, Picture
from designkit.handouts.section import Lesson, section
from designkit.model.component import Component
from designkit.pictures.views import path_of
from designkit.text.sentences import sentence

ASKED = {
    "request-path": "Write the p99 at each hop. What is left of the promise?",
    "run-path": "Write how long each step takes. What is left until results are due?",
}
"""What a worksheet asks of the view that shows how the system serves."""


def _ask(lesson: Lesson) -> Iterator[Block]:
    path = path_of(lesson.design)
    yield Paragraph(ASKED[path])
    yield Picture(path)
    yield Paragraph("How does a new model get out, and how is it taken back?")


@section(90, "6 Deployment", room=4, ask=_ask)
def deployment(lesson: Lesson) -> Iterator[Block]:
    """Show how it serves, the release in steps, and what answers when all fails."""
    yield Picture(path_of(lesson.design))
    for deployer in lesson.facts.of_kind("deployer"):
        yield Paragraph(f"**Release.** {' '.join(_release(lesson, deployer))}")
    for fallback in lesson.facts.of_kind("fallback"):
        why = sentence(fallback.why or "")
        yield Paragraph(f"**{fallback.title}** answers when the model cannot. {why}")


def _release(lesson: Lesson, deployer: Component) -> Iterator[str]:
    """Say the steps, what the first one sees, what stops it, and the way back."""
    ways = " → ".join(deployer.texts("strategy"))
    canary, bake = deployer.quantity("canary"), deployer.quantity("bake")
    first = f"; first {canary} for {bake}" if canary and bake else ""
    yield f"{ways[:1].upper()}{ways[1:]}{first}." if ways else ""
    seen = lesson.number(f"release.{deployer.id}.canary-requests")
    needed = lesson.number(f"release.{deployer.id}.requests-needed")
    if seen:
        yield f"That is {seen} requests" + (f"; {needed} show harm." if needed else ".")
    if gates := deployer.texts("gates"):
        yield f"It goes on with {'; '.join(gates)}."
    back = " ".join(deployer.texts("rollback"))
    time = deployer.quantity("rollback-time")
    if back:
        yield f"Way back: {back}" + (f", within {time}." if time else ".")
