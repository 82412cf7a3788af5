"""The rubric: what a good answer has, to be ticked off."""

from collections.abc import Iterator

from designkit.analysis.run_path import scores_in_batches
from designkit.documents.paper import Block, Items
from designkit.handouts.section import Lesson, section

ONLINE = (
    "computed the peak aloud and sized the servers and the store for it",
    "kept every hop within the promise, with a way to answer when the model cannot",
)
BATCH = (
    "computed the rows of a run aloud and how long it takes",
    "kept the run within its deadline, with results to use when it is late",
)
"""What is sized, and what keeps the promise, where people ask and where jobs score."""


def _ask(lesson: Lesson) -> Iterator[Block]:
    yield Items(tuple(_points(lesson, with_numbers=False)), "box")


@section(150, "Did you …?", room=0, ask=_ask)
def rubric(lesson: Lesson) -> Iterator[Block]:
    """List what a good answer has, with the numbers of this design."""
    yield Items(tuple(_points(lesson, with_numbers=True)), "box")


def _points(lesson: Lesson, *, with_numbers: bool) -> Iterator[str]:
    """Give a point for each step; in a blank handout without what they look for."""
    for step, point, numbers in _expected(lesson):
        known = ", ".join(number for number in numbers if number)
        more = f" ({known})" if with_numbers and known else ""
        yield f"**{step}:** {point}{more}"


def _expected(lesson: Lesson) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give step, point, and the numbers of this design that show it."""
    design, number = lesson.design, lesson.number
    problem = design.problem
    decision = problem.decision if problem else None
    rate = problem.label.positive_rate if problem and problem.label else None
    sized, kept = BATCH if scores_in_batches(lesson.facts) else ONLINE
    yield (
        "Problem",
        "said what is decided, what is predicted and what an error costs, first of all",
        (decision or "",),
    )
    yield (
        "Numbers",
        sized,
        (number("traffic.peak-qps"), *_replicas(lesson)),
    )
    yield (
        "Data",
        "said where labels come from, how late, and what they do not see",
        (f"positive rate {rate}" if rate else "", number("labels.age-of-95-percent")),
    )
    yield (
        "Features",
        "made training read what serving saw, at the time it saw it",
        tuple(sorted({str(d.join) for d in design.datasets.values() if d.join})),
    )
    yield (
        "Models",
        "began with a baseline and gave one reason for each step up",
        (problem.baseline if problem and problem.baseline else "",),
    )
    yield (
        "Evaluation",
        "named the metric that misleads, and the units that the experiment needs",
        (_units(number("experiment.sample-size")), number("experiment.duration")),
    )
    yield (
        "Deployment",
        kept,
        (_budget(lesson),),
    )
    yield (
        "Monitoring",
        "closed the loop from predictions to labels to the next model, and dated it",
        (number("model.worst-age"),),
    )
    yield (
        "Depth",
        "defended two trade-offs, and told one failure from symptom to fix",
        (),
    )


def _replicas(lesson: Lesson) -> Iterator[str]:
    for server in lesson.facts.of_kind("model-server"):
        found = lesson.number(f"serving.{server.id}.replicas")
        if found:
            yield f"{server.title}: {found} replicas"


def _units(text: str) -> str:
    return f"{text} an arm" if text else ""


def _budget(lesson: Lesson) -> str:
    budget, promise = lesson.number("latency.p99-budget"), lesson.design.objectives
    limit = promise.latency.p99 if promise and promise.latency else None
    return f"{budget} of {limit}" if budget and limit else budget
