"""Exports the figures of a design as a graph, so that a page can make them anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.estimates.choosing import is_told
from designkit.estimates.figure import Figure, Option, Result
from designkit.estimates.graph.functions import Functions, Told
from designkit.estimates.graph.limits import limits_json
from designkit.estimates.graph.numbers import numbers_of
from designkit.estimates.graph.terms import TermWriter, lack_json
from designkit.estimates.topic import EstimateInputs, Topic
from designkit.estimates.topics import all_topics
from designkit.source.loader import Loaded
from designkit.source.refusal import require_design


@dataclass(frozen=True, slots=True)
class FigureGraph:
    """The graph of a design as JSON, and the functions of Python that it names."""

    json: Mapping[str, object]
    functions: Functions


def graph_of(loaded: Loaded) -> FigureGraph:
    """Return all figures of a design with what each is made of.

    Figures stand after those that they are made of. One has an `if` where it is told
    only if that scores above 0, and a `choice` where it has several forms.

    Raises:
        LoadError: the design does not load.
    """
    facts = Facts(require_design(loaded))
    writer, known = TermWriter(facts), dict[str, Result]()
    choices: dict[str, object] = {}
    figures: list[Told] = []
    topics: dict[str, object] = {}
    for topic in all_topics():
        for result in _results(topic, facts, known):
            topics[topic.name] = {
                "title": topic.title,
                "section": topic.heading.value,
            }
            figures += _told(writer, choices, topic, result)
    return FigureGraph(
        {
            "topics": topics,
            "units": writer.units,
            "inputs": writer.inputs,
            "numbers": numbers_of(loaded, facts, writer.stated),
            "paths": writer.paths,
            "choices": choices,
            "figures": figures,
            "limits": limits_json(facts, figures, writer.inputs),
        },
        writer.functions,
    )


def _results(topic: Topic, facts: Facts, known: dict[str, Result]) -> Iterator[Result]:
    """Give what a topic computes, also what it does not tell with these numbers."""
    for result in topic.compute(EstimateInputs(facts, known)):
        if is_told(result):
            known[result.id] = result
        yield result


def _told(
    writer: TermWriter, choices: dict[str, object], topic: Topic, result: Result
) -> Iterator[Told]:
    """Give a figure as JSON, after those beside that it is made of."""
    told = _figure(writer, choices, topic, result)
    while writer.beside:
        _, other = writer.beside.popitem()
        if other.id not in writer.figures:
            *before, last = _told(writer, choices, topic, other)
            yield from (*before, last | {"beside": True})
    writer.figures.add(result.id)
    yield told


def _figure(
    writer: TermWriter, choices: dict[str, object], topic: Topic, result: Result
) -> Told:
    told: Told = {"id": result.id, "title": result.title, "topic": topic.name}
    if result.about:
        told["about"] = result.about
    if result.shown_if:
        told["if"] = writer.decided(result.shown_if)
    if len(result.forms) > 1:
        return told | _of_forms(writer, choices, result.forms)
    told |= _form(writer, result)
    return told | ({"along": writer.along(result.along)} if result.along else {})


def _of_forms(
    writer: TermWriter,
    choices: dict[str, object],
    forms: tuple[Option[Result], ...],
) -> Told:
    """Tell what decides between forms, each form once, and which option has which."""
    scores: list[object] = [
        writer.decided(it.score) if it.score else None for it in forms
    ]
    written = [_form(writer, it.item) for it in forms]
    told: list[object] = []
    for form in written:
        if form not in told:
            told.append(form)
    if len(told) == 1:
        return written[0]
    same = (name for name, known in choices.items() if known == scores)
    choice = next(same, str(len(choices)))
    choices[choice] = scores
    which: list[object] = [told.index(form) for form in written]
    return {"choice": choice, "which": which, "forms": told}


def _form(writer: TermWriter, result: Result) -> Told:
    """Tell how a figure is made; one that never can be, by what it lacks."""
    made = result.recipe
    if made is None:
        assert not isinstance(result, Figure)  # figures are made by `compute`
        return {"lacks": [lack_json(it) for it in result.lacks]}
    told: Told = {"unit": writer.unit(made.unit), "formula": made.formula}
    if made.note:
        told["note"] = made.note
    told |= writer.function(made.function) | {"terms": writer.terms(made.terms)}
    if result.along:  # the way brings terms, guards and formula
        del told["terms"], told["formula"]
    elif made.guards:
        told["guards"] = [writer.decided(it) for it in made.guards]
    return told
