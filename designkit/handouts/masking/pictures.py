"""A placed picture with room to write on in place of what a mask takes out of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from designkit.handouts.masking.answers import (
    ArrowAnswer,
    BoxAnswer,
    FigureAnswer,
    Masked,
)
from designkit.handouts.masking.cards import kept, masked_card
from designkit.handouts.masking.figures import FigureLine, figure_lines, numbered
from designkit.handouts.masking.hiding import Hiding
from designkit.handouts.masking.mask import Mask, MaskPlan, plan_of
from designkit.handouts.masking.numerals import figure_spans, numbers_in
from designkit.handouts.masking.page import Sentence, caption, subtitle, with_texts
from designkit.handouts.masking.redaction import (
    blanked,
    found_beside,
    normal,
    printable,
)
from designkit.handouts.masking.rows import masked_stage
from designkit.handouts.masking.secrecy import hidden_by
from designkit.handouts.masking.wires import End, hidden_arrows, label_of, masked_arrows
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.pictures.drawing import Drawing, Node, NodeRole, Part, TextPart
from designkit.quantities.writing import listed

CARDS = (NodeRole.COMPONENT, NodeRole.GHOST)


def masked(
    drawing: Drawing,
    design: Design,
    masks: Iterable[Mask],
    seed: int = 0,
    share: float = 1.0,
) -> Masked:
    """Take out of a placed `drawing` of `design` what `masks` say.

    Everything else stays where it was: cards, wires and texts. The boxes are numbered
    in an order that `seed` decides, the same in every picture of the design; arrows
    (``a1``) and lines of figures (``n1``) are numbered row by row. With a `share` below
    1 only a part is taken out, the same in every picture.

    Raises:
        ValueError: the share is not above 0 and at most 1.
    """
    plan = plan_of(design, masks, seed, share)
    if not plan.masks:
        return Masked(drawing)
    told = hidden_by(plan, design, (drawing,))
    return _masked(drawing, design, Hiding(plan, told, numbered(drawing, plan)))


def _masked(drawing: Drawing, design: Design, hiding: Hiding) -> Masked:
    tags = hidden_arrows(drawing, hiding)
    head = subtitle(drawing, hiding.secrets, hiding.numbers)
    foot = caption(drawing, hiding.secrets, hiding.numbers)
    shown = replace(
        with_texts(drawing, head, foot),
        description=hiding.told(_describe(drawing, design, hiding.plan)),
        nodes=tuple(_node(node, design, hiding) for node in drawing.nodes),
        arrows=masked_arrows(
            drawing, dict(_ends(drawing, design, hiding)), hiding, tags
        ),
    )
    return Masked(
        drawing=shown,
        boxes=tuple(_boxes(drawing, design, hiding)),
        arrows=tuple(_arrows(drawing, design, hiding, tags)),
        figures=tuple(_figures(drawing, design, hiding)),
        sentences=tuple(item.text for item in (head, *foot) if _is_unnamed(item)),
    )


def _describe(drawing: Drawing, design: Design, plan: MaskPlan) -> str:
    view = drawing.name.replace("-", " ").capitalize()
    masks = listed([mask.value for mask in Mask if mask in plan.masks])
    return f"{view} of {design.name} to be filled in: {masks} are left out."


def _is_unnamed(sentence: Sentence) -> bool:
    return bool(sentence.spans and not sentence.tag)


def _node(node: Node, design: Design, hiding: Hiding) -> Node:
    if node.role is NodeRole.STAGE:
        return masked_stage(node, design.components, hiding)
    if node.role is NodeRole.BAR:
        return _bar(node, hiding)
    return masked_card(node, design.components[node.component], hiding)


def _bar(node: Node, hiding: Hiding) -> Node:
    """Return the bar without what it tells; it is nothing but names and numbers."""
    if hiding.plan.masks & {Mask.NAMES, Mask.NUMBERS}:
        return replace(node, parts=(), description=node.title)
    parts = tuple(shown for part in node.parts for shown in _told(part, node, hiding))
    return replace(node, parts=parts, description=hiding.told(node.description))


def _told(part: Part, node: Node, hiding: Hiding) -> tuple[Part, ...]:
    if isinstance(part, TextPart):
        return kept(part, part.text, hiding, node.width)
    return (part,)


def _ends(
    drawing: Drawing, design: Design, hiding: Hiding
) -> Iterator[tuple[str, End]]:
    """Give the new id and name of each node, by its old id."""
    for node in drawing.nodes:
        if node.role in (NodeRole.STAGE, NodeRole.BAR):
            yield node.id, (node.id, node.title)
        else:
            component = design.components[node.component]
            yield node.id, (hiding.id_of(node, component), hiding.name(component))


def _boxes(drawing: Drawing, design: Design, hiding: Hiding) -> Iterator[BoxAnswer]:
    for component in _components(drawing, design):
        is_named = not hiding.hides_name(component)
        lacks = hiding.hides_technology(component) and component.technology
        if lacks or not is_named:
            number = 0 if is_named else hiding.plan.numbers[component.id]
            yield BoxAnswer(number, component.title, component.technology or "")


def _components(drawing: Drawing, design: Design) -> Iterator[Component]:
    for node in drawing.nodes:
        if node.role is NodeRole.COMPONENT:
            yield design.components[node.component]
        yield from (design.components[member.id] for member in node.members)


def _arrows(
    drawing: Drawing, design: Design, hiding: Hiding, tags: Mapping[int, int]
) -> Iterator[ArrowAnswer]:
    names = _names(drawing, design, hiding)
    for index, number in sorted(tags.items(), key=lambda item: item[1]):
        arrow = drawing.arrows[index]
        yield ArrowAnswer(
            number, names[arrow.source], names[arrow.target], label_of(arrow)
        )


def _figures(
    drawing: Drawing, design: Design, hiding: Hiding
) -> Iterator[FigureAnswer]:
    names = _names(drawing, design, hiding)
    for line in figure_lines(drawing):
        number = hiding.numbers.get((line.place, line.index))
        if number:
            place = names.get(line.place) or line.place.rpartition(" ")[2].capitalize()
            yield FigureAnswer(number, place, _asked(line, hiding), _answer(line))


def _names(drawing: Drawing, design: Design, hiding: Hiding) -> Mapping[str, str]:
    """Return what the key calls each node: its title, after its number if any."""
    names = {node.id: node.title for node in drawing.nodes}
    for node in drawing.nodes:
        if node.role in CARDS and node.component in hiding.plan.names:
            number = hiding.plan.numbers[node.component]
            names[node.id] = f"{number} {node.title}"
    return names


def _asked(line: FigureLine, hiding: Hiding) -> str:
    text = printable(line.text)
    spans = numbers_in(text) if line.is_prose else figure_spans(text)
    all_spans = found_beside(text, hiding.secrets.in_pictures, spans)
    return normal(blanked(text, all_spans)).strip("· ")


def _answer(line: FigureLine) -> str:
    return normal(line.text).strip("· ")
