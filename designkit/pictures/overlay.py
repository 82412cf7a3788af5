"""What an overlay is: it says something more at the cards and arrows of any view."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from designkit.analysis.facts import Facts
from designkit.diagnostics import Diagnostic
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate
from designkit.model.design import Design
from designkit.pictures.drawing import (
    Arrow,
    Badge,
    BadgeShape,
    Drawing,
    Node,
    NodeRole,
    StepPart,
)

Ends = tuple[str, str]
"""The ids of the components at the two ends of a flow."""


@dataclass(frozen=True, slots=True)
class BadgeText:
    """What is said at one place: a short text, its full sentence, and a share of 1.

    Of a flow that `answers` a call it is said at the arrow of the call.
    """

    text: str
    title: str
    share: float | None = None
    strong: bool = False
    answers: bool = False

    @property
    def name(self) -> str:
        """The text up to its first number beside it."""
        return self.text.partition(" · ")[0]


def nothing(_ids: Sequence[str]) -> BadgeText | None:
    """Say nothing of any card."""
    return None


@dataclass(frozen=True, slots=True)
class OverlayContent:
    """What an overlay says of a design, whatever view shows it.

    `of_card` is asked with the ids of all components that a card stands for, and
    `on_flows` has what is said at flows, in the order of reading. `legend` explains
    it below the picture; `empty` is said in its place where there is nothing to see.
    `unseen` begins the sentence that lists what a view has no arrow for. Where badges
    are `numbered`, cards show no numbers of their own.
    """

    legend: str
    empty: str
    shape: BadgeShape
    of_card: Callable[[Sequence[str]], BadgeText | None] = nothing
    on_flows: tuple[tuple[Ends, BadgeText], ...] = ()
    unseen: str = ""
    numbered: bool = False


@dataclass(frozen=True)
class OverlayInputs:
    """What overlays are made of: a design, and what the checker `found` in it."""

    design: Design
    found: Sequence[Diagnostic] = ()

    @cached_property
    def facts(self) -> Facts:
        """The questions that a design answers."""
        return Facts(self.design)

    @cached_property
    def estimate(self) -> Estimate:
        """The numbers of the design."""
        return estimate(self.design)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A sort of badges. `order` is its place in lists."""

    name: str
    order: int
    summary: str
    mark: Callable[[OverlayInputs], OverlayContent]


def overlay(
    order: int,
) -> Callable[[Callable[[OverlayInputs], OverlayContent]], Overlay]:
    """Make an overlay of a function; its name and its docstring are the function's."""

    def make(function: Callable[[OverlayInputs], OverlayContent]) -> Overlay:
        name = function.__name__.replace("_", "-")
        summary = (function.__doc__ or "").strip().partition("\n")[0]
        return Overlay(name, order, summary, function)

    return make


def overlaid(drawing: Drawing, marking: OverlayContent) -> Drawing:
    """Return a drawing, still to be placed, with the badges of `marking`."""
    at_arrows, unseen = _at_arrows(drawing, marking)
    badges = (*_on_cards(drawing, marking), *_on_arrows(at_arrows, marking))
    said = [marking.legend if badges else marking.empty]
    if unseen and marking.unseen and badges:
        said.append(f"{marking.unseen} {', '.join(mark.name for mark in unseen)}.")
    shown = _without_steps(drawing) if badges and marking.numbered else drawing
    return replace(shown, badges=badges, caption=(*drawing.caption, *said))


def _without_steps(drawing: Drawing) -> Drawing:
    """Leave out the numbers of cards, which nobody could tell from those of arrows."""
    return replace(drawing, nodes=tuple(map(_without_step, drawing.nodes)))


def _without_step(node: Node) -> Node:
    kept = tuple(part for part in node.parts if not isinstance(part, StepPart))
    return replace(node, parts=kept)


def _on_cards(drawing: Drawing, marking: OverlayContent) -> Iterator[Badge]:
    for node in drawing.nodes:
        mark = marking.of_card(components_of(node))
        if mark:
            yield replace(_badge(mark, marking.shape), node=node.id)


def components_of(node: Node) -> tuple[str, ...]:
    """Return the ids of the components that a card stands for."""
    own = (node.id,) if node.role is NodeRole.COMPONENT else ()
    return (*own, *(member.id for member in node.members))


def _at_arrows(
    drawing: Drawing, marking: OverlayContent
) -> tuple[Mapping[int, list[BadgeText]], list[BadgeText]]:
    """Return what is said at each arrow, by index, and what has no arrow."""
    home = {id: node.id for node in drawing.nodes for id in components_of(node)}
    found: dict[int, list[BadgeText]] = {}
    unseen = list[BadgeText]()
    for (source, target), mark in marking.on_flows:
        ends = home.get(source, ""), home.get(target, "")
        at = _arrow_between(drawing.arrows, ends, is_answer=mark.answers)
        (unseen if at is None else found.setdefault(at, [])).append(mark)
    return found, unseen


def _on_arrows(
    found: Mapping[int, Sequence[BadgeText]], marking: OverlayContent
) -> Iterator[Badge]:
    for at, marks in found.items():
        yield replace(_badge(_joined(marks), marking.shape), arrow=at)


def _arrow_between(
    arrows: Sequence[Arrow], ends: Ends, *, is_answer: bool
) -> int | None:
    """Return the index of the arrow with these `ends`, or of the call it answers."""
    places = {(a.source, a.target): at for at, a in reversed([*enumerate(arrows)])}
    back = places.get(ends[::-1]) if is_answer else None
    return places.get(ends, back)


def _joined(marks: Iterable[BadgeText]) -> BadgeText:
    """Return what several flows say that are drawn as one arrow, each text once."""
    all = tuple(marks)
    return BadgeText(
        ", ".join(dict.fromkeys(mark.text for mark in all)),
        " ".join(dict.fromkeys(mark.title for mark in all)),
        strong=any(mark.strong for mark in all),
    )


def _badge(mark: BadgeText, shape: BadgeShape) -> Badge:
    return Badge(mark.text, mark.title, shape, share=mark.share, strong=mark.strong)
