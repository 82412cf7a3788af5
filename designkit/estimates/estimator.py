"""Computes all figures of a design, topic by topic, and keeps what was found."""

from collections.abc import Iterable

from designkit.analysis.facts import Facts
from designkit.estimates.choosing import is_told
from designkit.estimates.figure import Estimate, FigureGroup, Result
from designkit.estimates.topic import Chapter, EstimateInputs, Topic
from designkit.estimates.topics import all_topics
from designkit.model.design import Design


def estimate(design: Design) -> Estimate:
    """Compute every figure of `design`; what cannot be computed says what it lacks."""
    return _estimated(design, all_topics())


def estimate_load(design: Design) -> Estimate:
    """Compute load, latency and replicas alone, which need no other figures."""
    topics = all_topics()
    return _estimated(design, [t for t in topics if t.heading is Chapter.LOAD])


def _estimated(design: Design, topics: Iterable[Topic]) -> Estimate:
    facts, known = Facts(design), dict[str, Result]()
    parts = (_part(topic, facts, known) for topic in topics)
    return Estimate(tuple(part for part in parts if part.results))


def _part(topic: Topic, facts: Facts, known: dict[str, Result]) -> FigureGroup:
    """Compute one topic; each figure can be an input of those after it."""
    results = list[Result]()
    for result in filter(is_told, topic.compute(EstimateInputs(facts, known))):
        known[result.id] = result
        results.append(result)
    return FigureGroup(topic.name, topic.title, topic.heading.value, tuple(results))
