"""The whole in one picture."""

from collections.abc import Iterator

from designkit.paper import Block, Paragraph, Picture
from designkit.section import Study, section


def _ask(study: Study) -> Iterator[Block]:
    del study
    yield Paragraph(
        "Name what is empty, then tell one event's way through the picture."
    )
    yield Picture("overview")


@section(40, "The whole system", room=3, ask=_ask)
def whole(study: Study) -> Iterator[Block]:
    """Show the overview, and walk one case through it."""
    yield Picture("overview")
    if study.design.scenarios:
        walk = study.design.scenarios[0]
        steps = " → ".join(_hops(study))
        yield Paragraph(f"**{walk.name}:** {steps}. {walk.note or ''}".strip())


def _hops(study: Study) -> Iterator[str]:
    """Name what the first scenario passes, each once in a row."""
    last = ""
    for step in study.design.scenarios[0].steps:
        for id in (step.source, step.target):
            name = study.title(id)
            if name != last:
                yield name
            last = name
