"""What must not be read off the pictures of a worksheet, nor out of its prose."""

import re
from collections.abc import Iterable, Iterator

from designkit.catalog.technologies import mentioned_technologies, technology
from designkit.catalog.technologies.homonyms import HOMONYMS
from designkit.handouts.masking.figures import FigureLine, figure_lines
from designkit.handouts.masking.mask import Mask, MaskPlan, plan_of
from designkit.handouts.masking.numerals import PART, numbers_in, quantities_in
from designkit.handouts.masking.redaction import Secrets, normal, said_in, telling
from designkit.model.component import Flow
from designkit.model.design import Design
from designkit.pictures.drawing import Arrow, Drawing, NodeRole
from designkit.pictures.phrases import type_label

ORDINARY = 2
"""Words of a note that is too ordinary to be looked for in prose."""

BETWEEN = re.compile(r"[,;/()]|\s(?:and|for|from|in|on|or|to|with)\s")
"""What stands between the names of several technologies in one text."""

PROCESSORS = ("CPU", "GPU", "TPU")
"""What a technology runs on, and prose says for other reasons."""

BREAK = " \x00 "
"""What no phrase runs across."""


def secrets(
    design: Design,
    drawings: Iterable[Drawing],
    masks: Iterable[Mask],
    seed: int = 0,
    share: float = 1.0,
) -> Secrets:
    """Return what must not be read in any picture of `design` that is masked like this.

    `drawings` are the pictures as they are without masks; they say which figures are
    shown. What every picture says anyway is no secret: the name of the design, the
    titles of stages, the legend. With a `share` below 1, neither is what is left in
    sight elsewhere, such as a technology that two components run on.

    Raises:
        ValueError: the share is not above 0 and at most 1.
    """
    shown = tuple(drawings)
    hidden = hidden_by(plan_of(design, masks, seed, share), design, shown)
    return _without(hidden, BREAK.join(_given(design, shown)))


def hidden_by(plan: MaskPlan, design: Design, drawings: tuple[Drawing, ...]) -> Secrets:
    """Return what `plan` hides of `design`, and leaves nowhere in sight.

    Other than the secrets of a worksheet this has the title of a component that a stage
    is called by as well: it can be read above the stage, and yet in no caption.
    """
    all_parts = (
        _names(plan, design),
        _technologies(plan, design),
        _flows(plan, design, drawings),
        _figures(plan, drawings),
    )
    hidden = Secrets()
    for secret, shown in all_parts:
        hidden |= _without(secret, BREAK.join(shown))
    return hidden


def _without(secrets: Secrets, text: str) -> Secrets:
    """Return `secrets` but for those that `text` tells."""
    said = frozenset(text.split(BREAK))
    return Secrets(
        secrets.phrases - said_in(text, secrets.phrases),
        secrets.capitalised - said_in(text, secrets.capitalised),
        secrets.notes - said_in(text, secrets.notes),
        secrets.codes - said,
        secrets.drawn - said,
    )


def _given(design: Design, drawings: Iterable[Drawing]) -> Iterator[str]:
    """Give what pictures say whatever is masked."""
    yield normal(design.name)
    for drawing in drawings:
        yield from (drawing.name, drawing.name.replace("-", " "))
        yield from (
            text for group in drawing.groups for text in (group.id, group.title)
        )
        yield from (node.stage for node in drawing.nodes)
        for node in drawing.nodes:
            if node.role is NodeRole.STAGE:
                yield from (node.id, node.title)
        yield from (arrow.mode for arrow in drawing.arrows)
        yield from (entry.text for entry in drawing.legend)


Told = tuple[Secrets, list[str]]
"""Secrets of one sort, and the texts of that sort that stay in sight."""


def _names(plan: MaskPlan, design: Design) -> Told:
    hidden = [c for id, c in design.components.items() if id in plan.names]
    shown = [c for id, c in design.components.items() if id not in plan.names]
    titles = telling(component.title for component in hidden)
    codes = {code for component in hidden for code in (component.id, component.kind)}
    seen = [text for c in shown for text in (c.title, c.id, c.kind)]
    return Secrets(phrases=titles, codes=frozenset(codes)), list(map(normal, seen))


def _technologies(plan: MaskPlan, design: Design) -> Told:
    texts = {id: c.technology or "" for id, c in design.components.items()}
    hidden = {texts[id] for id in plan.technologies}
    names = telling(name for text in hidden for name in _names_in(text))
    words = frozenset(filter(_is_ordinary, names))
    seen = [normal(text) for id, text in texts.items() if id not in plan.technologies]
    return Secrets(phrases=names - words, capitalised=words), seen


def _names_in(technology: str) -> Iterator[str]:
    """Give the text, and every name in it that is known or has a capital."""
    yield technology
    parts = map(normal, BETWEEN.split(technology))
    yield from (p for p in parts if p != p.lower() and p not in PROCESSORS)
    for known in mentioned_technologies(technology):
        yield from (known.name, *known.aliases)


def _is_ordinary(name: str) -> bool:
    """Whether a technology is called by what may be an ordinary word of prose."""
    is_unknown = " " not in name and technology(name) is None
    return is_unknown or name.lower() in HOMONYMS


def _flows(plan: MaskPlan, design: Design, drawings: Iterable[Drawing]) -> Told:
    if Mask.FLOWS not in plan.masks:
        return Secrets(), []
    flows: list[Flow | Arrow] = [
        *design.flows,
        *(a for d in drawings for a in d.arrows),
    ]
    hidden = [flow for flow in flows if plan.hides_flow(flow)]
    types = {name for flow in hidden for name in (_type_of(flow) or "").split()}
    notes = telling(f.note for f in hidden if isinstance(f, Flow) and f.note)
    short = frozenset(note for note in notes if len(note.split()) <= ORDINARY)
    seen = [
        text
        for flow in flows
        if not plan.hides_flow(flow)
        for name in (_type_of(flow) or "").split()
        for text in (name, type_label(name))
    ]
    return Secrets(
        notes=notes - short,
        codes=frozenset(types),
        drawn=telling(map(type_label, types)) | short,
    ), seen


def _figures(plan: MaskPlan, drawings: Iterable[Drawing]) -> Told:
    lines = [line for drawing in drawings for line in figure_lines(drawing)]
    hidden = [line for line in lines if plan.hides_figures(line.place)]
    texts = telling(text for line in hidden for text in _told_by(line))
    wordy = frozenset(text for text in texts if not numbers_in(text))
    seen = [normal(line.text) for line in lines if line not in hidden]
    return Secrets(phrases=texts - wordy, drawn=wordy), seen


def _told_by(line: FigureLine) -> Iterator[str]:
    """Give the quantities of `line`, and each of its parts if it is on a card."""
    yield from (line.text[start:end] for start, end in quantities_in(line.text))
    if not line.is_prose:
        yield from (part[0] for part in PART.finditer(line.text))


def _type_of(flow: Flow | Arrow) -> str | None:
    """Return what `flow` carries as pictures show it."""
    return flow.type_name if isinstance(flow, Flow) else flow.carries
