"""Computes all figures of a design, topic by topic, and keeps what was found."""

from designkit.analysis.facts import Case
from designkit.estimates.figure import Estimate, Part, Result
from designkit.estimates.topic import Sheet, Topic
from designkit.estimates.topics import all_topics
from designkit.model.design import Design


def estimate(design: Design) -> Estimate:
    """Compute every figure of `design`; what cannot be computed says what it lacks."""
    case, known = Case(design), dict[str, Result]()
    parts = (_part(topic, case, known) for topic in all_topics())
    return Estimate(tuple(part for part in parts if part.results))


def _part(topic: Topic, case: Case, known: dict[str, Result]) -> Part:
    """Compute one topic; each figure can be an input of those after it."""
    results = list[Result]()
    for result in topic.compute(Sheet(case, known)):
        known[result.id] = result
        results.append(result)
    return Part(topic.name, topic.title, topic.heading.value, tuple(results))
