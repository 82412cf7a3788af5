"""Figures of the slowest way of a request: with other times another way is slowest."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import (
    Along,
    Criterion,
    Formula,
    Result,
    Term,
)
from designkit.estimates.formulas.latency import Lognormal, added

Hops = tuple[str, ...]
"""The components of a way, one after the other."""


def on_slowest(
    entry: FigureEntry, path: Hops, along: Along, function: Formula
) -> Result:
    """Return a figure of the hops of `path`, by a function of all of their terms.

    The names of terms end with the number of their hop: ``p99_3``. What guards a hop
    guards the figure.
    """
    terms, pieces = dict[str, Term](), list[str]()
    for number, id in enumerate(path):
        if hop := along.hops(id):
            terms |= {f"{name}_{number}": term for name, term in hop.items()}
            pieces.append(_numbered(along.piece, hop, number))
    guards = tuple(_guards(along, path))
    found = compute(
        replace(entry, guards=guards),
        along.before + along.between.join(pieces),
        function,
        **(terms or along.none()),
    )
    return replace(found, along=along)


def _numbered(piece: str, hop: Mapping[str, Term], number: int) -> str:
    for name in hop:
        piece = piece.replace(f"{{{name}}}", f"{{{name}_{number}}}")
    return piece


def _guards(along: Along, path: Hops) -> Iterator[Criterion]:
    return (guard for id, guard in along.guards.items() if id in path)


def total(**times: float) -> float:
    """Return the sum of the times of all hops (seconds)."""
    return sum(times.values())


def likely_p99(**times: float) -> float:
    """Return the p99 of the sum of hops, each lognormal through its p50 and p99.

    Raises:
        ValueError: the percentiles of a hop are none.
    """
    pairs = [
        (time, times[f"p99_{name.removeprefix('p50_')}"])
        for name, time in times.items()
        if name.startswith("p50_")
    ]
    return added([Lognormal.fitted(p50, p99) for p50, p99 in pairs]).quantile(0.99)
