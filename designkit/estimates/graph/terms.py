"""Terms of figures as JSON: each number once, by name, and how a figure takes it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from designkit.analysis.facts import Facts
from designkit.estimates.choosing import at_high_end
from designkit.estimates.figure import (
    Adjustment,
    Along,
    Criterion,
    Figure,
    FigureInput,
    Gap,
    Lack,
    Option,
    Result,
    Term,
)
from designkit.estimates.graph.functions import Functions, Told, function_json
from designkit.model.critical_path import PathStep, PathSteps
from designkit.quantities.measure import Unit
from designkit.quantities.quantity import Origin


@dataclass(frozen=True)
class TermWriter:
    """Writes terms, and gathers the numbers, units and functions that they need.

    `beside` are results that others are made of and that no topic gave.
    """

    facts: Facts
    figures: set[str] = field(default_factory=set)
    inputs: dict[str, object] = field(default_factory=dict)
    units: dict[str, object] = field(default_factory=dict)
    functions: Functions = field(default_factory=dict)
    stated: dict[str, None] = field(default_factory=dict)
    paths: dict[str, object] = field(default_factory=dict)
    beside: dict[str, Result] = field(default_factory=dict)

    def function(self, function: Callable[..., object]) -> Told:
        """Return a function with what it is bound to."""
        return function_json(function, self.functions)

    def decided(self, asked: Criterion) -> Told:
        """Return what decides something: its function and its terms."""
        return self.function(asked.function) | {"terms": self.terms(asked.terms)}

    def terms(self, terms: Mapping[str, Term]) -> Told:
        """Return terms by the names of arguments."""
        return {name: self.term(term) for name, term in terms.items()}

    def term(self, term: Term) -> Told:
        """Return how a figure takes a term: the number it is, and its own words."""
        if isinstance(term, Lack):
            return self._of_lack(term)
        if isinstance(term, Figure | Gap):
            return self._of_result(term)
        return self._of_input(term)

    def unit(self, unit: Unit) -> str:
        """Return the name of a unit."""
        written = self.function(unit.show) | {"symbol": unit.symbol}
        return _kept(self.units, unit.symbol or "number", written)

    def _of_lack(self, lack: Lack) -> Told:
        """Return what lacks, and which others may be known with other numbers."""
        if not lack.options:
            return {"lack": lack_json(lack)}
        told: Told = {"options": [self._option(it) for it in lack.options]}
        return {"input": _kept(self.inputs, lack.path or "choice", told)}

    def _of_result(self, result: Result) -> Told:
        if result.id not in self.figures:
            self.beside[result.id] = result
        return {"figure": result.id}

    def _of_input(self, item: FigureInput) -> Told:
        taken: Told = {} if item.options else _taken(item)
        if not (item.options or item.made) and self._is_figure(item):
            return {"figure": item.name, "label": item.label} | taken
        name = _kept(self.inputs, item.name, self._number(item))
        if item.options:
            return {"input": name}
        taken["label"] = item.label
        return {"input": name} | taken | ({"assumed": True} if item.is_default else {})

    def _is_figure(self, item: FigureInput) -> bool:
        known = item.name in self.figures or item.name in self.beside
        return item.is_figure and known

    def _number(self, item: FigureInput) -> Told:
        if item.options:
            return {"options": [self._option(it) for it in item.options]}
        told: Told = {"unit": self.unit(item.unit)}
        if item.source != Origin.STATED:
            told["from"] = item.source
        if item.note:
            told["note"] = item.note
        if item.made:
            return told | {"made": self._adjustment(item.made)}
        value = item.low / 2 + item.high / 2 if item.low != item.high else item.low
        told |= {"text": item.text, "value": value}
        if item.low != item.high:
            told |= {"low": item.low, "high": item.high}
        if not self.is_stated(item):
            return told
        path = self._path_of(item.name)
        self.stated[path] = None
        return told | {"path": path}

    def is_stated(self, item: FigureInput) -> bool:
        """Whether an input is a number that stands in the design, just as it is."""
        found = self.facts.quantity(*item.name.split("."))
        ends = (item.text, item.low, item.high)
        return found is not None and (found.text, found.low, found.high) == ends

    def _path_of(self, name: str) -> str:
        """Return where a number stands: what runs in a host has the replicas of it."""
        section, id, *rest = name.split(".")
        parts = self.facts.design.components
        host = parts.get(parts[id].host or "") if section == "components" else None
        is_shared = host is not None and host.replicas and rest == ["replicas"]
        return f"components.{host.id}.replicas" if host and is_shared else name

    def _option(self, option: Option[Term]) -> Told:
        told: Told = {"term": self.term(option.item)}
        if option.score:
            told["score"] = self.decided(option.score)
        return told

    def along(self, along: Along) -> Told:
        """Return how a figure follows the slowest way, and its hops by component."""
        asked = along.steps()
        ids = dict.fromkeys(step.component for step in asked.steps)
        hops = {id: hop for id in ids if (hop := self.terms(along.hops(id)))}
        guards = {id: self.decided(it) for id, it in along.guards.items() if id in ids}
        return {
            "path": self._path(along, asked),
            "hops": hops,
            "piece": along.piece,
            "between": along.between,
            "before": along.before,
            "guards": guards,
            "none": self.terms(along.none()),
        }

    def _path(self, along: Along, asked: PathSteps) -> str:
        """Return the name of what finds the slowest way: its steps and their times."""
        steps = [self._step(along, step) for step in asked.steps]
        told = {"steps": steps, "ends": list(asked.ends), "over": list(along.over)}
        return _kept(self.paths, "path", told)

    def _step(self, along: Along, step: PathStep) -> Told:
        time = along.time(step.component)
        told: Told = {"id": step.component, "after": list(step.before)}
        if step.is_timed and isinstance(time, FigureInput):
            told["time"] = self.term(at_high_end(time))
        return told

    def _adjustment(self, made: Adjustment) -> Told:
        terms = self.terms(made.terms)
        return self.function(made.function) | {"terms": terms, "text": made.text}


def lack_json(lack: Lack) -> Told:
    """Return what is lacking: where a design states it, and what it is."""
    return {"path": lack.path, "meaning": lack.meaning}


def _taken(item: FigureInput) -> Told:
    """Return which end of a range counts, and how many times a formula takes it."""
    taken: Told = {"end": item.end} if item.end else {}
    return taken | ({"factor": item.factor} if item.factor != 1 else {})


def _kept(table: dict[str, object], name: str, told: object) -> str:
    """Keep what is told under `name`, or under another if that means something else."""
    key, number = name, 1
    while key in table and not _same(table[key], told):
        number += 1
        key = f"{name}#{number}"
    table[key] = told
    return key


def _same(one: object, other: object) -> bool:
    return json.dumps(one) == json.dumps(other)
