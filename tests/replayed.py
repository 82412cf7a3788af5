"""Makes the figures of an exported graph anew, with the functions of Python."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isclose
from random import Random
from types import CellType, FunctionType
from typing import Any, cast

from designkit.estimates.choosing import (
    at_high_end,
    at_low_end,
    criterion,
    scored,
    times,
)
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Criterion,
    Estimate,
    Figure,
    FigureInput,
    Gap,
    Lack,
    Result,
    Term,
    derived,
    reason,
)
from designkit.estimates.graph.export import FigureGraph
from designkit.estimates.spread import filled, spread
from designkit.quantities.measure import UNITS, Unit
from designkit.quantities.quantity import Dimension, Origin, parse_quantity
from designkit.quantities.restating import StatedUnit

Told = Mapping[str, Any]
PLAIN = [*UNITS.values()]


@dataclass(frozen=True)
class Replay:
    """The figures of a graph with other texts at some of the paths of its numbers."""

    graph: FigureGraph
    settings: Mapping[str, str]
    results: dict[str, Result] = field(default_factory=dict)

    @property
    def json(self) -> Told:
        return self.graph.json

    def run(self) -> dict[str, Result]:
        """Return all figures and gaps that are told, by id."""
        told = []
        for figure in self.json["figures"]:
            result = self._figure(figure)
            self.results[result.id] = result
            if "if" not in figure or self._score(figure["if"]) > 0:
                told.append(result.id)
        hidden = {it["id"] for it in self.json["figures"] if it.get("beside")}
        return {id: self.results[id] for id in told if id not in hidden}

    def _figure(self, told: Told) -> Result:
        if "forms" in told:
            told = {**told, **told["forms"][self._form(told)]}
        if "along" in told:
            told = {**told, **self._along(told["along"])}
        if "lacks" in told:
            lacks = tuple(Lack(**it) for it in told["lacks"])
            return Gap(told["id"], told["title"], lacks, told.get("about", ""))
        entry = FigureEntry(
            told["id"],
            told["title"],
            self._units[told["unit"]],
            guards=tuple(map(self._criterion, told.get("guards", ()))),
        )
        return compute(
            entry, told["formula"], self._function(told), **self._terms(told["terms"])
        )

    def _form(self, told: Told) -> int:
        scores = self.json["choices"][told["choice"]]
        return cast(int, told["which"][self._chosen(scores)])

    def _chosen(self, scores: Sequence[Told | None]) -> int:
        found = [self._score(it) if it else 0.0 for it in scores]
        if max(found) > 0:
            return found.index(max(found))
        return next(n for n, it in enumerate(scores) if it is None)

    def _along(self, told: Told) -> Told:
        way = self._way(self.json["paths"][told["path"]])
        hops = [(n, told["hops"][id]) for n, id in enumerate(way) if id in told["hops"]]
        terms = {f"{name}_{n}": it for n, hop in hops for name, it in hop.items()}
        pieces = [
            filled(told["piece"], {name: f"{{{name}_{n}}}" for name in hop})
            for n, hop in hops
        ]
        return {
            "terms": terms or told["none"],
            "formula": told["before"] + told["between"].join(pieces),
            "guards": [it for id, it in told["guards"].items() if id in way],
        }

    def _way(self, path: Told) -> list[str]:
        done: list[float] = []
        steps = path["steps"]
        for step in steps:
            begun = max((done[it] for it in step["after"]), default=0.0)
            time = self._term(step["time"]) if "time" in step else None
            done.append(begun + (time.value if isinstance(time, FigureInput) else 0.0))
        last = max(path["ends"], key=done.__getitem__, default=None)
        if last is None or not done[last]:
            return []
        way = []
        while last is not None:
            way.append(steps[last]["id"])
            last = max(steps[last]["after"], key=done.__getitem__, default=None)
        is_way = not path["over"] or not {*path["over"]}.isdisjoint(way)
        return way[::-1] if is_way else []

    def _terms(self, told: Told) -> dict[str, Term]:
        return {name: self._term(it) for name, it in told.items()}

    def _term(self, told: Told) -> Term:
        if "lack" in told:
            return Lack(**told["lack"])
        if "figure" in told:
            found: Term = self.results[told["figure"]]
            found = derived(found) if isinstance(found, Figure) else found
        else:
            found = self._input(told["input"])
        if not isinstance(found, FigureInput):
            return found
        if "label" in told:
            found = replace(found, label=told["label"])
        if told.get("assumed"):
            found = replace(found, place="somewhere")
        ends = {"high": at_high_end, "low": at_low_end}
        found = ends[told["end"]](found) if "end" in told else found
        return times(found, told["factor"]) if "factor" in told else found

    def _input(self, name: str) -> Term:
        told = self.json["inputs"][name]
        if "options" in told:
            scores = [it.get("score") for it in told["options"]]
            return self._term(told["options"][self._chosen(scores)]["term"])
        unit = self._units[told["unit"]]
        origin = Origin(told.get("from", "stated"))
        note = told.get("note", "")
        if "made" in told:
            made = told["made"]
            known = cast(dict[str, FigureInput], self._terms(made["terms"]))
            low, value, high = spread(self._function(made), known)
            text = filled(made["text"], {n: it.text for n, it in known.items()})
            text = text or unit.show(value)
            return FigureInput(name, "", value, low, high, unit, text, origin, note)
        path = told.get("path")
        if path in self.settings:
            dimension = Dimension(self.json["numbers"][path]["dimension"])
            new = parse_quantity(self.settings[path], dimension)
            ends = (new.value, new.low, new.high)
            return FigureInput(name, "", *ends, unit, new.text, Origin.STATED)
        value, text = told["value"], told["text"]
        low, high = told.get("low", value), told.get("high", value)
        return FigureInput(name, "", value, low, high, unit, text, origin, note)

    def _score(self, told: Told) -> float:
        return scored(self._criterion(told))

    def _criterion(self, told: Told) -> Criterion:
        return criterion(self._function(told), **self._terms(told["terms"]))

    def _function(self, told: Told) -> Callable[..., Any]:
        bound = {name: self._bound(it) for name, it in told.get("bound", {}).items()}
        return rebuilt(self.graph.functions[told["function"]], bound)

    def _bound(self, value: Any) -> Any:
        return self._function(value) if isinstance(value, dict) else value

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {name: self._unit(it) for name, it in self.json["units"].items()}

    def _unit(self, told: Told) -> Unit:
        shown = self._function(told)
        same = (it for it in PLAIN if it.show is self.graph.functions[told["function"]])
        return next(same, Unit(told["symbol"], shown))


def rebuilt(
    function: Callable[..., Any], bound: Mapping[str, Any]
) -> Callable[..., Any]:
    """Return a function bound to other values."""
    if not bound:
        return function
    assert isinstance(function, FunctionType)
    names = function.__code__.co_freevars
    cells = tuple(CellType(bound[name]) for name in names)
    made = FunctionType(
        function.__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
        cells,
    )
    made.__kwdefaults__ = function.__kwdefaults__
    return made


@dataclass(frozen=True)
class Mover:
    """Gives random texts for numbers of a graph, as people would write them."""

    graph: FigureGraph
    random: Random

    def numbers(self, most: int) -> dict[str, float]:
        """Return other numbers for some paths, at `most` so many, in their units."""
        known: Told = self.graph.json["numbers"]
        free = [path for path, it in known.items() if "fixed" not in it]
        count = self.random.randint(1, min(most, len(free)))
        inputs = self.graph.json["inputs"].values()
        values = {it["path"]: it["value"] for it in inputs if "path" in it}
        paths = self.random.sample(free, count)
        return {path: self._moved(known[path], values[path]) for path in paths}

    def texts(self, numbers: Mapping[str, float]) -> dict[str, str]:
        """Return numbers as a design states them."""
        known: Told = self.graph.json["numbers"]
        return {path: _unit(known[path]).write(it) for path, it in numbers.items()}

    def _moved(self, told: Told, value: float) -> float:
        number = value / told["worth"] * 5 ** self.random.uniform(-1, 1)
        if told["scale"] == "share":
            number = min(number, told["most"])
        return max(round(number), 1) if told.get("whole") else number


def _unit(told: Told) -> StatedUnit:
    gap = " " if told["unit"] else ""
    return StatedUnit(told["unit"], told["worth"], told.get("gap", gap))


def differences(replayed: Mapping[str, Result], found: Estimate) -> list[str]:
    """Return where figures made anew are not those of an estimate."""
    results = {it.id: it for part in found.parts for it in part.results}
    told = [f"only replayed: {id}" for id in replayed if id not in results]
    told += [f"only estimated: {id}" for id in results if id not in replayed]
    both = ((replayed[id], it) for id, it in results.items() if id in replayed)
    return told + [difference for one, other in both for difference in _of(one, other)]


def _of(one: Result, other: Result) -> Iterator[str]:
    if isinstance(one, Gap) or isinstance(other, Gap):
        texts = [reason(it) if isinstance(it, Gap) else it.text for it in (one, other)]
        if texts[0] != texts[1] or type(one) is not type(other):
            yield f"{one.id}: {texts[0]} is {texts[1]}"
        return
    ends = ((one.value, other.value), (one.low, other.low), (one.high, other.high))
    if not all(isclose(*pair, rel_tol=1e-9, abs_tol=1e-300) for pair in ends):
        yield f"{one.id}: {ends}"
    for name in ("text", "working", "formula"):
        if getattr(one, name) != getattr(other, name):
            yield f"{one.id} {name}: {getattr(one, name)} is {getattr(other, name)}"
