"""Step 1: from a wish to an input, an output and a decision."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph, Table
from designkit.handouts.section import Lesson, section, table_rows
from designkit.model.problem import Problem

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
    costs = stated.costs
    rows = table_rows(
        ("ML task", stated.task or ""),
        ("Decision", stated.decision or ""),
        *_labels(lesson, stated),
        ("A false alarm costs", lesson.cited(costs.false_positive) if costs else ""),
        ("A miss costs", lesson.cited(costs.false_negative) if costs else ""),
        ("Baseline", stated.baseline or ""),
    )
    yield Table(("", ""), rows, (1, 3.4))


def _labels(lesson: Lesson, stated: Problem) -> Iterator[tuple[str, str]]:
    """Give each label and its positive rate; of several, the rate with its name."""
    one = (("", stated.label),) if stated.label else ()
    for id, label in (*one, *stated.labels.items()):
        window = f" within {lesson.cited(label.window)}" if label.window else ""
        yield "Label", f"{label.name or id or 'label'}{window}"
        of = f" of {label.name or id}" if id else ""
        yield f"Positive rate{of}", lesson.cited(label.positive_rate)
