"""Computes all figures of a design, topic by topic, and keeps what was found."""

from designkit.analysis.facts import Facts
from designkit.estimates.figure import Estimate, FigureGroup, Result
from designkit.estimates.topic import EstimateInputs, Topic
from designkit.estimates.topics import all_topics
from designkit.model.design import Design


def estimate(design: Design) -> Estimate:
    """Compute every figure of `design`; what cannot be computed says what it lacks."""
    facts, known = Facts(design), dict[str, Result]()
    parts = (_part(topic, facts, known) for topic in all_topics())
    return Estimate(tuple(part for part in parts if part.results))


def _part(topic: Topic, facts: Facts, known: dict[str, Result]) -> FigureGroup:
    """Compute one topic; each figure can be an input of those after it."""
    results = list[Result]()
    for result in topic.compute(EstimateInputs(facts, known)):
        known[result.id] = result
        results.append(result)
    return FigureGroup(topic.name, topic.title, topic.heading.value, tuple(results))
