"""The worksheet: the same system without its answers, and the key to it."""

from dataclasses import replace

from designkit.documents.paper import Block, Break, Heading, Paper, with_texts
from designkit.handouts.masking import Mask, answer_key, masked, redacted, secrets
from designkit.handouts.section import Lesson
from designkit.handouts.sections import all_sections
from designkit.handouts.variant import HandoutOptions, VariantOutput, variant
from designkit.handouts.variants.full import handout, shown
from designkit.model.citations import with_numbers
from designkit.pictures.layout.placement import place_all
from designkit.pictures.views import find_view
from designkit.source.loader import Loaded


@variant(20, takes=("mask", "seed"))
def blank(loaded: Loaded, stem: str, wish: HandoutOptions) -> VariantOutput:
    """A worksheet with pictures to fill in and lines to write on, and its key."""
    assert loaded.design is not None
    lesson = Lesson(with_numbers(loaded.design), wish.seed)
    masks = tuple(Mask(name) for name in wish.masks)
    views = shown(lesson.design)
    drawings = place_all(find_view(name).draw(lesson.design) for name in views)
    empty = [masked(drawing, lesson.design, masks, wish.seed) for drawing in drawings]
    hidden = secrets(lesson.design, drawings, masks, wish.seed)
    blocks = [
        with_texts(block, lambda text: redacted(text, hidden))
        for part in all_sections()
        for block in part.blank(lesson)
    ]
    sheet = Paper(
        title=f"{redacted(lesson.design.name, hidden)}: worksheet {wish.seed}",
        subtitle="45 minutes. Fill in what is empty; the key is in a file of its own.",
        blocks=tuple(blocks),
        drawings={n: item.drawing for n, item in zip(views, empty, strict=True)},
        stem=f"{stem}-blank",
    )
    return VariantOutput((sheet, _key(lesson, stem, wish, answer_key(empty))))


def _key(
    lesson: Lesson, stem: str, wish: HandoutOptions, answers: tuple[Block, ...]
) -> Paper:
    """Return the answers to what is numbered, then the handout, which has the rest."""
    whole = handout(lesson, f"{stem}-blank-key")
    numbered = (Heading("What the numbers stand for", 2), *answers, Break())
    return replace(
        whole,
        title=f"{lesson.design.name}: key to worksheet {wish.seed}",
        blocks=(*(numbered if answers else ()), *whole.blocks),
    )
