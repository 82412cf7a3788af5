"""The handout: everything, with answers."""

from designkit.documents.paper import Paper
from designkit.handouts.section import Lesson
from designkit.handouts.sections import all_sections
from designkit.handouts.variant import HandoutOptions, VariantOutput, variant
from designkit.model.citations import with_numbers
from designkit.model.design import Design
from designkit.pictures.layout.placement import place_all
from designkit.pictures.views import find_view, path_of
from designkit.source.loader import Loaded


def shown(design: Design) -> tuple[str, str]:
    """Return the views that a handout shows: all of it, and how it serves."""
    return "overview", path_of(design)


@variant(10)
def full(loaded: Loaded, stem: str, wish: HandoutOptions) -> VariantOutput:
    """The handout: one system to learn in an evening, with all answers."""
    del wish
    assert loaded.design is not None
    return VariantOutput(
        (handout(Lesson(with_numbers(loaded.design)), f"{stem}-handout"),)
    )


def handout(lesson: Lesson, stem: str) -> Paper:
    """Return the handout of a design as a paper.

    Raises:
        LayoutError: a picture could not be placed.
    """
    design = lesson.design
    blocks = [block for part in all_sections() for block in part.full(lesson)]
    views = shown(design)
    drawings = place_all(find_view(name).draw(design) for name in views)
    return Paper(
        title=f"{design.name}: a system to learn",
        subtitle=design.summary or "",
        blocks=tuple(blocks),
        drawings=dict(zip(views, drawings, strict=True)),
        stem=stem,
    )
