"""Step 1: from a wish to an input, an output and a decision."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph, Table
from designkit.handouts.section import Lesson, section, table_rows

ASKED = ("Input", "Output", "Decision", "Label", "What errors cost", "Baseline")


def _ask(lesson: Lesson) -> Iterator[Block]:
    del lesson
    yield Table(
        ("", "Your answer"),
        tuple((name, "") for name in ASKED),
        (1, 4),
    )


@section(20, "1 Problem formulation", room=4, ask=_ask)
def problem(lesson: Lesson) -> Iterator[Block]:
    """Frame the problem, and say what an error costs."""
    stated = lesson.design.problem
    if stated is None:
        return
    if stated.framing:
        yield Paragraph(stated.framing)
    label, costs = stated.label, stated.costs
    window = f" within {lesson.cited(label.window)}" if label and label.window else ""
    rows = table_rows(
        ("ML task", stated.task or ""),
        ("Decision", stated.decision or ""),
        ("Label", f"{label.name or 'label'}{window}" if label else ""),
        ("Positive rate", lesson.cited(label.positive_rate) if label else ""),
        ("A false alarm costs", lesson.cited(costs.false_positive) if costs else ""),
        ("A miss costs", lesson.cited(costs.false_negative) if costs else ""),
        ("Baseline", stated.baseline or ""),
    )
    yield Table(("", ""), rows, (1, 3.4))
