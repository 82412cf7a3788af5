"""What a figure is: a number of a design, how it is computed, and from what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Generic, TypeVar

from designkit.model.critical_path import PathSteps
from designkit.quantities.measure import COUNT, Unit, unit_of
from designkit.quantities.quantity import Origin, Quantity

Formula = Callable[..., float]
"""A function of the values of inputs, by name."""

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What numbers decide, by a `function` of the values of `terms`: a score, mostly.

    A condition scores 1 where it holds. What guards a figure raises a ValueError that
    says why there is none.
    """

    function: Formula
    terms: Mapping[str, "Term"]


@dataclass(frozen=True, slots=True)
class Option(Generic[T_co]):
    """One of several of which the one with the highest score counts, the first of two.

    What scores 0 or less does not count; the one without a score counts if none does.
    """

    item: T_co
    score: Criterion | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """How an input that is no figure follows from others, so that it can follow again.

    `function` takes the values of `terms` and is monotone in each of them; `text` is
    the number as it is written, with the texts of terms in braces, or nothing where its
    unit writes the middle of its range.
    """

    function: Formula
    terms: Mapping[str, "FigureInput"]
    text: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a figure is made, so that it can be made of other numbers as well.

    `formula` names `terms` in braces, and `function` takes their values. `guards` are
    asked first.
    """

    function: Formula
    terms: Mapping[str, "Term"]
    formula: str
    unit: Unit
    note: str = ""
    guards: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureInput:
    """One number that a figure is computed from.

    `name` is the path where a design states it, the id of the figure that it is, or
    the name of a default. `note` is the source, the derivation or the reason that goes
    with its origin. `place` is where a design may state its own, for a default. What is
    needed to make it of other numbers: the `end` of a range that counts (``high``), the
    `factor` by which a formula takes it, how it was `made`, and the `options` of which
    it is one.
    """

    name: str
    label: str
    value: float
    low: float
    high: float
    unit: Unit
    text: str
    origin: Origin
    note: str = ""
    place: str = ""
    end: str = field(default="", compare=False, repr=False)
    factor: float = field(default=1.0, compare=False, repr=False)
    made: Adjustment | None = field(default=None, compare=False, repr=False)
    options: tuple[Option["Term"], ...] = field(default=(), compare=False, repr=False)

    @property
    def is_default(self) -> bool:
        """Whether designkit assumes it because the design says nothing."""
        return bool(self.place)

    @property
    def is_figure(self) -> bool:
        """Whether it was computed here; a design says how it derived a number."""
        return self.origin is Origin.DERIVED and not self.note

    @property
    def source(self) -> str:
        """Where it is from, in one word: stated, derived or assumed."""
        is_known = self.origin in (Origin.STATED, Origin.SOURCE)
        return Origin.STATED.value if is_known else self.origin.value


@dataclass(frozen=True, slots=True)
class Lack:
    """A number that is not there: where a design states it, and what it means.

    Without a path it is the reason why the numbers that are there give nothing. With
    other numbers it may be one of `options` that are known.
    """

    path: str
    meaning: str
    options: tuple[Option["Term"], ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a design, with its working.

    `value` is that of the middle of all ranges; `low` and `high` are the least and the
    most that they allow. `formula` names the inputs, `working` has their numbers.
    `about` is the id of the component that it is a figure of, if there is one. It was
    made by its `recipe`; `shown_if` is what it takes to be told, `forms` are those that
    it may have instead with other numbers, and `along` makes it on another way.
    """

    id: str
    title: str
    value: float
    low: float
    high: float
    unit: Unit
    formula: str
    working: str
    inputs: tuple[FigureInput, ...]
    note: str = ""
    about: str = ""
    recipe: Recipe | None = field(default=None, compare=False, repr=False)
    shown_if: Criterion | None = field(default=None, compare=False, repr=False)
    forms: tuple[Option["Result"], ...] = field(default=(), compare=False, repr=False)
    along: "Along | None" = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The number as people write it; a range has two ends."""
        return self.unit.shown(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure that cannot be computed, and what it lacks."""

    id: str
    title: str
    lacks: tuple[Lack, ...]
    about: str = ""
    recipe: Recipe | None = field(default=None, compare=False, repr=False)
    shown_if: Criterion | None = field(default=None, compare=False, repr=False)
    forms: tuple[Option["Result"], ...] = field(default=(), compare=False, repr=False)
    along: "Along | None" = field(default=None, compare=False, repr=False)


Result = Figure | Gap
"""What comes of computing a figure."""


Term = FigureInput | Lack | Figure | Gap
"""What a figure may be computed from, known or not."""


@dataclass(frozen=True, slots=True)
class Along:
    """How a figure is made of the hops of the slowest way of a request.

    `hops` gives the terms of a component on the way, `time` the p99 that makes it slow,
    and `steps` all that a request waits for; some are many, so all only on demand. The
    formula says `before`, then a `piece` for each hop, and `between` them what joins
    them. `guards` are asked of the components that are on the way. The way has to lead
    over one of `over`, if there are some; `none` is what lacks where there is no way.
    """

    hops: Callable[[str], Mapping[str, Term]]
    time: Callable[[str], Term]
    steps: Callable[[], PathSteps]
    none: Callable[[], Mapping[str, Term]]
    piece: str
    between: str = " + "
    before: str = ""
    guards: Mapping[str, Criterion] = field(default_factory=dict)
    over: tuple[str, ...] = ()


def stated(quantity: Quantity, name: str, label: str) -> FigureInput:
    """Return a number of a design as an input, called `label` in formulas."""
    return FigureInput(
        name=name,
        label=label,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=unit_of(quantity.dimension, quantity.currency),
        text=quantity.text,
        origin=quantity.origin,
        note=quantity.note,
    )


def derived(figure: Figure, label: str = "") -> FigureInput:
    """Return a figure as an input of another one."""
    return FigureInput(
        name=figure.id,
        label=label or figure.id.rpartition(".")[2].replace("-", " "),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        text=figure.text,
        origin=Origin.DERIVED,
    )


def called(term: Term, label: str) -> Term:
    """Return `term` under another name in formulas, if it is known."""
    if isinstance(term, Figure):
        return derived(term, label)
    if isinstance(term, Gap):
        return term
    options = tuple(replace(it, item=called(it.item, label)) for it in term.options)
    if isinstance(term, Lack):
        return replace(term, options=options) if options else term
    return replace(term, label=label, options=options)


def counted(name: str, label: str, number: float, note: str = "") -> FigureInput:
    """Return a number that was counted in the design as an input."""
    return FigureInput(
        name=name,
        label=label,
        value=number,
        low=number,
        high=number,
        unit=COUNT,
        text=COUNT.show(number),
        origin=Origin.DERIVED,
        note=note,
    )


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that belong together, under one heading."""

    topic: str
    title: str
    section: str
    results: tuple[Result, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What could be computed."""
        return tuple(item for item in self.results if isinstance(item, Figure))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What could not."""
        return tuple(item for item in self.results if isinstance(item, Gap))


@dataclass(frozen=True)
class Estimate:
    """All numbers of a design, part by part."""

    parts: tuple[FigureGroup, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that could be computed."""
        return tuple(figure for part in self.parts for figure in part.figures)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every figure that could not."""
        return tuple(gap for part in self.parts for gap in part.gaps)

    @property
    def defaults(self) -> tuple[FigureInput, ...]:
        """What designkit assumed, each once, in the order of use."""
        used = (item for item in _inputs(self.figures) if item.is_default)
        return tuple({item.place: item for item in used}.values())

    @property
    def assumptions(self) -> tuple[FigureInput, ...]:
        """What the design itself marks as assumed, each once, in the order of use."""
        used = (item for item in _inputs(self.figures) if item.source == "assumed")
        found = {item.name: item for item in used if not item.is_default}
        return tuple(found.values())

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all figures, those that lack something as well."""
        return tuple(item.id for part in self.parts for item in part.results)

    @cached_property
    def _by_id(self) -> Mapping[str, Figure]:
        return {figure.id: figure for figure in self.figures}

    def get(self, id: str) -> Figure | None:
        """Return the figure called `id`, if it could be computed."""
        return self._by_id.get(id)

    def part(self, topic: str) -> FigureGroup | None:
        """Return the part of the topic called `topic`, if it says anything."""
        return next((item for item in self.parts if item.topic == topic), None)


def _inputs(figures: Iterable[Figure]) -> Iterable[FigureInput]:
    return (item for figure in figures for item in figure.inputs)


def reason(gap: Gap) -> str:
    """Say what a figure lacks, and where a design states it."""
    said = [
        f"needs {lack.path} ({lack.meaning.rstrip('.').lower()})"
        if lack.path
        else lack.meaning
        for lack in gap.lacks
    ]
    return "; ".join(said) or "needs a figure above"
