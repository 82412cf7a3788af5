"""Step 4: from a baseline up a ladder of models, one reason for each step."""

from collections.abc import Iterator

from designkit.model.learning import Model
from designkit.paper import Block, Items, Paragraph
from designkit.section import Study, section


def _ask(study: Study) -> Iterator[Block]:
    del study
    yield Paragraph(
        "Begin with the baseline. What does each step up gain, and what does it cost?"
    )


@section(70, "4 Model selection", room=8, ask=_ask)
def models(study: Study) -> Iterator[Block]:
    """Climb the ladder of each model, and say why it stops where it does."""
    for id, item in study.design.models.items():
        yield from _model(id, item)


def _model(id: str, item: Model) -> Iterator[Block]:
    what = f"**{item.name or id}**" + (f": {item.algorithm}" if item.algorithm else "")
    yield Paragraph(f"{what}. {item.why or ''}".strip())
    if item.ladder:
        rungs = (f"**{rung.model}.** {rung.why}" for rung in item.ladder)
        yield Items(tuple(rungs), "number")
