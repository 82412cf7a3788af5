"""Step 5: what is measured, the metric that misleads, the experiment that decides."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Callout, Paragraph, Table, Working
from designkit.handouts.section import Lesson, section, table_rows
from designkit.text.sentences import sentence

PROOF = (
    "errors.precision",
    "experiment.sample-size",
    "experiment.days",
    "experiment.duration",
    "experiment.smallest-effect",
)


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    rows = (("Offline", ""), ("Online", ""), ("Guardrails", ""))
    yield Table(("Metrics", "Your choice, and why"), rows, (1, 4))
    yield Paragraph(
        "Which metric misleads here? How many units does the experiment need?"
    )


@section(80, "5 Evaluation", room=5, ask=_ask)
def evaluation(lesson: Lesson) -> Iterator[Block]:
    """Name the metrics, the trap, the gates, and what the experiment needs."""
    stated = lesson.design.problem.metrics if lesson.design.problem else None
    if stated:
        rows = table_rows(
            ("Offline", ", ".join(stated.offline)),
            ("Online", ", ".join(stated.online)),
            ("Guardrails", ", ".join(stated.guardrails)),
        )
        yield Table(("Metrics", ""), rows, (1, 5))
        if stated.trap:
            yield Callout("The metric that misleads", sentence(stated.trap), "trap")
    judged = lesson.design.evaluation
    if judged and judged.gates:
        yield Paragraph(f"**A candidate passes with** {'; '.join(judged.gates)}.")
    yield from _proof(lesson)


def _proof(lesson: Lesson) -> Iterator[Block]:
    plan = lesson.design.experiment
    if plan:
        said = (
            ("unit", plan.unit),
            ("primary metric", plan.primary),
            ("smallest effect", plan.mde),
            ("time", plan.duration),
        )
        known = "; ".join(f"{name}: {value}" for name, value in said if value)
        yield Paragraph(f"**Experiment.** {known}.")
    found = (lesson.estimate.get(id) for id in PROOF)
    rows = tuple((f.title, f.working, f"**{f.text}**") for f in found if f)
    if rows:
        yield Working(rows)
