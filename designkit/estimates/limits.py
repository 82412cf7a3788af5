"""Figures that rules compare with limits: only what is stated, at its low end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.estimates.choosing import is_told
from designkit.estimates.figure import Figure, FigureInput, Result
from designkit.estimates.figure_limits import FigureLimit
from designkit.estimates.topic import EstimateInputs, Topic
from designkit.estimates.topics.agents import agents
from designkit.estimates.topics.answers import answers
from designkit.estimates.topics.language_models import language_models
from designkit.estimates.topics.token_prices import token_prices
from designkit.estimates.topics.tokens import tokens
from designkit.estimates.topics.traffic import traffic
from designkit.quantities.bounds import LARGEST
from designkit.quantities.quantity import Quantity

TOPICS: tuple[Topic, ...] = (
    traffic,
    answers,
    agents,
    tokens,
    language_models,
    token_prices,
)
"""What is computed of language models, in its order."""

AT_BEST = frozenset({"default.memory-share", "default.parallel-efficiency"})
"""Defaults that leave the most room: what does not fit with them does not fit."""


@dataclass(frozen=True)
class Limits:
    """The figures of the language models of a design, for rules."""

    facts: Facts

    @cached_property
    def _known(self) -> Mapping[str, Result]:
        found: dict[str, Result] = {}
        sheet = EstimateInputs(self.facts, found)
        for topic in TOPICS:
            for result in filter(is_told, topic.compute(sheet)):
                found[result.id] = result
        return found

    def figure(self, id: str) -> Figure | None:
        """Return the figure called `id`, if it is sane and nothing in it assumed."""
        found = self._known.get(id)
        if not isinstance(found, Figure) or found.high > LARGEST:
            return None
        names = {item.name for item in self._inputs(found) if item.is_default}
        return found if names <= AT_BEST else None

    def over(self, limit: FigureLimit, id: str = "") -> Figure | None:
        """Return the figure of a limit, or of the component `id`, if it crosses it."""
        found = self.figure(limit.of(id))
        return found if found and limit.is_crossed(found) else None

    def rests_on(self, figure: Figure) -> tuple[Quantity | None, ...]:
        """Return the quantities of the design from which `figure` was computed."""
        names = dict.fromkeys(item.name for item in self._inputs(figure))
        return tuple(self.facts.quantity(*name.split(".")) for name in names)

    def _inputs(self, figure: Figure) -> Iterator[FigureInput]:
        for item in figure.inputs:
            yield item
            below = self._known.get(item.name)
            if isinstance(below, Figure):
                yield from self._inputs(below)
