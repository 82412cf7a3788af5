"""Designs of other systems, written from the documentation, and what is right of each.

`NAME.yaml` is a design that a good engineer would sign. `NAME.expected.yaml` says which
faults can be planted in it and what finds each, which rules must be silent, and a few
numbers that were computed by hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.diagnostics import Diagnostic, Severity
from designkit.estimates.estimator import estimate
from designkit.source.loader import Loaded, load_text

HERE = Path(__file__).parent / "designs"
NAMES = tuple(sorted(path.name[:-14] for path in HERE.glob("*.expected.yaml")))
NEW = "new:"
"""What a rule begins with that was not there when the design was written."""


@dataclass(frozen=True)
class Fault:
    """An edit that spoils a design, and the rules of which any finds it."""

    fault: str
    old: str
    new: str
    finds: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """What the checker and the estimate make of one system."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    false_errors: tuple[str, ...]
    false_warnings: tuple[str, ...]
    broken_silence: tuple[str, ...]
    wrong_figures: tuple[str, ...]
    figures: int


def text_of(name: str) -> str:
    """Return the good form of a design."""
    return (HERE / f"{name}.yaml").read_text("utf-8")


def loaded(name: str, text: str | None = None) -> Loaded:
    """Load a design, or another `text` in its place, with the parts it includes."""
    return load_text(text_of(name) if text is None else text, f"{name}.yaml", HERE)


@cache
def expected(name: str) -> Mapping[str, list]:
    """Return what is right about a design, as it is written."""
    return yaml.safe_load((HERE / f"{name}.expected.yaml").read_text("utf-8"))


def faults(name: str) -> tuple[Fault, ...]:
    """Return the faults that are planted in a design."""
    return tuple(
        Fault(it["fault"], it["old"], it["new"], tuple(it["finds"]))
        for it in expected(name)["faults"]
    )


@cache
def judged(name: str) -> Judged:
    """Check a design as it is and with each of its faults."""
    good = loaded(name)
    open_ones = _findings(good)
    hits = {fault: _is_found(name, fault) for fault in faults(name)}
    silent = {it["rule"] for it in expected(name)["silence"]}
    return Judged(
        found=tuple(fault.fault for fault, hit in hits.items() if hit),
        missed=tuple(_told(fault) for fault, hit in hits.items() if not hit),
        false_errors=tuple(_shown(open_ones, Severity.ERROR)),
        false_warnings=tuple(_shown(open_ones, Severity.WARNING)),
        broken_silence=tuple(it.name for it in open_ones if it.name in silent),
        wrong_figures=tuple(_wrong_figures(name, good)),
        figures=len(expected(name)["figures"]),
    )


def _findings(found: Loaded) -> tuple[Diagnostic, ...]:
    from designkit.checks.run import check_file, make_plan
    from designkit.source.settings import Settings

    report, _ = check_file(found, make_plan(Settings()))
    return tuple(item for item in report.diagnostics if not item.waived)


def _is_found(name: str, fault: Fault) -> bool:
    """Whether the fault brings a finding of a rule that should find it."""
    spoilt = text_of(name).replace(fault.old, fault.new)
    before, after = (_names(loaded(name, it)) for it in (None, spoilt))
    wanted = [rule.removeprefix(NEW) for rule in fault.finds]
    return any(after.count(rule) > before.count(rule) for rule in wanted)


def _names(found: Loaded) -> list[str]:
    return [item.name for item in check(found, all_rules()).diagnostics]


def _told(fault: Fault) -> str:
    return f"{', '.join(fault.finds)}: {fault.fault}"


def _shown(found: tuple[Diagnostic, ...], level: Severity) -> Iterator[str]:
    return (f"{d.code} {d.name}: {d.message}" for d in found if d.severity is level)


def _wrong_figures(name: str, good: Loaded) -> Iterator[str]:
    assert good.design is not None, good.diagnostics
    known = estimate(good.design)
    for wanted in expected(name)["figures"]:
        figure, value = known.get(wanted["id"]), float(wanted["value"])
        if figure is None:
            yield f"{wanted['id']}: none, not {value:g}"
        elif abs(figure.value - value) > 0.01 * abs(value):
            yield f"{wanted['id']}: {figure.value:g}, not {value:g}"
