"""What is to be printed, read from words: a variant, its formats and its choices."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from designkit.documents.printers import printer_names
from designkit.handouts.exporters import exporter_names
from designkit.handouts.variant import MASKS, HandoutOptions
from designkit.handouts.variants import all_variants, require_taken
from designkit.text.choices import chosen, one_of


@dataclass(frozen=True, slots=True)
class HandoutJob:
    """A variant, the formats it is wanted in (all that fit when empty), its choices."""

    variant: str
    formats: tuple[str, ...]
    wish: HandoutOptions


def read_job(
    variant: str,
    formats: Sequence[str] = (),
    *,
    masks: Sequence[str] | None = None,
    faults: int | None = None,
    seed: int | None = None,
    excel: bool = False,
) -> HandoutJob:
    """Read what is wanted; words may hold several names by commas.

    Raises:
        NotFoundError: something is called by no name that there is, or a choice is
            made that changes nothing in this variant.
    """
    name = one_of("variant", variant, [item.name for item in all_variants()])
    given = {"mask": masks, "faults": faults, "seed": seed, "excel": excel or None}
    require_taken(name, [key for key, value in given.items() if value is not None])
    known = (*printer_names(), *exporter_names())
    return HandoutJob(
        variant=name,
        wish=replace(_wish(masks, faults, seed), excel=excel),
        formats=chosen("format", formats, known) if formats else (),
    )


def _wish(
    masks: Sequence[str] | None, faults: int | None, seed: int | None
) -> HandoutOptions:
    usual = HandoutOptions()
    return HandoutOptions(
        seed=usual.seed if seed is None else seed,
        masks=chosen("mask", masks, MASKS) if masks else usual.masks,
        faults=usual.faults if faults is None else faults,
    )
