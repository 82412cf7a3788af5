"""Caches: the hits that their size allows."""

from collections.abc import Iterator

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result
from designkit.estimates.formulas.cache import hit_bound
from designkit.estimates.topic import Chapter, EstimateInputs, topic
from designkit.quantities.measure import FRACTION

BOUND = (
    "The most popular keys, all of them and for ever; expiry and change cost hits. "
    "Whatever lies behind must bear a cold cache, or shed."
)


@topic(42, "Caches", Chapter.LOAD)
def cache(sheet: EstimateInputs) -> Iterator[Result]:
    """Give the best hit ratio that each cache can have."""
    for component in sheet.facts.of_kind("cache"):
        at = ("components", component.id)
        entries = sheet.stated(*at, "entries")
        keys = sheet.stated(*at, "keys")
        if isinstance(entries, FigureInput) or isinstance(keys, FigureInput):
            yield compute(
                FigureEntry(
                    f"cache.{component.id}.hit-bound",
                    f"{component.title}: best hit ratio for its size",
                    FRACTION,
                    note=BOUND,
                    about=component.id,
                ),
                "H({entries}, {skew}) / H({keys}, {skew})",
                lambda entries, keys, skew: hit_bound(entries, keys, skew),
                entries=entries,
                keys=keys,
                skew=sheet.given("skew", *at, "skew"),
            )
