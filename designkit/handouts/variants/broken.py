"""The fault hunt: a design with faults in it, and what the checker says of them."""

from designkit.documents.paper import Paper
from designkit.handouts.fault_hunt.breaking import bench_of, break_design
from designkit.handouts.fault_hunt.key import key
from designkit.handouts.fault_hunt.planted_fault import Broken
from designkit.handouts.fault_hunt.sheet import pictures_of, sheet, title_of_sheet
from designkit.handouts.variant import HandoutOptions, VariantOutput, variant
from designkit.pictures.layout.placement import place_all
from designkit.pictures.views import find_view
from designkit.source.loader import Loaded


@variant(30, takes=("faults", "seed"))
def broken(loaded: Loaded, stem: str, wish: HandoutOptions) -> VariantOutput:
    """A fault hunt: faults put into the design, with a key that the checker gives."""
    found = break_design(bench_of(loaded, wish.plan), wish.seed, wish.faults)
    return VariantOutput((_sheet(found, stem, wish), _key(found, stem, wish)))


def _sheet(found: Broken, stem: str, wish: HandoutOptions) -> Paper:
    design = found.loaded.design
    assert design is not None  # a broken design loads all the same
    views = pictures_of(design)
    drawings = place_all(find_view(name).draw(design) for name in views)
    return Paper(
        title=title_of_sheet(found),
        subtitle=f"Sheet {wish.seed}. The key is in a file of its own.",
        blocks=sheet(found),
        drawings=dict(zip(views, drawings, strict=True)),
        stem=f"{stem}-broken",
    )


def _key(found: Broken, stem: str, wish: HandoutOptions) -> Paper:
    return Paper(
        title=f"Key: {title_of_sheet(found)}",
        subtitle=f"Sheet {wish.seed}. Every line is a finding of `designkit check`.",
        blocks=key(found),
        stem=f"{stem}-broken-key",
    )
