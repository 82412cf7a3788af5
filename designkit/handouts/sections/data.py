"""Step 2: where data and labels come from, how late, and what they do not see."""

from collections.abc import Iterator

from designkit.analysis.outcomes import LabelOutcome
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.documents.paper import Block, Callout, Paragraph, Table
from designkit.handouts.section import Lesson, section
from designkit.text.sentences import sentence


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    yield Paragraph(
        "Where does the data come from, and who owns it? Where do labels come from, "
        "how late, and what do they not see?"
    )


@section(50, "2 Data collection", room=8, ask=_ask)
def data(lesson: Lesson) -> Iterator[Block]:
    """Tell the sources, the label with its delay and bias, and the training sets."""
    sources = lesson.facts.of_kind(
        *kinds_with(Role.ORIGIN), "event-log", "label-joiner"
    )
    named = (f"**{part.title}**{_on(part.technology)}" for part in sources)
    if sources:
        yield Paragraph(f"From {'; '.join(named)}.")
    yield from _label(lesson)
    yield from _sets(lesson)


def _on(technology: str | None) -> str:
    return f" ({technology})" if technology else ""


def _label(lesson: Lesson) -> Iterator[Block]:
    """Say what each label is, when it comes, and what it does not see."""
    problem = lesson.design.problem
    for outcome in lesson.facts.outcomes.all:
        if outcome.id or (problem and problem.label):
            yield from _said(lesson, outcome)


def _said(lesson: Lesson, outcome: LabelOutcome) -> Iterator[Block]:
    label, delay = outcome.label, outcome.label.delay
    name = label.name or outcome.id or "The outcome"
    said = [f"**Label.** {name}{_given(label.method)}"]
    if delay and delay.p50 and delay.p95:
        said.append(f"half are known after {delay.p50}, 95% after {delay.p95}")
    of = f".{outcome.id}" if outcome.id else ""
    share = lesson.number(f"labels{of}.mature-share")
    if share:
        said.append(f"{share} when the youngest example is used")
    yield Paragraph(f"{'; '.join(said)}.")
    if label.bias:
        yield Callout("What the label does not see", sentence(label.bias), "trap")


def _given(method: str | None) -> str:
    ways = {"natural": "what happens", "human": "people", "weak": "heuristics"}
    return f", given by {ways[method]}" if method in ways else ""


def _sets(lesson: Lesson) -> Iterator[Block]:
    rows = tuple(
        (
            f"**{item.name or id}**",
            str(item.join or ""),
            ", ".join(item.split),
            lesson.cited(item.examples),
            lesson.cited(item.positive_rate),
            lesson.cited(item.negative_rate),
        )
        for id, item in lesson.design.datasets.items()
    )
    if rows:
        heads = (
            "Examples",
            "Join",
            "Split by",
            "How many",
            "Positive",
            "Negatives kept",
        )
        yield Table(heads, rows).filled()
