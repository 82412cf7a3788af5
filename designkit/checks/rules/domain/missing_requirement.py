"""DK800 missing-requirement."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from designkit.analysis.facts import Facts, State
from designkit.catalog.kinds import kind, kinds_with
from designkit.catalog.profile import Requirement
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.quantities.quantity import Quantity
from designkit.source.profiles import profile


@rule("DK800", Severity.WARNING, kinds=kinds_with(Role.RUNS_MODEL))
def missing_requirement(facts: Facts) -> Iterator[Finding]:
    """A system should have what systems of its kind turned out to need.

    Each kind of system fails in its own way: card fraud for want of a rule that could
    be written at night, search for want of an index of words, delivery because an
    average was sold as a promise. The profile that `system` names holds what is special
    to the kind, with the reason for each. A finding stands for one thing that is not
    there, at the component that needs it.

    Bad:
    ```yaml
    system: ad-click-prediction
    components:
      page: {kind: client}
      rank: {kind: model-server}    # <- no auction
    ```

    Good:
    ```yaml
    system: ad-click-prediction
    components:
      page: {kind: client}
      consent: {kind: consent-service}
      budget: {kind: eligibility-filter}
      rank: {kind: model-server}
      auction: {kind: auction, mechanism: gsp}
    ```

    Fix: Add what is named, beside the component at which the finding stands; `designkit
    init NAME --system SYSTEM` writes a design that has all of it. If this system does
    well without, waive the finding with the reason.

    Source: the profile of the system names them; for why systems differ in what they
    need, Huyen 2022, Designing Machine Learning Systems, chapter 2.
    """
    for wanted in profile(facts.design.system).unruled:
        if any(facts.state(*it.split(".")) is State.ABSENT for it in wanted.unless):
            continue
        needers = facts.of_kind(*wanted.needed_by)
        if wanted.states:
            yield from _unstated(facts, wanted)
        elif needers and not facts.has(*wanted.kind) and not _is_known(facts, wanted):
            path = ("components", needers[0].id, wanted.kind[0])
            yield _finding(wanted, path, f"no {wanted.what}")


def _is_known(facts: Facts, wanted: Requirement) -> bool:
    """Whether the whole stage is missing that it would stand in, as was said."""
    stages = {found.stage for name in wanted.kind if (found := kind(name))}
    return any(
        facts.lacks(stage) for stage in stages if kinds_with(Role.ESSENTIAL, stage)
    )


def _unstated(facts: Facts, wanted: Requirement) -> Iterator[Finding]:
    """Look for what must be stated, and for whether it is enough."""
    places = tuple(_places(facts, wanted))
    stated = {path: it for place in places for path, it in facts.stated(place)}
    if any(_is_enough(wanted, value) for value in stated.values()):
        return
    if stated:
        path, value = next(iter(stated.items()))
        yield _finding(wanted, path, _too_little(wanted, path, value))
    elif places:
        path = tuple(step for step in places[0].split(".") if step != "*")
        is_absent = any(_is_denied(facts, place) for place in places)
        lack = f"no {wanted.what}" if is_absent else f"{wanted.what} not stated"
        yield _finding(wanted, path, lack, unstated=not is_absent)


def _places(facts: Facts, wanted: Requirement) -> Iterator[str]:
    """Say where it may stand; nowhere, if nothing is there that needs it."""
    owners = [f"components.{owner.id}." for owner in facts.of_kind(*wanted.kind)]
    if not wanted.needed_by or facts.has(*wanted.needed_by):
        starts = owners if wanted.kind else [""]
        yield from (start + name for start in starts for name in wanted.states)


def _is_denied(facts: Facts, place: str) -> bool:
    return any(fnmatchcase(path, place) for path in facts.design.absent)


def _is_enough(wanted: Requirement, value: object) -> bool:
    if isinstance(value, Quantity):
        least, most = wanted.least, wanted.most
        is_short = least is not None and value.high < least.value
        return not is_short and (most is None or value.low <= most.value)
    said = value if isinstance(value, tuple) else (value,)
    return not wanted.among or any(item in wanted.among for item in said)


def _too_little(wanted: Requirement, path: Path, value: object) -> str:
    if not isinstance(value, Quantity):
        return f"no {wanted.what}"
    compared = (
        f"less than {wanted.least}" if wanted.least else f"more than {wanted.most}"
    )
    return f"{path[-1]} {value} of {path[-2]} is {compared}"


def _finding(
    wanted: Requirement, path: Path, lack: str, *, unstated: bool = False
) -> Finding:
    return Finding(
        path, f"{lack}: {wanted.because}", unstated=unstated, severity=wanted.severity
    )
